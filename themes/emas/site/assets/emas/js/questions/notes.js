// La note d’une réponse, de 0 à 1, par les règles du générateur (emas/model/scoring.py et written.py).
// Les mêmes exemples vérifient les deux. `null` : la question n’a pas de bonne réponse.
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};
  var SPACES = /[ \t\n\u00a0\u2009\u202f]+/g;
  var NUMBER = /^([+-]?)([0-9]+)(?:[.,]([0-9]+))?$/;
  var MAX_DIGITS = 15;

  function tidy(text) {
    return text.normalize("NFC").replace(/’/g, "'").replace(SPACES, " ").replace(/^ +| +$/g, "");
  }

  function loose(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss")
      .split(/[^0-9a-z]+/).filter(Boolean)
      .map(function (word) { return word.length > 3 ? word.replace(/[sx]$/, "") : word; })
      .join("");
  }

  function sameWords(given, accepted, strict) {
    var same = strict ? tidy : loose;
    return same(given) === same(accepted);
  }

  // Un nombre en milliardièmes de millionième, exact, ou null.
  function number(text, unit) {
    var bare = text.replace(SPACES, "").replace(/\u2212/g, "-");
    var suffix = unit.replace(SPACES, "");
    if (suffix && bare.endsWith(suffix)) bare = bare.slice(0, -suffix.length);
    var found = NUMBER.exec(bare);
    if (!found || found[2].length + (found[3] || "").length > MAX_DIGITS) return null;
    return BigInt((found[1] === "-" ? "-" : "") + found[2] + (found[3] || "").padEnd(MAX_DIGITS, "0"));
  }

  function near(key, text) {
    var given = number(text, key.unit);
    if (given === null) return false;
    var gap = given - number(key.value, "");
    return (gap < 0 ? -gap : gap) <= number(key.tolerance, "");
  }

  function share(marks) { return marks.filter(Boolean).length / marks.length; }

  function ticked(key, numbers) {
    if (!key.right.length) return 0;
    var right = numbers.filter(function (item) { return key.right.includes(item); }).length;
    return Math.max(0, (2 * right - numbers.length) / key.right.length);
  }

  function one(key, numbers) { return Number(numbers.length === 1 && numbers[0] === key.right[0]); }

  function inPlace(key, numbers) {
    return share(numbers.map(function (item, place) { return item === place; }));
  }

  var rules = {
    unique: one,
    "vrai-faux": one,
    multiple: ticked,
    ordre: inPlace,
    association: inPlace,
    categories: function (key, numbers) {
      return share(key.right.map(function (category, entry) { return numbers[entry] === category; }));
    },
    trous: function (key, texts) {
      return share(key.words.map(function (accepted, gap) {
        return accepted.some(function (words) { return sameWords(texts[gap], words, key.strict); });
      }));
    },
    numerique: function (key, text) { return Number(near(key, text)); }
  };

  // D’une réponse telle qu’on la garde, faite de textes, à ce que lisent les règles (scoring.Response).
  function response(key, kept) {
    if (key.kind === "trous") return kept;
    if (key.kind === "numerique" || key.kind === "ouverte") return kept[0];
    var found = emas.numbers(kept);
    return key.kind === "echelle" || key.kind === "position" ? found[0] : found;
  }

  emas.numbers = function (kept) {
    return kept.map(function (text) { return text === "" ? null : Number(text); });
  };
  emas.score = function (key, response) {
    return rules[key.kind] ? rules[key.kind](key, response) : null;
  };
  // La note d’une réponse gardée ; ne pas répondre vaut 0.
  emas.mark = function (key, kept) {
    return rules[key.kind] && !kept.length ? 0 : emas.score(key, response(key, kept));
  };
  emas.response = response;
  emas.sameWords = sameWords;
  emas.isNumber = function (text, unit) { return number(text, unit) !== null; };
})();
