// La séance animée : la page suit la question ouverte à l’écran de la salle. Une seule connexion, que le service
// garde ouverte et où il dit la même chose à tous. Sans elle, chacun répond à son rythme, comme toujours ;
// avec elle, on peut toujours le choisir.
(function () {
  "use strict";
  var emas = window.emas;
  var who = emas.participant;
  if (!emas.service || who.opinion || !window.TextDecoderStream) return;

  var AGAIN_MS = 1500;
  var SLOW_MS = 4000;
  var LATER_MS = 30000;
  var LONG_MS = 300000;
  // Le service parle au moins toutes les 15 secondes.
  var SILENT_MS = 35000;
  // Après ce temps sans liaison, on ne retient plus personne.
  var FREE_MS = 8000;
  var box = who.box;
  var frames = Array.from(box.querySelectorAll(".emas-boite--question"));
  var said = null;
  var apart = false;
  var open = null;
  var token;
  var heard = Date.now();
  var timer = 0;
  var free = 0;
  var shown = "";
  var words = emas.make("p", { role: "status" });
  var way = emas.button("Répondre à mon rythme", choose, true);
  var page = emas.make("a", { class: "emas-bouton", href: "#" }, "Y aller");
  var banner = emas.make("div", { class: "emas-code emas-mur", tabindex: "-1", hidden: "" },
    words, emas.make("p", { class: "emas-actions" }, page, way));

  function pass() { return who.pass(who.session, who.code()); }

  function current() {
    return said && said.moment === who.moment && frames.find(function (frame) {
      return said.question === frame.id + "@" + emas.together.form(frame).dataset.version;
    });
  }

  function following() { return current() && !apart && !who.ended(); }

  function sentence(frame) {
    if (said.moment !== who.moment) return "La séance en est à un autre questionnaire.";
    if (!frame) return said.etat === "finie" ? "La séance a fini ces questions\u00a0: relisez, puis terminez." : "";
    var name = "Question " + (frames.indexOf(frame) + 1) + " sur " + frames.length;
    if (apart) return "La séance en est à la question " + (frames.indexOf(frame) + 1) + ". Vous répondez à votre rythme.";
    if (said.etat === "prete") return name + "\u00a0: elle va s’ouvrir. Regardez l’écran.";
    if (said.etat === "ouverte") return name + "\u00a0: à vous\u202f! Vous pouvez changer d’avis jusqu’à la fermeture.";
    return name + "\u00a0: fermée. " + (emas.together.answered(frame) ? "Votre réponse est gardée. " : "") + "La suite arrive.";
  }

  function hideOthers(frame) {
    var waits = frame && said.etat === "prete";
    frames.forEach(function (one) {
      one.classList.toggle("emas-hors-du-mur", Boolean(frame) && (one !== frame || waits));
      one.querySelector("fieldset").disabled = Boolean(who.ended()) ||
        one === frame && said.etat !== "ouverte";
    });
    box.querySelectorAll(".emas-partie").forEach(function (part) {
      part.classList.toggle("emas-hors-du-mur", Boolean(frame) && !part.contains(frame));
    });
  }

  // Ce qui se voit ; on ne bouge l’écran que si la séance a bougé.
  function show() {
    var frame = current();
    var follows = following();
    var telling = said && said.moment && !who.ended() && who.code() ? sentence(frame) : "";
    var lost = follows && box.contains(document.activeElement) && !frame.contains(document.activeElement);
    hideOthers(follows ? frame : null);
    box.classList.toggle("emas-suit", Boolean(follows));
    banner.hidden = !telling;
    if (words.textContent !== telling) words.textContent = telling;
    way.hidden = !frame;
    way.textContent = apart ? "Suivre la séance" : "Répondre à mon rythme";
    page.hidden = !said || said.moment === who.moment;
    if (said) page.href = said.moment + ".html";
    var state = follows ? said.question + said.etat : "";
    if (state && state !== shown) {
      if (lost) banner.focus({ preventScroll: true });
      banner.scrollIntoView({ block: "start" });
    }
    shown = state;
  }

  function choose() {
    apart = !apart;
    show();
  }

  function hear(word) {
    if (!word || !/^[a-z0-9-]*$/.test(word.moment)) return;
    var closes = said && said.etat === "ouverte" && word.etat !== "ouverte";
    said = word;
    // Ce que l’on vient de choisir compte encore.
    if (closes) emas.sending.keep();
    show();
  }

  function read(text) {
    text.split("\n").forEach(function (line) {
      if (line.startsWith("data: ")) hear(JSON.parse(line.slice(6)));
    });
  }

  // Lit jusqu’à ce que la liaison se coupe ; rend le temps à attendre avant de la reprendre.
  async function follow(mine) {
    var slow = setTimeout(function () { mine.stop.abort(); }, SLOW_MS);
    var answer = await fetch(mine.service + "suivi/direct", {
      headers: { Authorization: "Bearer " + mine.jeton }, cache: "no-store", credentials: "omit",
      redirect: "error", signal: mine.stop.signal
    });
    clearTimeout(slow);
    heard = Date.now();
    if (answer.status === 401) {
      emas.joining.forget(who.session, who.code());
      emas.sending.keep();
    }
    if (answer.status !== 200) return LATER_MS;
    var reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (var rest = "", part; !(part = await reader.read()).done;) {
      heard = Date.now();
      clearTimeout(free);
      var events = (rest + part.value).split("\n\n");
      rest = events.pop();
      events.forEach(read);
    }
    return AGAIN_MS;
  }

  function release() {
    said = null;
    show();
  }

  async function listen() {
    clearTimeout(timer);
    timer = 0;
    token = pass().jeton;
    if (!token) return;
    var mine = open = { stop: new AbortController(), jeton: token, service: pass().service };
    // Une coupure est courte ; un service arrêté l’est pour longtemps.
    var wait = Date.now() - heard < LONG_MS ? AGAIN_MS : LATER_MS;
    try { wait = await follow(mine); } catch (error) { /* la liaison s’est coupée : on la reprend */ }
    if (open !== mine) return;
    open = null;
    clearTimeout(free);
    free = setTimeout(release, FREE_MS);
    timer = setTimeout(listen, wait * (.6 + Math.random() / 2.5));
  }

  // On reprend la liaison si elle est peut-être morte, ou si ce n’est plus la même personne.
  function renew() {
    if (open) open.stop.abort();
    open = null;
    listen();
  }

  function look() {
    if (token !== pass().jeton) {
      release();
      renew();
    } else show();
  }

  setInterval(function () {
    if (open && Date.now() - heard > SILENT_MS) renew();
  }, SILENT_MS / 2);
  box.before(banner);
  document.addEventListener("emas:envoi", look);
  emas.onChange(look, emas.shelf.name);
  window.addEventListener("online", renew);
  window.addEventListener("pageshow", function (event) { if (event.persisted) renew(); });
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && Date.now() - heard > SILENT_MS / 2) renew();
  });
  look();
})();
