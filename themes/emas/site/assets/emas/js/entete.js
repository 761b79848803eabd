// L’en-tête : le menu sur un écran étroit, le mode clair ou sombre, et les touches seules.
(function () {
  "use strict";
  var emas = window.emas;
  var menu = document.querySelector(".emas-menu");
  var colours = document.querySelector(".emas-couleurs");
  if (!menu || !colours) return;

  // Le menu : Material l’ouvre par une case à cocher, que ce bouton coche.
  var drawer = document.getElementById("__drawer");
  var stays = window.matchMedia("(min-width: 76.25em)");
  var sidebar = document.querySelector(".md-sidebar--primary");
  var content = document.querySelector(".md-content");

  // Ce qui est fermé ou couvert ne reçoit pas le focus.
  function update() {
    menu.setAttribute("aria-expanded", String(drawer.checked));
    sidebar.inert = !stays.matches && !drawer.checked;
    content.inert = !stays.matches && drawer.checked;
  }

  function open() {
    drawer.click();
    closer.focus();
  }

  function close() {
    drawer.click();
    menu.focus();
  }

  var closer = emas.make("button", { type: "button", class: "emas-fermer" }, "✕ Fermer le menu");
  closer.addEventListener("click", close);
  sidebar.querySelector(".md-sidebar__inner").prepend(closer);
  sidebar.id = menu.getAttribute("aria-controls");
  menu.addEventListener("click", function () { (drawer.checked ? close : open)(); });
  drawer.addEventListener("change", update);
  stays.addEventListener("change", update);
  update();

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && drawer.checked) close();
  });

  // Les couleurs : celles que l’on a choisies, sinon celles de l’appareil. Un script en ligne les a
  // déjà posées (partials/javascripts/palette.html).
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  function paint() {
    var scheme = emas.read("couleurs").schema || (dark.matches ? "slate" : "default");
    document.body.dataset.mdColorScheme = scheme;
    colours.setAttribute("aria-pressed", String(scheme === "slate"));
  }

  colours.addEventListener("click", function () {
    var now = document.body.dataset.mdColorScheme;
    emas.write("couleurs", { schema: now === "slate" ? "default" : "slate" });
    paint();
  });
  emas.onChange(paint);
  dark.addEventListener("change", paint);
  paint();

  // Material réagit à des lettres seules (n, p…) : gênant pour qui dicte ou tape au hasard
  // (WCAG 2.1.4). On écoute avant lui, et on ne garde que ce qui s’écrit dans un champ.
  window.addEventListener("keydown", function (event) {
    var writing = event.target.closest && event.target.closest("input, textarea, select");
    var alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (alone && event.key.length === 1 && event.key !== " " && !writing) {
      event.stopImmediatePropagation();
    }
  }, true);
})();
