// Ce que la plateforme garde d’une séance à l’autre (cmi.suspend_data) : 4 096 signes au plus, dans
// l’ASCII qui s’imprime. Ce qui ne tient pas s’oublie, le moins utile d’abord ; jamais un texte coupé.
// Source : SCORM 1.2, The SCORM Run-Time Environment, 3.4.4 (CMIString4096).
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};
  var VERSION = 1;
  var ROOM = 4096;
  var LONGEST = 255;
  var SEEN = 1;
  var CONTINUED = 2;

  function written(state) {
    return JSON.stringify(state).replace(/[^\x20-\x7e]/g, function (sign) {
      return "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");
    });
  }

  function isTexts(value) {
    return Array.isArray(value) && value.every(function (item) { return typeof item === "string"; });
  }

  // Du moins utile au plus utile : étapes, autres évaluations, situations, évaluation qui compte.
  function use(module, question) {
    if (module.compte && question.cle.startsWith(module.compte.id + "/")) return 3;
    if (!question.corrige) return 2;
    return question.cle.includes("/") ? 1 : 0;
  }

  // Les réponses qui répondent encore, chacune sous le code de sa question et de sa version.
  function answers(module, kept) {
    var order = Object.keys(kept);
    return module.questions.filter(function (question) {
      var entry = kept[question.cle];
      return entry && entry.version === question.version && isTexts(entry.reponse) &&
        written(entry.reponse).length <= LONGEST;
    }).map(function (question) {
      var entry = kept[question.cle];
      var marks = (entry.vue ? SEEN : 0) + (entry.suite ? CONTINUED : 0);
      return {
        code: question.code, value: [marks].concat(entry.reponse),
        use: use(module, question), rank: order.indexOf(question.cle)
      };
    }).sort(function (one, other) { return one.use - other.use || one.rank - other.rank; });
  }

  function seeds(module, kept) {
    var found = {};
    module.tirages.forEach(function (name) {
      var entry = kept[module.id + "/" + name];
      if (entry && isTexts(entry.reponse) && /^[a-z0-9]{1,20}$/.test(entry.reponse[0])) {
        found[name] = entry.reponse[0];
      }
    });
    return found;
  }

  function stepOf(module, path) {
    return module.etapes.find(function (step) { return module.id + "/" + step.id === path; });
  }

  // `progress` et `kept` : ce que memoire.js appelle « progres » et « reponses ».
  emas.packed = function (module, progress, kept) {
    var found = answers(module, kept);
    var last = progress.derniere && stepOf(module, progress.derniere.etape);
    var state = {
      v: VERSION,
      l: module.etapes.map(function (step) { return step.id; }).filter(function (id) {
        return isTexts(progress.lues) && progress.lues.includes(module.id + "/" + id);
      }),
      g: seeds(module, kept)
    };
    if (last) state.d = [last.id, String(progress.derniere.ancre || "")];

    function whole() {
      state.r = {};
      found.forEach(function (item) { state.r[item.code] = item.value; });
      return written(state);
    }

    var text = whole();
    while (text.length > ROOM && found.length) {
      found.shift();
      text = whole();
    }
    if (text.length > ROOM) delete state.d;
    while ((text = written(state)).length > ROOM && state.l.length) state.l.pop();
    return text.length > ROOM ? written({ v: VERSION }) : text;
  };

  function read(text) {
    try {
      var state = JSON.parse(text);
      return state && state.v === VERSION ? state : {};
    } catch (error) {
      return {};
    }
  }

  function plain(value) {
    return value && typeof value === "object" && !Array.isArray(value) ? value : {};
  }

  function lastPlace(module, place) {
    var step = isTexts(place) && stepOf(module, module.id + "/" + place[0]);
    if (!step || !/^[\w-]*$/.test(place[1])) return undefined;
    return { etape: module.id + "/" + step.id, titre: step.titre, ancre: place[1] };
  }

  // Un texte illisible, ou d’une autre version, ne rend rien : on commence.
  emas.unpacked = function (module, text) {
    var state = read(text);
    var kept = {};
    module.questions.forEach(function (question) {
      var value = plain(state.r)[question.code];
      if (!Array.isArray(value) || typeof value[0] !== "number" || !isTexts(value.slice(1))) return;
      kept[question.cle] = { version: question.version, reponse: value.slice(1) };
      if (value[0] & SEEN) kept[question.cle].vue = true;
      if (value[0] & CONTINUED) kept[question.cle].suite = true;
    });
    module.tirages.forEach(function (name) {
      var seed = plain(state.g)[name];
      if (typeof seed === "string") {
        kept[module.id + "/" + name] = { version: "graine", reponse: [seed] };
      }
    });
    var steps = isTexts(state.l) ? state.l : [];
    return {
      progres: {
        lues: module.etapes.filter(function (step) { return steps.includes(step.id); })
          .map(function (step) { return module.id + "/" + step.id; }),
        derniere: lastPlace(module, state.d)
      },
      reponses: kept
    };
  };
})();
