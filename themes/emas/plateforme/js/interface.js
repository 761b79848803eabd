// L’interface qu’offre une plateforme (SCORM 1.2, objet « API »), cherchée dans les fenêtres qui
// entourent celle-ci, puis autour de celle qui l’a ouverte.
// Source : SCORM 1.2, The SCORM Run-Time Environment, 3.3.
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};
  var FAR = 20;

  function around(start) {
    for (var place = start, rank = 0; place && rank < FAR; rank += 1) {
      try {
        if (place.API) return place.API;
      } catch (error) { /* une fenêtre d’un autre site : on cherche plus loin */ }
      if (place.parent === place) return null;
      place = place.parent;
    }
    return null;
  }

  // Une séance ouverte, ou null. `set` et `commit` disent si la plateforme a accepté.
  emas.session = function () {
    var api = around(window) || around(window.opener);
    var said = {};

    function call(name, first, second) {
      try {
        return second === undefined ? api[name](first) : api[name](first, second);
      } catch (error) {
        return "false";
      }
    }

    function accepted(answer) { return String(answer) === "true"; }

    if (!api || !accepted(call("LMSInitialize", ""))) return null;
    return {
      get: function (name) {
        var value = call("LMSGetValue", name);
        return value === null || value === undefined ? "" : String(value);
      },
      set: function (name, value) {
        if (said[name] === value) return true;
        var taken = accepted(call("LMSSetValue", name, value));
        if (taken) said[name] = value;
        return taken;
      },
      commit: function () { return accepted(call("LMSCommit", "")); },
      finish: function () { call("LMSFinish", ""); }
    };
  };
})();
