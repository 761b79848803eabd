// La recherche : le champ de l’en-tête et la page de tous les résultats. Ce qui cherche (lunr, les
// textes) n’est demandé que quand quelqu’un va chercher, par des scripts ordinaires : un site lu
// depuis un dossier n’a rien d’autre.
(function () {
  "use strict";
  var FILES = ["lunr/lunr.js", "lunr/lunr.stemmer.support.js", "lunr/lunr.fr.js",
    "recherche/mots.js", "recherche/classement.js", "recherche/moteur.js",
    "recherche/extrait.js", "recherche/liste.js", "recherche/textes.js"];
  var PAUSE_MS = 180, FIRST = 8;
  var WAIT = "La recherche se prépare…";
  var FAILED = "La recherche n’a pas pu s’ouvrir\u00a0: essayez le glossaire.";
  var load = window.emas.later(FILES, function () {
    return new Promise(function (ready) {
      window.emasMoteur(window.lunr, window.emasTextes, ready);
    });
  });

  // Cherche et montre dans `list`, si l’on en veut toujours ; rend le nombre de résultats.
  function search(question, status, list, most, wanted) {
    status.textContent = WAIT;
    return load().then(function (engine) {
      if (!wanted()) return 0;
      var results = engine.find(question);
      window.emasListe.show(list, results, engine.root, most);
      status.textContent = window.emasListe.count(results.length);
      return results.length;
    }).catch(function () {
      status.textContent = FAILED;
      return 0;
    });
  }

  // La page de tous les résultats : recherche.html?q=…

  var whole = document.getElementById("emas_trouvailles");
  var asked = new URLSearchParams(location.search).get("q") || "";
  if (whole && asked.trim()) {
    var told = document.getElementById("emas_etat");
    document.getElementById("emas_question").value = asked;
    search(asked, told, whole, Infinity, function () { return true; }).then(function () {
      document.title = "« " + asked + " »\u00a0: " + told.textContent + " - " + document.title;
    });
  }

  // Le champ de l’en-tête, qu’un bouton ouvre sur un écran étroit.

  var form = document.getElementById("emas_recherche");
  if (!form) return;
  var opener = document.querySelector(".emas-chercher");
  var field = form.querySelector("input");
  var panel = form.querySelector(".emas-recherche__panneau");
  var status = panel.querySelector("[role=status]");
  var list = panel.querySelector("ol");
  var all = panel.querySelector(".emas-recherche__tout");
  var stays = window.matchMedia("(min-width: 60em)");
  var pause;

  function toggle(open) {
    form.toggleAttribute("data-ouverte", open);
    opener.setAttribute("aria-expanded", String(open));
    if (open) field.focus();
    else hide();
  }

  function isShown() {
    return panel.hasAttribute("data-ouvert");
  }

  function hide() {
    clearTimeout(pause);
    panel.removeAttribute("data-ouvert");
    status.textContent = "";
  }

  function close(giveBack) {
    if (stays.matches) hide();
    else toggle(false);
    if (giveBack) (stays.matches ? field : opener).focus();
  }

  function wait() {
    clearTimeout(pause);
    if (field.value.trim()) pause = setTimeout(show, PAUSE_MS);
    else hide();
  }

  function show() {
    var question = field.value;
    panel.setAttribute("data-ouvert", "");
    search(question, status, list, FIRST, function () {
      return isShown() && field.value === question;
    }).then(function (number) {
      all.hidden = number <= FIRST;
      all.textContent = "Voir les " + number + " résultats";
      all.href = form.action + "?q=" + encodeURIComponent(question);
    });
  }

  // Les flèches passent d’un lien à l’autre ; la touche Tab aussi, comme partout.
  function move(event) {
    var way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var stops = [field].concat(Array.from(panel.querySelectorAll("a:not([hidden])")));
    var place = stops.indexOf(document.activeElement);
    if (!way || place < 0 || !isShown()) return;
    event.preventDefault();
    stops[Math.min(Math.max(place + way, 0), stops.length - 1)].focus();
  }

  opener.addEventListener("click", function () { toggle(!form.hasAttribute("data-ouverte")); });
  field.addEventListener("input", wait);
  form.addEventListener("focusin", function (event) {
    load().catch(function () {});
    if (event.target === field && !isShown()) wait();
  });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return move(event);
    event.preventDefault();
    close(true);
  });
  form.addEventListener("focusout", function (event) {
    var next = event.relatedTarget;
    if (next && next !== opener && !form.contains(next)) close(false);
  });
  document.addEventListener("pointerdown", function (event) {
    if (!form.contains(event.target) && !opener.contains(event.target)) close(false);
  });
})();
