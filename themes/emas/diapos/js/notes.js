// La fenêtre des notes : le même fichier, ouvert une seconde fois. Les deux se parlent par messages,
// seul moyen qui marche aussi sans serveur, où chaque fichier est étranger aux autres.
(function () {
  "use strict";
  var SECOND = 1000;
  var find = emas.find;
  var other = emas.inNotes ? window.opener : null;
  var origin = location.protocol === "file:" ? "*" : location.origin;

  function tell(message) {
    if (other && !other.closed) other.postMessage(Object.assign({ emas: "diapos" }, message), origin);
  }

  function heard(event) {
    var known = origin === "*" || event.origin === origin;
    return known && event.data && event.data.emas === "diapos" ? event.data : null;
  }

  // Devant le groupe

  emas.actions.notes = function () {
    var address = location.href.split("#")[0] + "#notes";
    other = window.open(address, "emas-notes", "popup,width=1100,height=700");
    emas.say(other ? "" : "Le navigateur a empêché la fenêtre des notes de s’ouvrir. " +
      "Autorisez-la pour ce fichier, ou lisez les notes avec « Lire en continu ».");
  };

  function listen() {
    window.addEventListener("message", function (event) {
      var message = heard(event);
      if (!message) return;
      other = event.source;
      if (Number.isInteger(message.va)) emas.show(message.va);
      else tell({ ici: emas.here() });
    });
    emas.onChange(function (index) { tell({ ici: index }); });
  }

  // Devant la personne qui présente

  var passed = 0;
  var passedHere = 0;
  var part = null;

  function inWords(seconds) {
    var hours = Math.floor(seconds / 3600);
    var minutes = String(Math.floor(seconds / 60) % 60);
    var rest = String(seconds % 60).padStart(2, "0");
    return hours ? hours + ":" + minutes.padStart(2, "0") + ":" + rest : minutes + ":" + rest;
  }

  function write(name, text) {
    var place = find("[data-" + name + "]");
    if (place.textContent !== text) place.textContent = text;
  }

  function tick() {
    if (find("[data-pause]").getAttribute("aria-pressed") === "false") {
      passed += 1;
      passedHere += 1;
    }
    clock();
    tell({ bonjour: true });
    write("lien", other && !other.closed ? "" :
      "La fenêtre du diaporama est fermée : cette fenêtre avance seule.");
  }

  function clock() {
    write("ecoule", inWords(passed));
    write("ecoule-partie", inWords(passedHere));
    write("heure", new Date().toLocaleTimeString("fr", { hour: "2-digit", minute: "2-digit" }));
  }

  // Une partie s’ouvre par une diapositive qui dit son rang et sa durée.
  function follow(index) {
    var slide = emas.slides[index];
    var opening = find('.diapo[data-partie="' + CSS.escape(slide.dataset.partie) + '"]');
    var marks = opening.querySelector(".section .z1");
    if (part !== slide.dataset.partie) passedHere = 0;
    part = slide.dataset.partie;
    write("ou", part);
    write("reperes", marks ? "· " + marks.textContent.trim() : "");
    document.querySelectorAll("[data-minutage]").forEach(function (place) {
      place.hidden = !("minutes" in slide.dataset);
    });
    write("prevu", slide.dataset.debut + "\u00a0min");
    write("pour", (slide.dataset.minutes === "0" ? "< 1" : slide.dataset.minutes) + "\u00a0min");
    write("ensuite", emas.titleOf(index + 1) || "c’est la dernière diapositive");
    find(".sans-notes").hidden = Boolean(slide.querySelector(".notes"));
    clock();
  }

  function present() {
    var show = emas.show;
    find(".animation").hidden = false;
    emas.onChange(follow);
    emas.show = function (number) {
      show(number);
      tell({ va: emas.here() });
    };
    window.addEventListener("message", function (event) {
      var message = heard(event);
      if (!message || event.source !== other || !Number.isInteger(message.ici)) return;
      if (message.ici !== emas.here()) show(message.ici);
    });
    find("[data-pause]").addEventListener("click", function () {
      var paused = this.getAttribute("aria-pressed") === "true";
      this.setAttribute("aria-pressed", String(!paused));
    });
    find("[data-zero]").addEventListener("click", function () {
      passed = passedHere = 0;
      clock();
    });
    tell({ bonjour: true });
    setInterval(tick, SECOND);
  }

  if (emas.inNotes) present();
  else listen();
  emas.start();
})();
