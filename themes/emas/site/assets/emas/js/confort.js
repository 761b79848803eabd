// Les réglages de lecture : un attribut sur <html> pour chacun, que les feuilles de style suivent.
(function () {
  "use strict";
  var emas = window.emas;
  var page = document.documentElement;
  var dialog = document.getElementById("emas_confort");
  var opener = document.querySelector(".emas-options");
  if (!dialog || !opener) return;

  var form = dialog.querySelector("form");
  var NAMES = ["police", "taille", "espacement", "contraste", "calme", "simple"];
  var twins = Array.from(document.querySelectorAll("details.emas-boite--simple"));

  function fields(name) {
    return Array.from(form.querySelectorAll("input[name=" + name + "]"));
  }

  // Une valeur venue d’ailleurs (un fichier de reprise) ne vaut que si le formulaire la propose.
  function known(name, value) {
    return value && fields(name).some(function (field) { return field.value === value; });
  }

  function apply() {
    var chosen = emas.read("confort");
    NAMES.forEach(function (name) {
      var value = known(name, chosen[name]) ? chosen[name] : "";
      if (value) page.dataset[name] = value;
      else delete page.dataset[name];
      fields(name).forEach(function (field) { field.checked = field.value === value; });
    });
    openTwins(page.dataset.simple === "oui");
    dialog.querySelector("[data-garde]").textContent = emas.platform ?
      "Ces réglages restent dans cette fenêtre. Ils s’effacent quand vous la fermez, et ne sont pas transmis." :
      emas.isShared() ? "Ordinateur partagé\u00a0: ces réglages s’effacent quand vous fermez l’onglet." :
      "Ces réglages restent dans ce navigateur, et nulle part ailleurs.";
  }

  // On ne referme que ce que l’on a ouvert.
  function openTwins(wanted) {
    twins.forEach(function (twin) {
      if (wanted && !twin.open) {
        twin.open = true;
        twin.dataset.ouvert = "";
      } else if (!wanted && "ouvert" in twin.dataset) {
        twin.open = false;
        delete twin.dataset.ouvert;
      }
    });
  }

  function count() {
    if (!twins.length) return "Cette page n’en a pas.";
    return twins.length === 1 ? "Cette page en a un." : "Cette page en a " + twins.length + ".";
  }

  dialog.querySelector("[data-simples]").textContent = count();

  opener.addEventListener("click", function () { dialog.showModal(); });

  form.addEventListener("change", function (event) {
    if (!NAMES.includes(event.target.name)) return;
    var chosen = {};
    NAMES.forEach(function (name) {
      var field = fields(name).find(function (item) { return item.checked; });
      if (field && field.value) chosen[name] = field.value;
    });
    emas.write("confort", chosen);
  });

  form.querySelector("[data-defaut]").addEventListener("click", function () {
    emas.write("confort", {});
    emas.write("profil", {});
  });

  emas.onChange(apply, "confort");
  apply();
})();
