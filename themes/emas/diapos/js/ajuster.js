// Un texte qui ne tient pas dans sa case (police absente, taille imposée par le navigateur, texte
// trop long) rapetisse, comme dans PowerPoint.
(function () {
  "use strict";
  var STEP = 0.05;
  var LEAST = 0.5;
  var ROUNDING_PX = 2;

  function over(box) { return box.scrollHeight > box.clientHeight + ROUNDING_PX; }

  function fit(slide) {
    slide.querySelectorAll(".z").forEach(function (box) {
      box.style.removeProperty("--taille");
      for (var size = 1 - STEP; over(box) && size >= LEAST; size -= STEP) {
        box.style.setProperty("--taille", size.toFixed(2));
      }
    });
  }

  // Toutes ensemble, et non celle que l’on voit seule : l’impression les montre toutes.
  function fitAll() {
    if (emas.view() === "lecture") return;
    var hidden = emas.slides.filter(function (slide) { return slide.hidden; });
    hidden.forEach(function (slide) { slide.hidden = false; });
    emas.slides.forEach(fit);
    hidden.forEach(function (slide) { slide.hidden = true; });
  }

  document.fonts.ready.then(fitAll);
  window.addEventListener("resize", fitAll);
})();
