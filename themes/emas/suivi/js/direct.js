// Le mur au clavier, et la scène qui suit la séance. Sans ce fichier, les boutons marchent aussi.
(function () {
  "use strict";
  var scene = document.getElementById("scene");
  var help = document.getElementById("aide");
  var cut = document.getElementById("coupure");
  var pressed = Promise.resolve();
  var KEYS = {
    ArrowRight: "suite", PageDown: "suite", " ": "suite", ArrowLeft: "retour", PageUp: "retour",
    o: "ouvrir", f: "fermer", r: "corriger", Escape: "accueil"
  };
  var tools = {
    ecran: function () {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(function () {});
    },
    aide: function () { help.showModal(); }
  };

  function alike(mine, wanted) {
    return mine.nodeName === wanted.nodeName &&
      (mine.dataset || {}).cle === (wanted.dataset || {}).cle;
  }

  function copyAttributes(mine, wanted) {
    Array.from(mine.attributes).forEach(function (one) {
      if (!wanted.hasAttribute(one.name)) mine.removeAttribute(one.name);
    });
    Array.from(wanted.attributes).forEach(function (one) {
      if (mine.getAttribute(one.name) !== one.value) mine.setAttribute(one.name, one.value);
    });
  }

  // Change ce qui a changé et rien d’autre : le focus reste, seul ce qui est neuf s’annonce.
  function follow(mine, wanted) {
    var old = Array.from(mine.childNodes);
    var fresh = Array.from(wanted.childNodes);
    fresh.forEach(function (node, rank) {
      if (rank >= old.length) mine.append(node);
      else if (!alike(old[rank], node)) old[rank].replaceWith(node);
      else if (node.nodeType !== Node.ELEMENT_NODE) {
        if (old[rank].data !== node.data) old[rank].data = node.data;
      } else {
        copyAttributes(old[rank], node);
        follow(old[rank], node);
      }
    });
    old.slice(fresh.length).forEach(function (node) { node.remove(); });
  }

  async function send(name, value) {
    var form = scene.querySelector("form");
    var said = new URLSearchParams(new FormData(form));
    if (name === "moment") said.set("pas", "animer");
    said.set(name, value);
    try {
      var answer = await fetch(form.action, { method: "POST", body: said });
      if (!answer.ok) return location.reload();
      var page = new DOMParser().parseFromString(await answer.text(), "text/html");
      follow(scene, page.getElementById("scene"));
    } catch (error) { cut.textContent = "Le service ne répond pas. Appuyez de nouveau."; }
  }

  // L’un après l’autre : un appui trop rapide attend que le précédent soit fait.
  function press(name, value) {
    pressed = pressed.then(function () {
      var button = scene.querySelector("[name=" + name + "][value=" + value + "]");
      if (button && button.getAttribute("aria-disabled") !== "true") return send(name, value);
    });
  }

  function listen() {
    var source = new EventSource(location.pathname + "/flux");
    source.onmessage = function (event) {
      var box = document.createElement("template");
      box.innerHTML = event.data;
      cut.textContent = "";
      follow(scene, box.content);
    };
    source.onerror = function () {
      // Fermé pour de bon : la personne n’est plus entrée, ou le service refuse.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
      cut.textContent = "Liaison coupée\u00a0: nouvel essai…";
    };
  }

  scene.addEventListener("submit", function (event) {
    event.preventDefault();
    press(event.submitter.name, event.submitter.value);
  });
  document.addEventListener("click", function (event) {
    var tool = event.target.closest("[data-fait]");
    if (tool) tools[tool.dataset.fait]();
  });
  document.addEventListener("keydown", function (event) {
    if (help.open || event.ctrlKey || event.altKey || event.metaKey) return;
    var native = event.target.closest("button, a") && [" ", "Enter"].includes(event.key);
    var key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (native || event.repeat) return;
    if (key === "?") tools.aide();
    else if (key === "p") tools.ecran();
    else if (KEYS[key]) press("pas", KEYS[key]);
    else return;
    event.preventDefault();
  });
  document.documentElement.classList.add("avec-script");
  listen();
})();
