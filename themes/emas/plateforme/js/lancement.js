// La page de lancement (le « SCO ») : elle montre les pages du module dans un cadre, garde ce qu’elles
// retiennent, et le dit à la plateforme.
(function () {
  "use strict";
  var emas = window.emas;
  var module = JSON.parse(document.getElementById("module").textContent);
  var frame = document.querySelector("iframe");
  var place = document.getElementById("message");
  var session = emas.session();
  var started = Date.now();
  var kept = {};
  var sent = {};
  var best = null;
  var ended = "";
  var refused = false;
  var timer = 0;
  var WAIT_MS = 400;

  // La mémoire des pages du cadre : la même interface que localStorage.

  function read(name) {
    try { return JSON.parse(kept["emas:" + name]) || {}; } catch (error) { return {}; }
  }

  window.emasPlateforme = {
    memoire: {
      getItem: function (name) { return name in kept ? kept[name] : null; },
      setItem: function (name, value) {
        kept[name] = String(value);
        paint();
        clearTimeout(timer);
        timer = setTimeout(save, WAIT_MS);
      }
    }
  };

  // La phrase au-dessus du cadre a les couleurs du cadre.
  function paint() {
    var dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    document.body.dataset.mdColorScheme = read("couleurs").schema || (dark ? "slate" : "default");
  }

  function tell(words) {
    var line = document.createElement("p");
    var said = document.createElement("span");
    var close = document.createElement("button");
    said.textContent = words;
    close.type = "button";
    close.textContent = "Fermer ce message";
    close.addEventListener("click", function () {
      place.replaceChildren();
      frame.focus();
    });
    line.append(said, close);
    place.replaceChildren(line);
  }

  // Où en est le lecteur

  function result(answers) {
    if (!module.compte) return null;
    var seed = answers[module.id + "/" + module.compte.id];
    return emas.result(emas.asked(module.compte, seed ? seed.reponse[0] : module.id).map(function (id) {
      var question = module.questions.find(function (item) {
        return item.cle === module.compte.id + "/" + id;
      });
      var entry = question && answers[question.cle];
      var valid = entry && entry.version === question.version;
      return {
        corrige: question ? question.corrige : {}, reponse: valid ? entry.reponse : [],
        vue: Boolean(valid && entry.vue)
      };
    }));
  }

  function status(progress, found) {
    var steps = module.etapes.map(function (step) { return module.id + "/" + step.id; });
    return emas.status({
      etapes: steps, bilan: Boolean(module.compte), seuil: module.compte && module.compte.seuil
    }, progress.lues || [], found);
  }

  function elapsed() {
    var seconds = Math.floor((Date.now() - started) / 1000);
    var hours = Math.min(9999, Math.floor(seconds / 3600));
    return emas.clock(hours, Math.floor(seconds / 60) % 60, seconds % 60).padStart(10, "0");
  }

  // Ce que l’on dit à la plateforme

  // Ce qui vient d’être vérifié : une ligne de plus à chaque fois, puisqu’on ne peut pas les relire.
  function sendAnswers(answers) {
    var rank = Number(session.get("cmi.interactions._count") || NaN);
    if (isNaN(rank)) return;
    checked(answers).forEach(function (question) {
      var said = JSON.stringify(answers[question.cle].reponse);
      if (sent[question.cle] === said) return;
      sent[question.cle] = said;
      emas.interaction(question, answers[question.cle].reponse, new Date()).forEach(function (pair) {
        session.set("cmi.interactions." + rank + "." + pair[0], pair[1]);
      });
      rank += 1;
    });
  }

  function checked(answers) {
    return module.questions.filter(function (question) {
      var entry = answers[question.cle];
      return question.corrige && entry && entry.version === question.version && entry.vue;
    });
  }

  // On garde le meilleur résultat, et un module terminé le reste.
  function sendScore(found) {
    if (found !== null) best = Math.max(best === null ? 0 : best, Math.round(found * 10000) / 100);
    if (best === null) return;
    session.set("cmi.core.score.min", "0");
    session.set("cmi.core.score.max", "100");
    session.set("cmi.core.score.raw", String(best));
  }

  function save() {
    clearTimeout(timer);
    if (!session) return;
    var answers = read("reponses");
    var progress = read("progres");
    var found = result(answers);
    var now = status(progress, found);
    if (now !== "incomplete") ended = ended === "passed" ? ended : now;
    var taken = session.set("cmi.suspend_data", emas.packed(module, progress, answers));
    sendScore(found);
    session.set("cmi.core.lesson_status", ended || now);
    session.set("cmi.core.session_time", elapsed());
    session.set("cmi.core.exit", "suspend");
    sendAnswers(answers);
    tellRefusal(!session.commit() || !taken);
  }

  function tellRefusal(now) {
    if (now === refused) return;
    refused = now;
    if (!now) place.replaceChildren();
    else tell("La plateforme n’a pas pu enregistrer la suite. Vous pouvez continuer\u00a0: nous réessayons à chaque réponse.");
  }

  // Le cadre note où l’on en est quand on le quitte, ce qu’il n’apprend parfois qu’après nous.
  function finish() {
    if (!session) return;
    try { frame.contentWindow.dispatchEvent(new Event("pagehide")); } catch (error) { /* un autre site */ }
    save();
    session.finish();
    session = null;
  }

  function start() {
    var found = emas.unpacked(module, session ? session.get("cmi.suspend_data") : "");
    kept["emas:progres"] = JSON.stringify(found.progres);
    kept["emas:reponses"] = JSON.stringify(found.reponses);
    checked(found.reponses).forEach(function (question) {
      sent[question.cle] = JSON.stringify(found.reponses[question.cle].reponse);
    });
    if (session) {
      var known = session.get("cmi.core.lesson_status");
      var score = session.get("cmi.core.score.raw");
      if (known === "passed" || known === "completed") ended = known;
      if (score && isFinite(score)) best = Number(score);
      save();
    } else {
      tell("La plateforme ne répond pas\u00a0: elle ne saura pas ce que vous faites ici. Vous pouvez lire et répondre\u00a0; tout s’efface quand vous fermez cette fenêtre.");
    }
    var last = found.progres.derniere;
    var page = last ? last.etape + ".html" + (last.ancre ? "#" + last.ancre : "") :
      module.id + "/index.html";
    frame.src = module.pages + page;
  }

  window.addEventListener("pagehide", finish);
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") save();
  });
  // Retrouvée par « Précédent », la page n’a plus de séance : elle en ouvre une autre.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });
  paint();
  start();
})();
