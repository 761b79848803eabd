// Les mots d’un danger, tels que content/question.yml les donne : ni accents, ni majuscules, ni lettres
// doublées ne comptent. Mieux vaut montrer les numéros une fois de trop qu’une fois de moins.
(function (site) {
  "use strict";
  // « … » : jusqu’à tant de mots entre deux. Une faute se pardonne dans un mot d’au moins six lettres.
  var GAP = 4, LONG = 6;

  function folded(text) {
    return site.emasMots.fold(text).replace(/(.)\1/g, "$1");
  }

  function split(text) {
    return site.emasMots.split(text).map(folded);
  }

  // Une tournure : des mots qui se suivent, chacun avec ses écritures ; `far` : d’autres peuvent être entre.
  function pattern(line) {
    var far = false, found = [];
    line.split(/[\s'’]+/).forEach(function (piece) {
      if (piece === "…") far = true;
      else if (piece) {
        found.push({ far: far, ways: piece.split("/").map(way) });
        far = false;
      }
    });
    return found;
  }

  function way(piece) {
    return { text: folded(piece.replace("*", "")), begins: piece.endsWith("*") };
  }

  function isSaid(word, way) {
    return way.begins ? word.startsWith(way.text) : word === way.text;
  }

  function isAlmostSaid(word, way) {
    if (isSaid(word, way)) return true;
    if (way.text.length < LONG || word[0] !== way.text[0]) return false;
    var length = way.text.length;
    var starts = way.begins ? [length - 1, length, length + 1] : [word.length];
    return starts.some(function (end) { return site.emasFaute(word.slice(0, end), way.text); });
  }

  // Les rangs des mots d’une tournure qui commence à `at`, ou rien.
  function met(words, parts, at, fits) {
    var part = parts[0];
    if (!part) return [];
    var last = part.far ? at + GAP : at;
    for (var rank = at; rank <= last && rank < words.length; rank++) {
      if (!part.ways.some(fits.bind(null, words[rank]))) continue;
      var rest = met(words, parts.slice(1), rank + 1, fits);
      if (rest) return [rank].concat(rest);
    }
    return null;
  }

  // Dit d’un texte s’il parle d’un danger.
  site.emasDanger = function (data) {
    var danger = data.danger.map(pattern), ordinary = data.ordinaire.map(pattern);

    function find(words, patterns, fits) {
      return words.flatMap(function (_, at) {
        return patterns.flatMap(function (parts) { return met(words, parts, at, fits) || []; });
      });
    }

    return function (text) {
      var words = split(text);
      // Ce qui est ordinaire ne l’est que bien écrit : « violet » ne cache pas « violer ».
      find(words, ordinary, isSaid).forEach(function (rank) { words[rank] = ""; });
      return find(words, danger, isAlmostSaid).length > 0;
    };
  };
})(typeof window === "undefined" ? globalThis : window);
