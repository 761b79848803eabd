// Ce qui est choisi pour la fiche : dans l’adresse de la page, après « # », et nulle part ailleurs.
// Les liens d’une page des aménagements à l’autre l’emportent avec eux.
(function () {
  "use strict";
  var emas = window.emas;
  var MOST = 8;
  var ADD = "Ajouter à ma fiche", REMOVE = "Retirer de ma fiche";
  var root = new URL(".", location.href).pathname;

  function state() {
    var hash = location.hash.slice(1);
    return new URLSearchParams(hash.includes("=") ? hash : "");
  }

  // « a,b » reste lisible dans l’adresse.
  function written(values) {
    return values.toString().replace(/%2C/g, ",");
  }

  function put(name, value) {
    var values = state();
    if (value) values.set(name, value);
    else values.delete(name);
    history.replaceState(null, "", "#" + written(values));
  }

  function chosen() {
    var ids = (state().get("fiche") || "").split(",").filter(function (id) {
      return /^[a-z][a-z0-9-]{0,29}$/.test(id);
    });
    return Array.from(new Set(ids)).slice(0, MOST);
  }

  function choose(ids) {
    put("fiche", ids.join(","));
    show();
  }

  var status = emas.make("p", { role: "status" });
  var way = emas.make("a", { class: "emas-bouton", href: new URL("ma-fiche.html", location.href).href },
    "Voir ma fiche");
  var bar = document.querySelector("[data-ajouter]") && emas.bar("Ma fiche", status, way);
  var buttons = Array.from(document.querySelectorAll("[data-ajouter]"));
  // L’adresse de chaque lien, telle que la page la donne.
  var links = Array.from(document.querySelectorAll("article a[href], .emas-barre a[href]"))
    .filter(function (link) {
      return link.pathname.startsWith(root) && link.pathname !== location.pathname;
    }).map(function (link) { return { link: link, page: link.href.split("#")[0], part: link.hash.slice(1) }; });

  function toggle(button) {
    var id = button.dataset.ajouter;
    var ids = chosen();
    var taken = ids.includes(id);
    if (!taken && ids.length === MOST) {
      status.textContent = "Une fiche a huit aménagements au plus\u00a0: retirez-en un d’abord.";
      return;
    }
    choose(taken ? ids.filter(function (other) { return other !== id; }) : ids.concat(id));
  }

  function show() {
    var ids = chosen();
    buttons.forEach(function (button) {
      var taken = ids.includes(button.dataset.ajouter);
      button.firstChild.textContent = taken ? REMOVE : ADD;
      button.toggleAttribute("data-choisi", taken);
    });
    if (bar) bar.hidden = !ids.length;
    status.textContent = "Ma fiche\u00a0: " + ids.length + " aménagement" +
      (ids.length > 1 ? "s" : "") + " sur " + MOST;
    links.forEach(function (item) {
      var values = new URLSearchParams();
      if (item.part) values.set("voir", item.part);
      values.set("fiche", ids.join(","));
      var end = ids.length ? written(values) : item.part;
      item.link.href = item.page + (end ? "#" + end : "");
    });
  }

  buttons.forEach(function (button) {
    button.addEventListener("click", function () { toggle(button); });
  });

  function arrive() {
    var target = document.getElementById(state().get("voir") || "");
    if (target) target.scrollIntoView();
  }

  window.emasChoix = { most: MOST, chosen: chosen, choose: choose, state: state, put: put };
  window.addEventListener("hashchange", show);
  show();
  arrive();
})();
