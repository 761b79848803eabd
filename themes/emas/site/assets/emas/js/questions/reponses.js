// Les réponses du lecteur, une par question et par version de la question. Rien ne sort d’ici.
(function () {
  "use strict";
  var emas = window.emas;

  // Où elles se rangent : chez le lecteur. Dans une session, chez qui répond (sessions/participant.js).
  emas.shelf = { name: "reponses", place: function () { return ""; } };

  function kept() { return emas.read(emas.shelf.name); }

  function keyOf(form) { return emas.shelf.place() + form.dataset.cle; }

  function valid(entry) {
    return entry && typeof entry === "object" && typeof entry.version === "string" &&
      Array.isArray(entry.reponse) &&
      entry.reponse.every(function (value) { return typeof value === "string"; }) &&
      (entry.avant === undefined || typeof entry.avant === "string");
  }

  function change(form, entry) {
    var all = kept();
    if (entry) all[keyOf(form)] = entry;
    else delete all[keyOf(form)];
    emas.write(emas.shelf.name, all);
  }

  emas.keyOf = function (form) { return JSON.parse(form.dataset.corrige); };

  emas.answers = {
    valid: valid,

    // La réponse gardée, si elle répond encore à ce qui est demandé.
    find: function (form) {
      var entry = kept()[keyOf(form)];
      return valid(entry) && entry.version === form.dataset.version ? entry : null;
    },

    // La réponse vérifiée à la même question posée ailleurs, dans une étape ou une évaluation.
    elsewhere: function (form) {
      var question = form.dataset.cle.split("/").pop();
      var all = kept();
      var key = Object.keys(all).filter(function (name) {
        return name !== keyOf(form) && name.startsWith(emas.shelf.place()) && name.split("/").pop() === question &&
          valid(all[name]) && all[name].vue && all[name].version === form.dataset.version;
      }).pop();
      return key ? all[key] : null;
    },

    // A-t-on répondu à une question qui, depuis, a changé de sens ?
    outdated: function (form) {
      var entry = kept()[keyOf(form)];
      return Boolean(valid(entry) && entry.vue && entry.version !== form.dataset.version);
    },

    // `vue` : la réponse est vérifiée ; `suite` : on a continué après elle.
    keep: function (form, reponse, more) {
      change(form, Object.assign({ version: form.dataset.version, reponse: reponse }, more));
    },

    drop: function (form) { change(form, null); }
  };
})();
