// « Posez votre question » : des passages de nos modules, jamais une phrase de plus. Rien de ce qui est
// tapé n’est gardé ni envoyé, pas même dans l’adresse. Ce qui cherche n’arrive qu’avec la première question.
(function () {
  "use strict";
  var FILES = ["lunr/lunr.js", "lunr/lunr.stemmer.support.js", "lunr/lunr.fr.js",
    "recherche/mots.js", "question/lecture.js", "question/classement.js", "question/danger.js",
    "question/montrer.js", "question/passages.js"];
  var WAIT = "On cherche dans nos modules…";
  var FAILED = "La recherche n’a pas pu s’ouvrir. Voici qui appeler.";
  var FIRST_NUMBERS = "En cas de danger, les numéros d’abord.";
  var form = document.getElementById("emas_posez");
  if (!form) return;
  var field = document.getElementById("emas_demande");
  var status = document.getElementById("emas_reponse_etat");
  var place = document.getElementById("emas_passages");
  var danger = document.getElementById("emas_danger");

  var load = window.emas.later(FILES, function () {
    var data = window.emasPassages;
    return {
      find: window.emasClassementPassages(window.lunr, data),
      isDanger: window.emasDanger(data),
      show: window.emasMontrer(data)
    };
  });

  // Les numéros passent devant tout le reste, ou reprennent leur place à la fin.
  function raise(first) {
    danger.toggleAttribute("data-premiers", first);
    if (first) form.after(danger);
    else form.parentNode.append(danger);
  }

  function answer(tools, question) {
    var first = tools.isDanger(question);
    raise(first);
    var told = tools.show(place, tools.find(question));
    status.textContent = (first ? FIRST_NUMBERS + " " : "") + told;
    if (first) document.getElementById("en_danger").focus();
  }

  function ask() {
    var question = field.value.trim();
    if (!question) {
      field.focus();
      return;
    }
    status.textContent = WAIT;
    load().then(function (tools) { answer(tools, question); }).catch(function () {
      raise(true);
      status.textContent = FAILED;
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    ask();
  });
  field.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    ask();
  });
})();
