// Y a-t-il un service de suivi, et que répond-il ? On ne le cherche que sur l’origine de la page, puis à
// l’adresse que l’équipe a écrite (equipe.yml) ; jamais ailleurs, jamais d’après l’adresse de la page.
(function () {
  "use strict";
  var emas = window.emas;
  if (!emas.participant) return;

  var NAME = "emas-suivi-1";
  var PROBE_MS = 2000;
  var WAIT_MS = 10000;
  var asked = new Set();

  function places() {
    var own = /^https?:$/.test(location.protocol) ? [location.origin + "/"] : [];
    var written = emas.participant.box.dataset.suivi;
    return own.concat(written && !own.includes(written) ? [written] : []);
  }

  // Ce que répond le service : { status, body, after }, `after` en secondes. Rejette si rien ne vient.
  async function ask(base, path, options, wait) {
    var stop = new AbortController();
    var timer = setTimeout(function () { stop.abort(); }, wait || WAIT_MS);
    asked.add(stop);
    try {
      var answer = await fetch(base + path, Object.assign({
        cache: "no-store", credentials: "omit", redirect: "error", signal: stop.signal
      }, options));
      var text = await answer.text();
      return { status: answer.status, body: parsed(text), after: Number(answer.headers.get("Retry-After")) || 0 };
    } finally {
      clearTimeout(timer);
      asked.delete(stop);
    }
  }

  function parsed(text) {
    try { return JSON.parse(text) || {}; } catch (error) { return {}; }
  }

  function busy(status) { return status === 429 || status >= 500; }

  // Vrai, faux, ou rien si l’on n’en sait rien : personne ne répond, ou plus tard.
  async function present(base) {
    try {
      var answer = await ask(base, "suivi/etat", {}, PROBE_MS);
      if (busy(answer.status)) return null;
      return answer.status === 200 && answer.body.service === NAME;
    } catch (error) { return null; }
  }

  emas.service = {
    ask: ask, present: present, places: places,
    // Son adresse ; « » s’il n’y en a pas ; rien si l’on n’en sait rien encore.
    find: async function () {
      var unsure = false;
      for (var base of places()) {
        var found = await present(base);
        if (found) return base;
        if (found === null) unsure = true;
      }
      return unsure ? null : "";
    },
    post: function (base, path, content, token) {
      var body = typeof content === "string" ? content : JSON.stringify(content);
      var headers = { "Content-Type": "application/json" };
      if (token) headers.Authorization = "Bearer " + token;
      if (path.startsWith("xAPI/")) headers["X-Experience-API-Version"] = "1.0.3";
      // Au-delà, le navigateur refuserait de finir l’envoi une fois la page cachée.
      return ask(base, path, { method: "POST", headers: headers, body: body, keepalive: body.length < 20000 });
    },
    // Ce qui attendait sur un réseau que l’on n’a plus.
    hangUp: function () { asked.forEach(function (stop) { stop.abort(); }); }
  };
})();
