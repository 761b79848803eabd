// Les pages des aménagements demandent ce dont elles ont besoin, par des scripts ordinaires : un site
// lu depuis un dossier n’a rien d’autre. Les autres pages n’en chargent rien.
(function () {
  "use strict";
  var place = document.querySelector("[data-amenagements]");
  if (!place) return;
  var FILES = {
    liste: ["recherche/mots.js", "amenagements/choix.js", "amenagements/liste.js"],
    domaine: ["amenagements/choix.js"],
    fiche: ["amenagements/choix.js", "amenagements/textes.js", "amenagements/feuille.js",
      "amenagements/fiche.js"]
  };
  var here = document.currentScript.src;

  window.emasCharger = function (name) {
    return new Promise(function (loaded, failed) {
      var script = window.emas.make("script", {});
      script.async = false;
      script.onload = loaded;
      script.onerror = failed;
      script.src = new URL(name, here).href;
      document.head.append(script);
    });
  };

  FILES[place.dataset.amenagements].forEach(window.emasCharger);
})();
