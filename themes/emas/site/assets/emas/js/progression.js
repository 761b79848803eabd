// Les étapes lues : c’est le lecteur qui le dit, jamais la page. Rien ne sort de ce navigateur.
(function () {
  "use strict";
  var emas = window.emas;
  var spot = document.querySelector(".emas-etape-lue");
  var here = spot && spot.dataset.module + "/" + spot.dataset.etape;

  function listed(module) {
    return module.dataset.etapes.split(" ").map(function (step) {
      return module.dataset.module + "/" + step;
    });
  }

  function texts(list) {
    return Array.isArray(list) ? list.filter(function (item) { return typeof item === "string"; }) : [];
  }

  function days(known) {
    var kept = {};
    Object.keys(known && typeof known === "object" ? known : {}).forEach(function (step) {
      if (/^20\d\d-\d\d-\d\d$/.test(known[step])) kept[step] = known[step];
    });
    return kept;
  }

  // `lues` et leurs jours ; `passees` et `parcours` : ce que l’on passe, et le parcours que l’on suit.
  function progress() {
    var known = emas.read("progres");
    return {
      lues: texts(known.lues), jours: days(known.jours), passees: texts(known.passees),
      parcours: /^[a-z][a-z0-9-]*$/.test(known.parcours) ? known.parcours : "",
      derniere: known.derniere
    };
  }

  emas.progress = progress;

  function readSteps(module) {
    var done = progress().lues;
    return listed(module).filter(function (step) { return done.includes(step); });
  }

  // « 1 étape lue sur 2 »
  function told(module) {
    var done = readSteps(module).length;
    var all = listed(module).length;
    if (!done) return "";
    if (done === all) return all === 1 ? "Étape lue" : "Les " + all + " étapes sont lues";
    return done + (done === 1 ? " étape lue sur " : " étapes lues sur ") + all;
  }

  // Au bas d’une étape

  function nextPlace(following) {
    var rank = listed(spot).indexOf(following);
    var link = document.querySelector(".emas-suite:not([data-parcours]) a:last-child");
    if (rank < 1 || !link) return null;
    return { etape: following, titre: link.lastChild.textContent, ancre: "" };
  }

  function toggle() {
    var known = progress();
    if (known.lues.includes(here)) {
      known.lues = known.lues.filter(function (step) { return step !== here; });
      delete known.jours[here];
    } else {
      known.lues = known.lues.concat(here);
      known.jours[here] = emas.today;
      var steps = listed(spot);
      known.derniere = nextPlace(steps[steps.indexOf(here) + 1]);
    }
    emas.write("progres", known);
  }

  if (spot) {
    var state = emas.make("p", { role: "status" });
    var mark = emas.button("", toggle);
    spot.append(state, mark);
  }

  function showStep() {
    var done = progress().lues.includes(here);
    state.textContent = done ? "✓ " + told(spot) + "." : "";
    mark.textContent = done ? "Remettre cette étape à lire" : "J’ai lu cette étape";
    mark.classList.toggle("emas-bouton--second", done);
  }

  // Sur les pages qui mènent aux étapes

  function resumeLink(last, name) {
    var target = "modules/" + last.etape + ".html" + (last.ancre ? "#" + last.ancre : "");
    return emas.make("a", { class: "emas-bouton", href: emas.address(target) }, name + last.titre);
  }

  function showResume(place) {
    var last = progress().derniere;
    var module = place.dataset.module;
    var valid = last && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(last.etape) &&
      typeof last.titre === "string" && /^[\w-]*$/.test(last.ancre);
    place.replaceChildren();
    if (module && told(place)) place.append(emas.make("p", {}, told(place) + "."));
    if (valid && (!module || last.etape.startsWith(module + "/"))) {
      place.append(emas.make("p", {}, resumeLink(last, "Reprendre où j’en étais\u00a0: ")));
    }
  }

  function showWord(item, words) {
    var old = item.querySelector(".emas-lue");
    if (old) old.remove();
    if (words) item.append(emas.make("span", { class: "emas-lue" }, " ✓ " + words));
  }

  function show() {
    if (spot) showStep();
    document.querySelectorAll(".emas-reprise").forEach(showResume);
    document.querySelectorAll(".emas-modules > [data-module]").forEach(function (card) {
      showWord(card, told(card));
    });
    document.querySelectorAll(".emas-etapes").forEach(function (list) {
      var done = readSteps(list);
      list.querySelectorAll("li").forEach(function (item) {
        var step = list.dataset.module + "/" + item.dataset.etape;
        showWord(item, done.includes(step) ? "lue" : "");
      });
    });
  }

  // Où l’on en était : le dernier titre passé, noté en quittant une étape qui n’est pas lue.
  function remember() {
    var known = progress();
    if (!spot || known.lues.includes(here)) return;
    var passed = Array.from(document.querySelectorAll("article h2[id]")).filter(function (title) {
      return title.getBoundingClientRect().top < window.innerHeight / 2;
    });
    var anchor = window.scrollY > 0 && passed.length ? passed[passed.length - 1].id : "";
    known.derniere = { etape: here, titre: spot.dataset.titre, ancre: anchor };
    emas.write("progres", known);
  }

  window.addEventListener("pagehide", remember);
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") remember();
  });
  emas.onChange(show);
  show();
})();
