// Tout ce que ce navigateur retient passe par ici, et ne sort pas d’ici : voir « Vie privée ».
// Sur un ordinateur partagé, rien ne survit à l’onglet, sauf le fait qu’il est partagé. Dans un paquet
// pour plateforme, la page de lancement garde tout (partials/javascripts/base.html dit où).
(function () {
  "use strict";
  var PREFIX = "emas:";
  var SHARED = PREFIX + "partage";
  var NAMES = ["confort", "couleurs", "profil", "progres", "reponses", "sessions", "envois"];
  // La boîte d’envoi d’une session (sessions/boite.js), hors d’un ordinateur partagé.
  var DATABASE = PREFIX + "envois";
  // Ce que cette page est seule à retenir : « page », qui ne se garde pas, et ce que le navigateur refuse.
  var here = {};

  // Un navigateur peut refuser de retenir quoi que ce soit : la page marche quand même.
  function attempt(action, otherwise) {
    try { return action(); } catch (error) { return otherwise; }
  }

  function isShared() {
    return attempt(function () { return localStorage.getItem(SHARED) !== null; }, false);
  }

  var store = window.emasRange;

  function read(name) {
    if (here[name]) return here[name];
    var found = attempt(function () { return JSON.parse(store().getItem(PREFIX + name)); }, null);
    return found && typeof found === "object" ? found : {};
  }

  function write(name, value) {
    delete here[name];
    var kept = name !== "page" && attempt(function () {
      store().setItem(PREFIX + name, JSON.stringify(value));
      return true;
    }, false);
    if (!kept) here[name] = value;
    changed(name);
  }

  function forget() {
    here = {};
    attempt(function () { indexedDB.deleteDatabase(DATABASE); });
    attempt(function () {
      [localStorage, sessionStorage].forEach(function (area) {
        Object.keys(area).forEach(function (key) {
          if (key.startsWith(PREFIX)) area.removeItem(key);
        });
      });
    });
  }

  // Ce qui a été fait suit : on ne perd rien en cours de lecture.
  function share(shared) {
    var kept = NAMES.map(read);
    forget();
    if (shared) attempt(function () { localStorage.setItem(SHARED, "oui"); });
    NAMES.forEach(function (name, rank) { write(name, kept[rank]); });
  }

  function changed(name) {
    document.dispatchEvent(new CustomEvent("emas:memoire", { detail: name }));
  }

  // Une page retrouvée par « Précédent » peut dater d’avant un effacement.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) changed();
  });

  // Construit un élément ; le texte n’est jamais lu comme du HTML.
  function make(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      element.setAttribute(name, attributes[name]);
    });
    element.append.apply(element, Array.prototype.slice.call(arguments, 2));
    return element;
  }

  function button(words, action, second) {
    var classes = "emas-bouton" + (second ? " emas-bouton--second" : "");
    var result = make("button", { type: "button", class: classes }, words);
    result.addEventListener("click", action);
    return result;
  }

  // Enregistre un fichier parmi les téléchargements, depuis un dossier comme en ligne.
  function download(name, text) {
    var file = new Blob([text], { type: "application/json" });
    var link = make("a", { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  // Une barre au bas de l’écran ; s’il y en a deux, elles s’empilent.
  function bar(name) {
    var content = document.querySelector(".md-content");
    var stack = content.querySelector(".emas-barres");
    if (!stack) {
      stack = make("div", { class: "emas-barres" });
      content.append(stack);
    }
    var result = make("div", { class: "emas-barre", role: "group", "aria-label": name, hidden: "" });
    result.append.apply(result, Array.prototype.slice.call(arguments, 1));
    stack.append(result);
    return result;
  }

  // « 2027-01-13 », à l’heure de l’ordinateur.
  var now = new Date();
  var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(function (number) {
    return String(number).padStart(2, "0");
  }).join("-");

  window.emas = {
    today: today,
    platform: document.documentElement.hasAttribute("data-plateforme"),
    database: DATABASE,
    // Ce que ce nom désigne survit-il à la page ?
    kept: function (name) { return !here[name]; },
    read: read, write: write, isShared: isShared, share: share,
    forget: function () { forget(); changed(); },
    make: make, button: button, bar: bar, download: download,
    // L’adresse d’une page, donnée depuis la racine du site.
    address: function (path) { return new URL(path, __md_scope).href; },
    // Ce que l’on refait quand la mémoire change : tout, ou ce qui porte ce nom.
    onChange: function (action, name) {
      document.addEventListener("emas:memoire", function (event) {
        if (!name || !event.detail || event.detail === name) action();
      });
    }
  };
})();
