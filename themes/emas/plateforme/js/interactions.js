// Une réponse vérifiée, telle que SCORM 1.2 la décrit (cmi.interactions). Chaque chose à choisir porte un
// signe : son rang dans la source, de 1 à 9 puis de a à z.
// Source : SCORM 1.2, The SCORM Run-Time Environment, 3.4.4 (CMIFeedback, CMIResult, CMITime).
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};
  var SIGNS = "123456789abcdefghijklmnopqrstuvwxyz";
  var LONGEST = 255;

  function signs(numbers) {
    return numbers.map(function (number) { return SIGNS.charAt(number); }).join(",");
  }

  function sorted(numbers) {
    return signs(numbers.slice().sort(function (one, other) { return one - other; }));
  }

  function pairs(rights) {
    return rights.map(function (right, left) {
      return right === null ? "" : SIGNS.charAt(left) + "." + SIGNS.charAt(right);
    }).filter(Boolean).join(",");
  }

  function upTo(count) { return Array.from({ length: count }, function (_, rank) { return rank; }); }

  function text(words) {
    return words.replace(/[\u0000-\u001f\u007f]/g, " ").trim().slice(0, LONGEST);
  }

  // Un nombre comme SCORM l’écrit, ou rien si ce n’en est pas un.
  function decimal(words, unit) {
    var bare = words.replace(/\s/g, "").replace(/\u2212/g, "-").replace(",", ".");
    var suffix = unit.replace(/\s/g, "");
    if (suffix && bare.endsWith(suffix)) bare = bare.slice(0, -suffix.length);
    if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(bare)) return "";
    return bare.replace("+", "").replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  }

  function choice(key, kept) {
    return { type: "choice", given: sorted(emas.numbers(kept)), right: sorted(key.right) };
  }

  var rules = {
    unique: choice,
    multiple: choice,
    "vrai-faux": function (key, kept, question) {
      function truth(number) { return number === question.vrai ? "t" : "f"; }
      return { type: "true-false", given: truth(Number(kept[0])), right: truth(key.right[0]) };
    },
    ordre: function (key, kept) {
      return { type: "sequencing", given: signs(emas.numbers(kept)), right: signs(upTo(key.count)) };
    },
    association: function (key, kept) {
      return { type: "matching", given: pairs(emas.numbers(kept)), right: pairs(upTo(key.count)) };
    },
    categories: function (key, kept) {
      return { type: "matching", given: pairs(emas.numbers(kept)), right: pairs(key.right) };
    },
    trous: function (key, kept) {
      var right = key.words.map(function (accepted) { return accepted[0]; });
      return { type: "fill-in", given: text(kept.join(", ")), right: text(right.join(", ")) };
    },
    numerique: function (key, kept) {
      return { type: "numeric", given: decimal(kept[0], key.unit), right: decimal(key.value, "") };
    },
    echelle: function (key, kept) {
      return { type: "likert", given: signs(emas.numbers(kept)), right: "" };
    }
  };

  function verdict(mark) {
    if (mark === null) return "neutral";
    if (mark === 0 || mark === 1) return mark ? "correct" : "wrong";
    return mark.toFixed(2);
  }

  function two(number) { return String(number).padStart(2, "0"); }

  emas.clock = function (hours, minutes, seconds) {
    return two(hours) + ":" + two(minutes) + ":" + two(seconds);
  };

  // Ce que l’on écrit, dans l’ordre : [nom, valeur]. Ce qui n’a pas de valeur ne s’écrit pas.
  emas.interaction = function (question, kept, now) {
    var said = rules[question.corrige.kind](question.corrige, kept, question);
    return [
      ["id", question.cle + "@" + question.version],
      ["type", said.type],
      ["time", emas.clock(now.getHours(), now.getMinutes(), now.getSeconds())],
      ["student_response", said.given],
      ["correct_responses.0.pattern", said.right],
      ["result", verdict(emas.mark(question.corrige, kept))]
    ].filter(function (pair) { return pair[1]; });
  };
})();
