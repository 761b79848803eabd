// La lecture à voix haute, avec les voix françaises de l’appareil seulement : celles d’un service
// en ligne lui enverraient le texte. Sans voix, rien ne se montre.
(function () {
  "use strict";
  var emas = window.emas;
  var speech = window.speechSynthesis;
  var dialog = document.getElementById("emas_confort");
  var article = document.querySelector("article");
  if (!speech || !dialog || !article) return;

  var PARTS = "h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, legend, summary";
  var SILENT = "nav, [data-silence], .emas-version, .emas-barre, .emas-bulle, " +
    ".emas-citation, .emas-retour, .emas-appel-de-note, [aria-hidden=true]";
  var group = dialog.querySelector("[data-voix]");
  var queue = [];
  var current = null;

  function localVoice() {
    return speech.getVoices().find(function (voice) {
      return voice.localService && /^fr\b/i.test(voice.lang.replace("_", "-"));
    });
  }

  function update() { group.hidden = !localVoice(); }

  // Ce qu’un élément dit lui-même : ce qu’il contient d’autre sera lu à son tour.
  function words(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(SILENT + ", " + PARTS + ", ul, ol, dl, table").forEach(function (item) {
      item.remove();
    });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function readable(element) {
    return element.checkVisibility() && !element.closest(SILENT) && words(element);
  }

  var pause = emas.button("Pause", function () {
    if (speech.paused) speech.resume();
    else speech.pause();
    pause.textContent = pause.textContent === "Pause" ? "Reprendre" : "Pause";
  });
  var bar = emas.bar("Lecture à voix haute",
    emas.make("span", {}, "Lecture en cours"), pause, emas.button("Arrêter", stop, true));

  function mark(element) {
    if (current) current.classList.remove("emas-entendu");
    current = element;
    if (!element) return;
    element.classList.add("emas-entendu");
    element.scrollIntoView({ block: "center" });
  }

  function next() {
    var element = queue.shift();
    if (!element) { stop(); return; }
    var spoken = new SpeechSynthesisUtterance(words(element));
    var voice = localVoice();
    if (!voice) { stop(); return; }
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.onend = function () { if (!bar.hidden) next(); };
    spoken.onerror = function () { if (!bar.hidden) stop(); };
    mark(element);
    speech.speak(spoken);
  }

  function start() {
    dialog.close();
    queue = Array.from(article.querySelectorAll(PARTS)).filter(readable);
    pause.textContent = "Pause";
    bar.hidden = false;
    pause.focus();
    next();
  }

  function stop() {
    var held = bar.contains(document.activeElement);
    bar.hidden = true;
    queue = [];
    mark(null);
    speech.cancel();
    if (held) document.querySelector(".emas-options").focus();
  }

  dialog.querySelector("[data-lire]").addEventListener("click", start);
  window.addEventListener("pagehide", function () { speech.cancel(); });
  speech.addEventListener("voiceschanged", update);
  update();
})();
