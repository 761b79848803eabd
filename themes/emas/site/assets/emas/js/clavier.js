// Le menu et la recherche au clavier : Material les ouvre par des étiquettes, que la touche Tab saute.
(function () {
  "use strict";

  var drawer = document.getElementById("__drawer");
  var search = document.getElementById("__search");
  if (!drawer || !search) return;

  var drawerStays = window.matchMedia("(min-width: 76.25em)");
  var searchStays = window.matchMedia("(min-width: 60em)");
  var sidebar = document.querySelector(".md-sidebar--primary");
  var dialog = document.querySelector(".md-search");
  var content = document.querySelector(".md-content");

  function button(toggle, name, words) {
    var label = document.querySelector(".md-header label[for='" + toggle.id + "']");
    var result = document.createElement("button");
    result.type = "button";
    result.className = "md-header__button md-icon " + name;
    result.setAttribute("aria-label", words);
    result.innerHTML = label.innerHTML;
    result.addEventListener("click", function () { open(toggle, label); });
    label.after(result);
    label.hidden = true;
    return result;
  }

  // Material donne le focus avant que la case ne soit cochée : ce qu’elle ouvre doit déjà l’accepter.
  function open(toggle, label) {
    if (toggle === search) dialog.inert = false;
    label.click();
    if (toggle === drawer) closer.focus();
  }

  // Ce qui est fermé, hors de l’écran ou caché derrière le menu ne reçoit pas le focus.
  function update() {
    var covered = !drawerStays.matches && drawer.checked;
    menu.setAttribute("aria-expanded", String(drawer.checked));
    sidebar.inert = !drawerStays.matches && !drawer.checked;
    if (content) content.inert = covered;
    if (dialog) dialog.inert = covered || (!searchStays.matches && !search.checked);
  }

  function close() {
    drawer.click();
    menu.focus();
  }

  var closer = document.createElement("button");
  closer.type = "button";
  closer.className = "emas-fermer";
  closer.textContent = "✕ Fermer le menu";
  closer.addEventListener("click", close);
  sidebar.querySelector(".md-sidebar__inner").prepend(closer);

  var menu = button(drawer, "emas-menu", "Menu");
  if (dialog) {
    button(search, "emas-chercher", "Rechercher");
    dialog.setAttribute("aria-label", "Recherche");
  }
  [drawer, search, drawerStays, searchStays].forEach(function (source) {
    source.addEventListener("change", update);
  });
  update();

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && drawer.checked) close();
  });

  // Material réagit à des lettres seules (f, s, n, p…) : gênant pour qui dicte ou tape au hasard
  // (WCAG 2.1.4). On écoute avant lui, et on ne garde que ce qui s’écrit dans un champ.
  window.addEventListener("keydown", function (event) {
    var writing = event.target.closest && event.target.closest("input, textarea, select");
    var alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (alone && event.key.length === 1 && event.key !== " " && !writing) {
      event.stopImmediatePropagation();
    }
  }, true);
})();
