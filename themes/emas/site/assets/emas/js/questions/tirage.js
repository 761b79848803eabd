// Le tirage d’une évaluation, par la règle du générateur (emas/model/drawing.py) : la même graine
// donne les mêmes questions, sur papier comme à l’écran.
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};

  // FNV-1a, puis le dernier mélange de MurmurHash3, tous deux du domaine public.
  function rank(text) {
    var value = 0x811c9dc5;
    new TextEncoder().encode(text).forEach(function (byte) {
      value = Math.imul(value ^ byte, 0x01000193);
    });
    value = Math.imul(value ^ value >>> 16, 0x85ebca6b);
    value = Math.imul(value ^ value >>> 13, 0xc2b2ae35);
    return (value ^ value >>> 16) >>> 0;
  }

  // `bank` : des { id, objectif } ; rend les identifiants tirés, dans l’ordre où on les pose.
  emas.draw = function (bank, objectives, count, perObjective, seed) {
    var ranked = bank.map(function (item) {
      return { id: item.id, objectif: item.objectif, rank: rank(seed + "/" + item.id) };
    }).sort(function (one, other) {
      return one.rank - other.rank || (one.id < other.id ? -1 : 1);
    });
    var kept = [];
    objectives.forEach(function (objective) {
      kept = kept.concat(ranked.filter(function (item) { return item.objectif === objective; })
        .slice(0, perObjective));
    });
    kept = kept.slice(0, count);
    ranked.forEach(function (item) {
      if (kept.length < count && !kept.includes(item)) kept.push(item);
    });
    return ranked.filter(function (item) { return kept.includes(item); })
      .map(function (item) { return item.id; });
  };
})();
