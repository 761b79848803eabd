// Un terme du glossaire s’explique sur place : clic, doigt, ou Entrée ; Échap referme.
(function () {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;

  document.querySelectorAll("a.emas-terme + .emas-bulle").forEach(function (bubble, rank) {
    var term = bubble.previousElementSibling;
    var openBefore = false;
    bubble.id = "bulle_" + rank;
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-controls", bubble.id);

    bubble.addEventListener("toggle", function (event) {
      var open = event.newState === "open";
      term.setAttribute("aria-expanded", String(open));
      term.style.anchorName = open ? "--emas-terme" : "";
    });

    // Le navigateur referme une bulle dès qu’on presse ailleurs, donc aussi sur son terme : le
    // clic qui suit ne doit pas la rouvrir.
    term.addEventListener("pointerdown", function () {
      openBefore = bubble.matches(":popover-open");
    });

    term.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      var pointed = event.detail > 0;
      term.style.anchorName = "--emas-terme";
      bubble.togglePopover(pointed ? !openBefore : undefined);
    });

    // Un bouton répond aussi à la barre d’espace.
    term.addEventListener("keydown", function (event) {
      if (event.key !== " ") return;
      event.preventDefault();
      term.click();
    });
  });
})();
