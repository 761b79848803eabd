// Où l’on est dans le diaporama, et comment on le regarde : une diapositive à la fois, en continu
// comme un texte (toujours, sur un petit écran), ou dans la fenêtre des notes.
var emas = (function () {
  "use strict";
  var root = document.documentElement;
  var slides = Array.from(document.querySelectorAll(".diapo"));
  var drawing = document.getElementById("dessin");
  var drawn = drawing.media;
  var large = window.matchMedia(drawn.replace("print, ", ""));
  var title = document.title;
  var inNotes = location.hash === "#notes";
  var choice = "diapos";
  var index = 0;
  var listeners = [];

  function find(selector) { return document.querySelector(selector); }

  function view() {
    if (inNotes) return "notes";
    return large.matches ? choice : "lecture";
  }

  function heading(slide) { return slide.querySelector("h1, h2, h3"); }

  function titleOf(number) { return slides[number] ? heading(slides[number]).textContent : ""; }

  // « 12 » dans l’adresse, si c’est une diapositive.
  function fromAddress() {
    var number = Number(location.hash.slice(1)) - 1;
    return slides[number] ? number : null;
  }

  function render() {
    var now = view();
    root.dataset.vue = now;
    root.toggleAttribute("data-large", large.matches);
    drawing.media = now === "lecture" ? "print" : drawn;
    slides.forEach(function (slide, number) { slide.hidden = now !== "lecture" && number !== index; });
    // Seul un tableau qui défile a besoin que le clavier s’y arrête.
    document.querySelectorAll(".tableau").forEach(function (box) {
      box.tabIndex = now === "lecture" ? 0 : -1;
    });
    landmarks(now);
    find("[data-place]").textContent = index + 1 + " / " + slides.length;
    find("[data-fait=precedente]").setAttribute("aria-disabled", String(index === 0));
    find("[data-fait=suivante]").setAttribute("aria-disabled", String(index === slides.length - 1));
    document.title = now === "lecture" ? title : index + 1 + ". " + titleOf(index) + " – " + title;
    listeners.forEach(function (tell) { tell(index); });
  }

  // Une diapositive seule garde au-dessus d’elle, pour les lecteurs d’écran, les titres dont elle
  // dépend : celui du diaporama et celui de sa partie.
  function landmarks(now) {
    var level = Number(heading(slides[index]).tagName[1]);
    var marks = find(".reperes");
    marks.hidden = now === "lecture" || level === 1;
    marks.querySelector("h2").hidden = level < 3;
    marks.querySelector("h2").textContent = slides[index].dataset.partie;
  }

  function show(number, quietly) {
    index = Math.max(0, Math.min(slides.length - 1, number));
    if (!inNotes) history.replaceState(null, "", "#" + (index + 1));
    render();
    if (view() === "lecture") slides[index].scrollIntoView();
    else if (!quietly) {
      find("[data-annonce]").textContent =
        "Diapositive " + (index + 1) + " sur " + slides.length + "\u00a0: " + titleOf(index);
    }
  }

  // En continu, on est à la première diapositive qui dépasse le haut de la fenêtre.
  function look(wanted) {
    if (view() === "lecture") {
      index = Math.max(0, slides.findIndex(function (slide) {
        return slide.getBoundingClientRect().bottom > find(".commandes").offsetHeight + 20;
      }));
    }
    choice = wanted;
    show(index, true);
  }

  // Les notes se déplient dans leur fenêtre, et se replient quand on lit en continu.
  function unfold(all) {
    document.querySelectorAll(".notes").forEach(function (notes) { notes.open = all; });
  }

  function start() {
    find(".commandes").hidden = false;
    index = fromAddress() || 0;
    if (inNotes) unfold(true);
    render();
    if (view() === "lecture" && fromAddress() !== null) slides[index].scrollIntoView();
  }

  window.addEventListener("hashchange", function () {
    var number = fromAddress();
    if (number !== null && number !== index) show(number);
  });
  large.addEventListener("change", render);

  return {
    slides: slides,
    find: find,
    view: view,
    titleOf: titleOf,
    inNotes: inNotes,
    unfold: unfold,
    look: look,
    show: show,
    start: start,
    here: function () { return index; },
    onChange: function (tell) { listeners.push(tell); },
    say: function (text) { find("[data-message]").textContent = text; },
  };
})();
