// Un extrait d’un texte autour des mots trouvés, en morceaux : { texte, trouve }.
(function (site) {
  "use strict";
  var LENGTH = 170, LEAD = 45;

  // `met` dit d’un mot s’il fait partie de ceux que l’on cherchait.
  function extract(text, met) {
    var words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), function (match) {
      return { start: match.index, end: match.index + match[0].length, text: match[0] };
    });
    var hits = words.filter(function (word) { return met(word.text); });
    var start = beginning(words, best(hits), text.length);
    var last = words.filter(function (word) { return word.end <= start + LENGTH; }).pop();
    var end = last && last.end + 2 < text.length ? last.end : text.length;

    var pieces = start ? [{ texte: "… " }] : [];
    var at = start;
    hits.forEach(function (hit) {
      if (hit.start < at || hit.end > end) return;
      pieces.push({ texte: text.slice(at, hit.start) }, { texte: hit.text, trouve: true });
      at = hit.end;
    });
    pieces.push({ texte: text.slice(at, end) + (end < text.length ? " …" : "") });
    return pieces.filter(function (piece) { return piece.texte; });
  }

  // Là où le plus de mots différents se suivent.
  function best(hits) {
    var most = 0, place = 0;
    hits.forEach(function (hit) {
      var near = new Set(hits.filter(function (other) {
        return other.start >= hit.start && other.end <= hit.start + LENGTH - LEAD;
      }).map(function (other) { return other.text.toLowerCase(); }));
      if (near.size > most) {
        most = near.size;
        place = hit.start;
      }
    });
    return place;
  }

  // Un début de mot, un peu avant, sans laisser une fin de texte trop courte.
  function beginning(words, place, length) {
    var wanted = Math.min(place - LEAD, length - LENGTH);
    if (wanted <= 0) return 0;
    return words.find(function (word) { return word.start >= wanted; }).start;
  }

  site.emasExtrait = extract;
})(typeof window === "undefined" ? globalThis : window);
