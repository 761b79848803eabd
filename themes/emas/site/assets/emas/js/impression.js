// Sur papier, rien n’est replié. Les navigateurs récents le font avec la feuille de style seule, qui
// dit aussi ce qui ne s’imprime pas : la réponse d’une question, si on ne l’a pas ouverte.
(function () {
  "use strict";
  var opened = [];

  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("article details:not([open])"));
    opened.forEach(function (item) { item.open = true; });
  });

  window.addEventListener("afterprint", function () {
    opened.forEach(function (item) { item.open = false; });
  });
})();
