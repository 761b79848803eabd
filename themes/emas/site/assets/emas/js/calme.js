// La page calme dit combien d’écrans il reste, et comment en sortir.
(function () {
  "use strict";
  var emas = window.emas;
  var content = document.querySelector(".md-content");
  if (!content) return;

  var left = emas.make("span");
  var quit = emas.button("Quitter la page calme", function () {
    var chosen = emas.read("confort");
    delete chosen.calme;
    emas.write("confort", chosen);
    document.querySelector(".emas-options").focus();
  }, true);
  var bar = emas.bar("Page calme", left, quit);

  function update() {
    bar.hidden = document.documentElement.dataset.calme !== "oui";
    if (bar.hidden) return;
    var below = content.getBoundingClientRect().bottom - window.innerHeight;
    var screens = Math.ceil(below / window.innerHeight - 0.05);
    left.textContent = screens < 1 ? "Fin de la page" :
      screens === 1 ? "Encore 1 écran" : "Encore " + screens + " écrans";
  }

  window.addEventListener("scroll", update, { passive: true });
  window.addEventListener("resize", update);
  window.addEventListener("load", update);
  emas.onChange(update);
  update();
})();
