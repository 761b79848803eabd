// Un parcours : où l’on en est, ce que l’on peut passer et pourquoi, la suite au bas d’une étape, la fiche
// de suivi. Tout vient de ce que ce navigateur retient déjà ; c’est toujours le lecteur qui choisit.
(function () {
  "use strict";
  var emas = window.emas;
  var make = emas.make;
  var STEP = /^[a-z0-9-]+\/[a-z0-9-]+$/;

  function list(text) { return (text || "").split(" ").filter(Boolean); }

  function data(item, name) { return JSON.parse(item.dataset[name] || "null"); }

  function plural(count, one, several) { return count + " " + (count < 2 ? one : several); }

  // « 1 h 20 », comme les pages.
  function duration(minutes) {
    var hours = Math.floor(minutes / 60);
    var rest = minutes % 60;
    if (!hours) return rest + "\u00a0min";
    return hours + "\u00a0h" + (rest ? "\u00a0" + String(rest).padStart(2, "0") : "");
  }

  // « 1er décembre 2026 »
  function day(text) {
    var parts = text.split("-").map(Number);
    return new Date(parts[0], parts[1] - 1, parts[2]).toLocaleDateString("fr-FR",
      { day: "numeric", month: "long", year: "numeric" }).replace(/^1 /, "1er ");
  }

  function quoted(texts) {
    return texts.map(function (text) { return "«\u00a0" + text + "\u00a0»"; }).join(", ");
  }

  // Ce qui reste d’un parcours : ni lu, ni passé.
  function isOpen(known, step) { return !known.lues.includes(step) && !known.passees.includes(step); }

  function follow(path) {
    var known = emas.progress();
    if (known.parcours === path) return;
    known.parcours = path;
    emas.write("progres", known);
  }

  function pass(step) {
    var known = emas.progress();
    known.passees = known.passees.includes(step) ?
      known.passees.filter(function (item) { return item !== step; }) : known.passees.concat(step);
    emas.write("progres", known);
  }

  // Ce que disent les réponses données avant : par objectif, atteint ou non ; rien sans réponse.
  function marks(row) {
    var kept = emas.read("reponses");
    var found = {};
    data(row, "questions").forEach(function (question) {
      var entry = kept[question.cle];
      if (!emas.answers.valid(entry) || entry.version !== question.version || !entry.vue) return;
      (found[question.objectif] = found[question.objectif] || [])
        .push(emas.mark(question.corrige, entry.reponse));
    });
    return found;
  }

  function positioning() {
    var objectives = {};
    var modules = [];
    document.querySelectorAll(".emas-avant > li").forEach(function (row) {
      var found = marks(row);
      var names = Object.keys(found);
      if (names.length) modules.push(row.dataset.module);
      names.forEach(function (name) {
        objectives[name] = emas.mean(found[name]) >= Number(row.dataset.seuil) - 1e-9;
      });
    });
    return { modules: modules, objectives: objectives };
  }

  // À suivre, ou l’on peut passer ; et pourquoi. Rien pour un module où l’on ne s’est pas situé.
  function advice(row, found) {
    var aims = data(row, "objectifs");
    var names = Object.keys(aims);
    if (!found.modules.includes(row.dataset.etape.split("/")[0]) || !names.length) return null;
    function words(kept) { return quoted(kept.map(function (name) { return aims[name]; })); }
    var asked = names.filter(function (name) { return name in found.objectives; });
    var missed = asked.filter(function (name) { return !found.objectives[name]; });
    if (missed.length) {
      return { pass: false, why: "vos réponses laissent quelque chose à voir sur l’objectif " + words(missed) };
    }
    if (asked.length < names.length) {
      var unasked = names.filter(function (name) { return !asked.includes(name); });
      return { pass: false, why: "aucune question n’a porté sur l’objectif " + words(unasked) };
    }
    return { pass: true, why: "vous avez bien répondu aux questions sur l’objectif " + words(names) };
  }

  // « derniere » est aussi l’étape qui suit celle que l’on vient de lire : un endroit dit que l’on y était.
  function begun(row, known) {
    var kept = emas.read("reponses");
    var last = known.derniere;
    return Boolean(last && last.etape === row.dataset.etape && last.ancre) ||
      list(row.dataset.questions).some(function (name) { return name in kept; });
  }

  function state(row, known) {
    var step = row.dataset.etape;
    if (known.lues.includes(step)) {
      return "✓ Faite" + (known.jours[step] ? " le " + day(known.jours[step]) : "");
    }
    if (known.passees.includes(step)) return "Passée, c’est votre choix";
    return begun(row, known) ? "Commencée" : "Pas encore";
  }

  function showRow(row, known, found) {
    var step = row.dataset.etape;
    var open = isOpen(known, step);
    var told = open && advice(row, found);
    var place = row.querySelector(".emas-avis");
    var button = place.querySelector("button") || emas.button("", function () { pass(step); }, true);
    place.querySelectorAll("p").forEach(function (line) { line.remove(); });
    var lines = [make("p", { class: "emas-etat-d-etape" }, state(row, known) + ".")];
    if (told) {
      lines.push(make("p", {}, make("strong", {}, told.pass ? "Vous pouvez passer" : "À suivre"),
        "\u00a0: " + told.why + "."));
    }
    place.prepend.apply(place, lines);
    if (!button.parentNode) place.append(button); // déplacé, il perdrait le focus
    button.hidden = known.lues.includes(step);
    button.textContent = known.passees.includes(step) ? "Finalement, je la suis" : "Je passe cette étape";
    button.setAttribute("aria-label", button.textContent + "\u00a0: " + row.dataset.titre);
    row.classList.toggle("emas-close", !open);
  }

  // La page d’un parcours

  function summary(rows, known) {
    var left = rows.filter(function (row) { return isOpen(known, row.dataset.etape); });
    var minutes = left.reduce(function (sum, row) { return sum + Number(row.dataset.minutes); }, 0);
    var done = rows.length - left.length;
    if (!left.length) return "Vous êtes au bout de ce parcours.";
    if (!done) return "";
    return plural(done, "étape derrière vous", "étapes derrière vous") + " sur " + rows.length + "." +
      (minutes ? " Il reste " + duration(minutes) + "." : "");
  }

  function startPage(place) {
    var rows = Array.from(document.querySelectorAll(".emas-suite-d-etapes > li"));
    var status = place.querySelector("p");
    var button = place.querySelector("a");
    var sheet = document.querySelector("#fiche + div a");
    var links = rows.map(function (row) { return row.querySelector("a"); })
      .concat(Array.from(document.querySelectorAll(".emas-avant a")), button);
    links.forEach(function (link) {
      link.addEventListener("click", function () { follow(place.dataset.parcours); });
    });

    function show() {
      var known = emas.progress();
      var found = positioning();
      var next = rows.find(function (row) { return isOpen(known, row.dataset.etape); });
      var started = !rows.every(function (row) { return isOpen(known, row.dataset.etape) && !begun(row, known); });
      var words = summary(rows, known);
      if (status.textContent !== words) status.textContent = words;
      button.href = next ? next.querySelector("a").href : sheet.href;
      button.textContent = !next ? "Voir ma fiche de suivi" :
        (started ? "Reprendre" : "Commencer") + "\u00a0: " + next.dataset.titre;
      rows.forEach(function (row) { showRow(row, known, found); });
      document.querySelectorAll(".emas-avant > li").forEach(function (row) {
        var old = row.querySelector(".emas-lue");
        if (old) old.remove();
        if (found.modules.includes(row.dataset.module)) {
          row.append(make("span", { class: "emas-lue" }, " ✓ fait"));
        }
      });
    }

    emas.onChange(show);
    show();
  }

  // La liste des parcours

  function showCard(card) {
    var known = emas.progress();
    var steps = list(card.dataset.suiteDe);
    var left = steps.filter(function (step) { return isOpen(known, step); }).length;
    var old = card.querySelector(".emas-lue");
    if (old) old.remove();
    if (left === steps.length) return;
    var done = steps.length - left;
    card.append(make("span", { class: "emas-lue" }, left ?
      " ✓ " + plural(done, "étape derrière vous", "étapes derrière vous") + " sur " + steps.length :
      " ✓ Parcours fini"));
  }

  // Au bas d’une étape ou d’une évaluation

  function way(word, words, target) {
    return make("a", { href: emas.address(target) },
      make("span", { class: "emas-suite__mot" }, word, make("span", { class: "emas-cache" }, "\u00a0: ")), words);
  }

  function showWay(place) {
    var known = emas.progress();
    var path = place.dataset.parcours;
    place.hidden = known.parcours !== path;
    if (place.hidden) return;
    var page = "parcours/" + path;
    var rest = data(place, "suite");
    var next = rest && rest.find(function (item) { return STEP.test(item[0]) && isOpen(known, item[0]); });
    place.replaceChildren(way("Parcours", place.dataset.titre, page + ".html"));
    if (next) place.append(way("Suite du parcours", next[1], "modules/" + next[0] + ".html"));
    else if (rest) place.append(way("Fin du parcours", "Ma fiche de suivi", page + "/fiche.html"));
  }

  // La fiche

  function showSheet(sheet) {
    var known = emas.progress();
    var minutes = 0;
    sheet.querySelectorAll("tr[data-etape]").forEach(function (row) {
      var step = row.dataset.etape;
      var done = known.lues.includes(step);
      if (done) minutes += Number(row.dataset.minutes);
      row.querySelector("[data-suivie]").textContent = done ?
        (known.jours[step] ? day(known.jours[step]) : "Oui") :
        known.passees.includes(step) ? "Passée" : "";
    });
    sheet.querySelector("[data-total]").textContent = minutes ? duration(minutes) + " suivies" : "";
  }

  var place = document.querySelector(".emas-parcours");
  if (place) startPage(place);

  function show() {
    document.querySelectorAll("[data-suite-de]").forEach(showCard);
    document.querySelectorAll(".emas-suite--parcours").forEach(showWay);
    document.querySelectorAll(".emas-fiche").forEach(showSheet);
  }

  document.querySelectorAll(".emas-imprimer").forEach(function (spot) {
    spot.append(emas.button("Imprimer ma fiche", function () { window.print(); }));
  });
  emas.onChange(show);
  show();
})();
