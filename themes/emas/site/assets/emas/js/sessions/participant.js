// Qui répond à une session : un code, retenu pour ses autres questionnaires ; chacun retrouve les siens.
// Un avis n’a pas de code avant la fin, en reçoit un qui ne sert qu’à lui, et ne se garde pas.
(function () {
  "use strict";
  var emas = window.emas;
  var box = document.querySelector(".emas-seance");
  if (!box) return;

  var KNOWN = "sessions";
  var session = box.dataset.session;
  var moment = box.dataset.moment;
  var opinion = box.hasAttribute("data-avis");
  var name = opinion ? "page" : KNOWN;

  function change(shelf, key, entry) {
    var all = emas.read(shelf);
    if (entry && Object.keys(entry).length) all[key] = entry;
    else delete all[key];
    emas.write(shelf, all);
  }

  // Ce que l’on sait de la session, ou d’une personne et de sa session : un objet, peut-être vide.
  function known(key) {
    var found = emas.read(KNOWN)[key];
    return found && typeof found === "object" ? found : {};
  }

  function person() {
    var found = known(session);
    return typeof found.code === "string" ? emas.readCode(found.code) : "";
  }

  function code() { return opinion ? "" : person(); }

  function place() { return opinion ? "" : session + "/" + code() + "/"; }

  function valid(entry) {
    return entry && typeof entry.code === "string" && Number.isInteger(entry.numero) &&
      entry.reponses && typeof entry.reponses === "object";
  }

  emas.shelf = { name: name, place: place };

  emas.participant = {
    box: box, session: session, moment: moment, opinion: opinion,
    code: code, person: person,
    // Rien : on ne sait plus qui répond, mais la séance reste. `made` : ce code vient d’être créé ici.
    becomes: function (found, made) {
      var stays = Object.assign({}, known(session));
      delete stays.code;
      delete stays.cree;
      change(KNOWN, session, Object.assign(stays, found && { code: found }, made && { cree: true }));
    },
    // Ce que le service demande pour laisser entrer, et le jeton qu’il a donné à une personne.
    room: function (of) { return known(of || session).seance || ""; },
    enters: function (room) { change(KNOWN, session, Object.assign({}, known(session), { seance: room })); },
    // Le service que cette session a déjà trouvé.
    service: function () { return known(session).service || ""; },
    meets: function (base) {
      if (known(session).service !== base) {
        change(KNOWN, session, Object.assign({}, known(session), { service: base }));
      }
    },
    made: function (of) { return Boolean(known(of).cree); },
    pass: function (of, who) { return known(of + "/" + who); },
    takes: function (of, who, pass) { change(KNOWN, of + "/" + who, pass); },
    // Ce qui a été donné à la fin, et ne change plus.
    ended: function () {
      var entry = emas.read(name)[place() + moment];
      return valid(entry) ? entry : null;
    },
    end: function (answers) {
      var given = opinion ? emas.newCode() : code();
      change(name, place() + moment, { code: given, numero: 1, reponses: answers });
    }
  };
})();
