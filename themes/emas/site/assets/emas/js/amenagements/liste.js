// La liste des aménagements, triée dans la page. Les choix restent dans l’adresse.
(function () {
  "use strict";
  var words = window.emasMots, choice = window.emasChoix;
  var form = document.querySelector(".emas-tri");
  var status = form.querySelector("[role=status]");
  var fields = Array.from(form.querySelectorAll("[name]"));
  var PAUSE_MS = 200;
  var pause, loading;
  var cards = Array.from(document.querySelectorAll(".emas-amenagements > li")).map(function (card) {
    return { card: card, words: folded(card.querySelector("p").textContent + " " +
      card.querySelectorAll("p")[1].textContent) };
  });
  var groups = Array.from(document.querySelectorAll(".emas-amenagements"));

  function folded(text) {
    return " " + words.split(text).map(words.fold).join(" ");
  }

  // Tout le texte d’un aménagement se cherche ; il n’est demandé que si quelqu’un cherche.
  function load() {
    loading = loading || window.emasCharger("amenagements/textes.js").then(function () {
      cards.forEach(function (item) {
        var told = window.emasAmenagements[item.card.id];
        item.words += folded([told.debut, told.mesurer].concat(told.comment, told.eviter).join(" "));
      });
    }).catch(function () { loading = null; });
    return loading;
  }

  function matches(item, asked) {
    var data = item.card.dataset;
    function among(list, value) { return !value || list.split(" ").includes(value); }
    return among(data.domaine, asked.domaine) && among(data.niveaux, asked.niveau) &&
      among(data.difficultes, asked.difficulte) && among(data.publics, asked.public) &&
      words.split(asked.mots).every(function (word) {
        return item.words.includes(" " + words.fold(word));
      });
  }

  function asked() {
    var values = {};
    fields.forEach(function (field) { values[field.name] = field.value.trim(); });
    return values;
  }

  function show() {
    var wanted = asked();
    var count = 0;
    cards.forEach(function (item) {
      item.card.hidden = !matches(item, wanted);
      count += item.card.hidden ? 0 : 1;
    });
    groups.forEach(function (group) {
      var empty = !group.querySelector("li:not([hidden])");
      group.hidden = empty;
      group.previousElementSibling.hidden = empty;
      group.previousElementSibling.previousElementSibling.hidden = empty;
    });
    status.textContent = count ? count + " aménagement" + (count > 1 ? "s" : "") :
      "Aucun aménagement\u00a0: essayez un autre mot, ou « Tout montrer ».";
  }

  function apply() {
    var wanted = asked();
    fields.forEach(function (field) { choice.put(field.name, wanted[field.name]); });
    if (!wanted.mots) return show();
    load().then(show);
  }

  // Ce que dit l’adresse, s’il se propose.
  function restore() {
    var state = choice.state();
    fields.forEach(function (field) {
      field.value = state.get(field.name) || "";
      if (field.selectedIndex < 0) field.value = "";
    });
    if (fields.some(function (field) { return field.value; })) apply();
  }

  form.addEventListener("input", function () {
    clearTimeout(pause);
    pause = setTimeout(apply, PAUSE_MS);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    apply();
  });
  form.addEventListener("reset", function () { setTimeout(apply); });
  restore();
})();
