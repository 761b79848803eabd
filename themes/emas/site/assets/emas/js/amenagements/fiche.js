// « Ma fiche » : l’ordre, les mots de chacun, la feuille. Rien de ce qui est écrit ici ne se garde ni ne
// s’envoie ; l’adresse ne porte que le nom des aménagements choisis.
(function () {
  "use strict";
  var emas = window.emas, make = emas.make, choice = window.emasChoix;
  var every = window.emasAmenagements;
  var place = document.getElementById("emas_fiche");
  var team = place.dataset.equipe;
  var LONGEST = 160, LONGEST_TITLE = 60, PAUSE_MS = 150;
  var cards = new Map();
  var pause;

  function field(id, words, hidden, attributes, tag) {
    var input = make(tag, Object.assign({ id: id, autocomplete: "off" }, attributes));
    input.addEventListener("input", later);
    return { input: input, row: make("p", { class: "emas-champ emas-champ--haut" },
      make("label", { for: id }, words, make("span", { class: "emas-cache" }, hidden)), input) };
  }

  var title = field("emas_fiche_titre", "Titre de la fiche", "",
    { type: "text", maxlength: LONGEST_TITLE, placeholder: "Mes aménagements" }, "input");
  var status = make("p", { role: "status", class: "emas-aide" });
  var list = make("ol", { class: "emas-choisis" });
  var missing = make("p", { class: "emas-aide" });
  var sheet = make("div", { class: "emas-feuille" });
  var printer = emas.button("Imprimer ma fiche", function () { window.print(); });
  var tools = make("div", {}, make("p", {}, make("strong", {}, "Aucun nom, aucune initiale d’élève\u00a0: "),
    "la fiche se perd, se photocopie. Rien n’est gardé\u00a0: si vous quittez la page, vos mots disparaissent."),
    title.row, list, make("p", { class: "emas-actions" }, printer), missing);
  var empty = make("p", { tabindex: "-1" }, "Votre fiche est vide\u00a0: choisissez un premier aménagement dans la liste.");
  place.append(status, empty, tools);

  function known() {
    return choice.chosen().filter(function (id) { return Object.hasOwn(every, id); });
  }

  function move(id, by) {
    var ids = known();
    var from = ids.indexOf(id), to = from + by;
    if (to < 0 || to >= ids.length) return tell(id, "déjà " + (by < 0 ? "en premier" : "en dernier"));
    ids.splice(to, 0, ids.splice(from, 1)[0]);
    choice.choose(ids);
    show();
    tell(id, "place " + (to + 1) + " sur " + ids.length);
  }

  function remove(id) {
    var ids = known();
    var rank = ids.indexOf(id);
    choice.choose(ids.filter(function (other) { return other !== id; }));
    cards.delete(id);
    show();
    tell(id, "retiré de la fiche");
    var next = known()[Math.min(rank, ids.length - 2)];
    if (next) cards.get(next).item.querySelector("textarea").focus();
    else empty.focus();
  }

  function tell(id, words) {
    status.textContent = every[id].titre + "\u00a0: " + words + ".";
  }

  function tool(id, words, action) {
    var button = emas.button(words, function () {
      action();
      if (button.isConnected) button.focus();
    }, true);
    button.append(make("span", { class: "emas-cache" }, "\u00a0: " + every[id].titre));
    return button;
  }

  function card(id) {
    var own = field("emas_mots_" + id, "Pour cet élève, demain",
      "\u00a0: " + every[id].titre, { maxlength: LONGEST, rows: 2 }, "textarea");
    var item = make("li", {}, make("h2", {}, every[id].titre), own.row,
      make("p", { class: "emas-actions" },
        tool(id, "Monter", function () { move(id, -1); }),
        tool(id, "Descendre", function () { move(id, 1); }),
        tool(id, "Retirer", function () { remove(id); })));
    return { item: item, own: own.input };
  }

  function show() {
    var ids = known();
    ids.forEach(function (id) { if (!cards.has(id)) cards.set(id, card(id)); });
    list.replaceChildren.apply(list, ids.map(function (id) { return cards.get(id).item; }));
    tools.hidden = !ids.length;
    empty.hidden = Boolean(ids.length);
    measure();
  }

  function later() {
    clearTimeout(pause);
    pause = setTimeout(measure, PAUSE_MS);
  }

  // La feuille n’est dans la page que le temps de l’imprimer, ou de voir ce qu’elle peut dire.
  function measure() {
    if (known().length) compose();
    sheet.remove();
  }

  function compose() {
    place.append(sheet);
    var left = window.emasFeuille(sheet, {
      title: title.input.value.trim(), team: team,
      items: known().map(function (id, rank) {
        return { rank: rank + 1, told: every[id], words: cards.get(id).own.value.trim() };
      })
    });
    missing.textContent = left.length ? "Pour tenir sur une page, la feuille ne dit pas\u00a0: " +
      left.join(", ") + ". Avec moins d’aménagements, elle en dit plus." :
      "La feuille dit tout, et tient sur une page.";
  }

  window.addEventListener("beforeprint", function () { if (known().length) compose(); });
  window.addEventListener("afterprint", function () { sheet.remove(); });
  // Une police qui arrive, ou un réglage de lecture, change la hauteur des lignes.
  document.fonts.ready.then(measure);
  window.addEventListener("hashchange", show);
  emas.onChange(measure, "confort");
  show();
})();
