// Qui répond à une session : un code, retenu pour ses autres questionnaires ; chacun retrouve les siens.
// Un avis n’a pas de code avant la fin, en reçoit un qui ne sert qu’à lui, et ne se garde pas.
(function () {
  "use strict";
  var emas = window.emas;
  var box = document.querySelector(".emas-seance");
  if (!box) return;

  var session = box.dataset.session;
  var moment = box.dataset.moment;
  var opinion = box.hasAttribute("data-avis");
  var name = opinion ? "page" : "sessions";

  function change(key, entry) {
    var all = emas.read(name);
    if (entry) all[key] = entry;
    else delete all[key];
    emas.write(name, all);
  }

  function code() {
    var known = emas.read(name)[session];
    return known && typeof known.code === "string" ? emas.readCode(known.code) : "";
  }

  function place() { return opinion ? "" : session + "/" + code() + "/"; }

  function valid(entry) {
    return entry && typeof entry.code === "string" && Number.isInteger(entry.numero) &&
      entry.reponses && typeof entry.reponses === "object";
  }

  emas.shelf = { name: name, place: place };

  emas.participant = {
    box: box, session: session, moment: moment, opinion: opinion,
    code: code,
    // Rien : on ne sait plus qui répond.
    becomes: function (found) { change(session, found ? { code: found } : null); },
    // Ce qui a été donné à la fin, et ne change plus.
    ended: function () {
      var entry = emas.read(name)[place() + moment];
      return valid(entry) ? entry : null;
    },
    end: function (answers) {
      var given = opinion ? emas.newCode() : code();
      change(place() + moment, { code: given, numero: 1, reponses: answers });
    }
  };
})();
