// L’envoi au service, par petits lots, autant de fois qu’il faut : ce qui est arrivé sort de la boîte, ce
// qui est faux est mis à part, le reste attend. Rien ici ne dépend du nombre des autres.
(function () {
  "use strict";
  var emas = window.emas;
  var who = emas.participant;
  if (!emas.service) return;

  var BATCH = 20;
  var BEAT_MS = 30000;
  var MOST_MS = 60000;
  var base = null;
  var timer = 0;
  var failures = 0;
  var running = false;
  var again = false;
  var notBefore = 0;
  var counted = "";
  // Les avis de cette page, chacun { text, token, fate } : « attend », « parti » ou « refus ».
  var opinions = [];
  var state = { known: false, linked: false, waiting: 0, refused: 0, reason: "" };

  function tell() { document.dispatchEvent(new CustomEvent("emas:envoi")); }

  function ofMine(item) { return item.cle.startsWith(who.session + "/" + who.code() + "/"); }

  async function count() {
    var mine = (await emas.outbox.waiting()).filter(ofMine);
    state.refused = mine.filter(function (item) { return item.refus; }).length;
    state.waiting = mine.length - state.refused;
    counted = who.code();
  }

  async function keep() {
    if (who.code()) await emas.outbox.keep(
      { session: who.session, code: who.code(), moment: who.moment }, emas.sending.answers());
    await count();
  }

  // Un lot refusé en entier se coupe en deux, jusqu’à celui qui est faux.
  async function sendBatch(owner, items, joined) {
    var token = await emas.joining.token(base, owner[0], owner[1]);
    var statements = items.map(function (item) { return item.enonce; });
    var answer = await emas.service.post(base, "xAPI/statements", statements, token);
    if ([200, 204].includes(answer.status)) return emas.outbox.sent(items);
    if (answer.status === 401 && !joined) {
      emas.joining.forget(owner[0], owner[1]);
      return sendBatch(owner, items, true);
    }
    if (![400, 409, 413].includes(answer.status)) throw new emas.joining.Later(answer.after);
    if (items.length === 1) {
      return answer.status === 409 ? emas.outbox.sent(items) : emas.outbox.refused(items[0]);
    }
    var half = Math.ceil(items.length / 2);
    await sendBatch(owner, items.slice(0, half), joined);
    return sendBatch(owner, items.slice(half), joined);
  }

  // Ce que plusieurs personnes ont répondu sur cet appareil part avec le jeton de chacune.
  async function sendAnswers() {
    var owners = new Map();
    (await emas.outbox.waiting()).forEach(function (item) {
      if (item.refus) return;
      var name = item.cle.split("/").slice(0, 2).join("/");
      owners.set(name, (owners.get(name) || []).concat(item));
    });
    var mine = who.session + "/" + who.code();
    if (who.code() && !owners.has(mine)) owners.set(mine, []);
    for (var [name, items] of owners) {
      try {
        var owner = name.split("/");
        if (!items.length) await emas.joining.token(base, owner[0], owner[1]);
        for (var start = 0; start < items.length; start += BATCH) {
          await sendBatch(owner, items.slice(start, start + BATCH), false);
        }
        if (name === mine) state.reason = "";
      } catch (error) {
        if (!(error instanceof emas.joining.Refusal)) throw error;
        if (name === mine) state.reason = error.raison;
      }
    }
  }

  async function opinionToken(opinion) {
    if (!who.person()) return opinion.token || emas.joining.anonymous(base);
    return emas.joining.token(base, who.session, who.person());
  }

  async function sendOpinion(opinion, joined) {
    opinion.token = await opinionToken(opinion);
    state.reason = "";
    var answer = await emas.service.post(base, "suivi/avis", opinion.text, opinion.token);
    if (answer.status === 401 && !joined) {
      if (who.person()) emas.joining.forget(who.session, who.person());
      opinion.token = "";
      await sendOpinion(opinion, true);
    } else if ([200, 204].includes(answer.status)) opinion.fate = "parti";
    else if ([400, 413].includes(answer.status)) opinion.fate = "refus";
    else throw new emas.joining.Later(answer.after);
  }

  function unsent() { return opinions.filter(function (one) { return one.fate === "attend"; }); }

  async function sendOpinions() {
    try {
      for (var opinion of unsent()) await sendOpinion(opinion, false);
    } catch (error) {
      if (!(error instanceof emas.joining.Refusal)) throw error;
      state.reason = error.raison;
    }
  }

  async function meet() {
    var found = await emas.service.find();
    var known = emas.service.places().includes(who.service()) ? who.service() : "";
    base = found || known || found;
    if (!base) return false;
    who.meets(base);
    state.linked = Boolean(found);
    if (!state.known) await keep();
    state.known = true;
    return Boolean(found);
  }

  async function round() {
    if (!base) {
      var found = await meet();
      if (base === "") return;
      if (!found) throw new emas.joining.Later();
      tell();
    } else if (state.reason || !state.waiting && !unsent().length) {
      if (!await emas.service.present(base)) throw new emas.joining.Later();
    }
    await sendAnswers();
    await sendOpinions();
    state.linked = true;
  }

  function plan() {
    if (base === "") return;
    var wait = failures ? Math.min(MOST_MS, 1000 * 2 ** (failures - 1)) * (.5 + Math.random() / 2) : BEAT_MS;
    timer = setTimeout(function () {
      timer = 0;
      go();
    }, Math.max(wait, notBefore - Date.now()));
  }

  async function attempt() {
    try {
      await round();
      failures = 0;
    } catch (error) {
      failures += 1;
      if (error instanceof emas.joining.Later) notBefore = Date.now() + Math.min(MOST_MS, 1000 * error.after);
      if (!again) state.linked = false;
    }
    if (state.known) await count();
    running = false;
    tell();
    if (again && Date.now() >= notBefore) go();
    else plan();
  }

  function go() {
    again = running;
    if (running || Date.now() < notBefore && timer) return;
    clearTimeout(timer);
    timer = 0;
    running = true;
    attempt();
  }

  // Le réseau a peut-être changé : on n’attend pas ce qui était en route, qui se redit sans dommage.
  function wake() {
    if (base === "") return;
    if (running) emas.service.hangUp();
    failures = 0;
    go();
  }

  emas.sending = {
    state: state,
    // Ce que la page a à dire, par question : seance.js le donne.
    answers: function () { return {}; },
    // Écrit dans la boîte ce qui a changé, puis l’envoie ; résolu quand c’est écrit.
    keep: async function () {
      if (!state.known) return;
      await keep();
      tell();
      if (state.waiting || who.code() && !who.pass(who.session, who.code()).jeton) go();
    },
    // Un avis n’est que dans cette page, jusqu’à ce qu’il parte.
    opinion: function (text) {
      var opinion = opinions.find(function (one) { return one.text === text; });
      if (!opinion) {
        opinion = { text: text, token: "", fate: "attend" };
        opinions.push(opinion);
        if (state.known) go();
      }
      return opinion;
    },
    unsent: unsent,
    // Tout ce que cette personne a donné ici est-il chez le service ?
    arrived: function () {
      return state.known && counted === who.code() && !state.waiting && !state.refused &&
        Boolean(who.pass(who.session, counted).jeton);
    },
    join: function (room) {
      state.reason = "";
      who.enters(room);
      wake();
    }
  };

  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  window.addEventListener("offline", function () {
    state.linked = false;
    tell();
  });
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) emas.sending.keep();
    else wake();
  });
})();
