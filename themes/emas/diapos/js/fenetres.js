// Les boutons : plan, impression, aide, plein écran, vue en continu.
(function () {
  "use strict";
  var root = document.documentElement;
  var find = emas.find;

  var actions = {
    precedente: function () { emas.show(emas.here() - 1); },
    suivante: function () { emas.show(emas.here() + 1); },
    lecture: function () { look("lecture", "diapos"); },
    diapos: function () { look("diapos", "lecture"); },
    plan: function () {
      find("#plan").showModal();
      var current = find("#plan [aria-current]");
      current.scrollIntoView({ block: "center" });
      current.focus();
    },
    imprimer: function () { find("#imprimer").showModal(); },
    aide: function () { find("#aide").showModal(); },
    "plein-ecran": function () {
      if (document.fullscreenElement) document.exitFullscreen();
      else root.requestFullscreen();
    },
  };

  // Après un clic de souris, la barre d’espace doit avancer, non presser encore le bouton.
  function leave() { find("main").focus({ preventScroll: true }); }

  // Le bouton pressé disparaît : celui qui fait l’inverse prend sa place.
  function look(wanted, back) {
    emas.look(wanted);
    if (document.activeElement !== find("main")) {
      find("[data-fait=" + back + "]").focus({ preventScroll: true });
    }
  }

  function go(number) {
    find("#plan").close();
    leave();
    emas.show(number - 1);
  }

  function mark() {
    document.querySelectorAll("#plan nav a").forEach(function (link, number) {
      if (number === emas.here()) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }

  // Les notes dépliées s’impriment ; elles reviennent ensuite à ce qu’elles étaient.
  function print(what) {
    var style = find("#impression_notes");
    var folded = document.querySelectorAll(".notes:not([open])");
    find("#imprimer").close();
    if (what === "notes") {
      style.media = "print";
      folded.forEach(function (notes) { notes.open = true; });
    }
    window.addEventListener("afterprint", function () {
      style.media = "not all";
      folded.forEach(function (notes) { notes.open = false; });
    }, { once: true });
    window.print();
  }

  document.querySelectorAll("[data-fait]").forEach(function (button) {
    button.addEventListener("click", function (event) {
      if (event.detail) leave();
      actions[button.dataset.fait]();
    });
  });
  document.querySelectorAll("[data-ferme]").forEach(function (button) {
    button.addEventListener("click", function () { button.closest("dialog").close(); });
  });
  document.querySelectorAll("[data-imprime]").forEach(function (button) {
    button.addEventListener("click", function () { print(button.dataset.imprime); });
  });
  find("#plan nav").addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    go(Number(link.hash.slice(1)));
  });
  find("[data-aller]").addEventListener("submit", function (event) {
    event.preventDefault();
    go(find("#numero").valueAsNumber);
  });
  root.toggleAttribute("data-plein-ecran", Boolean(document.fullscreenEnabled));
  emas.actions = actions;
  emas.onChange(mark);
})();
