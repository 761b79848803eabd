// « Mon code » : lu dans l’adresse (le QR d’une feuille), tapé, ou créé. Rien ne s’ouvre sans lui, pour
// que les réponses de deux personnes ne se mêlent pas sur un même téléphone.
(function () {
  "use strict";
  var emas = window.emas;
  var who = emas.participant;
  if (!who || who.opinion) return;

  var field = emas.make("input", {
    type: "text", id: "emas_code", class: "emas-trou", autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false", "aria-describedby": "emas_code_aide"
  });
  var told = emas.make("p", { class: "emas-message", role: "alert" });
  var ask = emas.make("form", { class: "emas-code", method: "dialog", autocomplete: "off" },
    emas.make("p", { class: "emas-champ" }, emas.make("label", { for: "emas_code" }, "Mon code"), field),
    emas.make("p", { class: "emas-aide", id: "emas_code_aide" },
      "Les sept signes de votre feuille, en majuscules ou non."),
    told,
    emas.make("p", { class: "emas-actions" },
      emas.make("button", { class: "emas-bouton" }, "Commencer"),
      emas.button("Je n’ai pas de code", create, true)));
  var shown = emas.make("strong");
  var advice = emas.make("span");
  var known = emas.make("div", { class: "emas-code", tabindex: "-1" },
    emas.make("p", {}, "Mon code\u00a0: ", shown, ". ", advice),
    emas.make("p", { class: "emas-actions" }, emas.button("Ce n’est pas moi", leave, true)));

  function enter(code, words, made) {
    field.value = "";
    told.textContent = "";
    field.removeAttribute("aria-invalid");
    advice.textContent = words + " il sert aussi aux autres questionnaires de cette session.";
    who.becomes(code, made);
  }

  function create() {
    enter(emas.newCode(), "Notez-le sur un papier\u00a0:", true);
    known.focus();
  }

  function leave() {
    who.becomes("");
    field.focus();
  }

  function refuse(text) {
    field.value = text;
    field.setAttribute("aria-invalid", "true");
    told.textContent = "Ce code n’est pas tout à fait juste\u00a0: un signe manque, ou en remplace un autre. " +
      "Relisez-le sur votre feuille. Il a sept signes, sans voyelle.";
    field.focus();
  }

  function take(text) {
    var code = emas.readCode(text);
    if (code) enter(code, "Gardez-le\u00a0:");
    return Boolean(code);
  }

  function fromAddress() {
    var text = emas.fromAddress("code");
    if (text === null || take(text)) return;
    who.becomes("");
    refuse(text);
  }

  function show() {
    var code = who.code();
    ask.hidden = Boolean(code);
    known.hidden = !code;
    shown.textContent = code && emas.shownCode(code);
    who.box.classList.toggle("emas-seance--fermee", !code);
  }

  ask.addEventListener("submit", function (event) {
    event.preventDefault();
    if (take(field.value)) known.focus();
    else refuse(field.value);
  });
  advice.textContent = "Gardez-le\u00a0: il sert aussi aux autres questionnaires de cette session.";
  who.box.before(ask, known);
  window.addEventListener("hashchange", fromAddress);
  emas.onChange(show, emas.shelf.name);
  show();
  fromAddress();
})();
