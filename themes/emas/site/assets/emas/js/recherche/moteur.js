// Le moteur de recherche : lunr compte les mots des pages, classement.js dit lesquelles répondent.
(function (site) {
  "use strict";

  // Le poids de ce qui est écrit dans un titre, un résumé ou un texte, et de ce qui le dit autrement.
  var FIELDS = { titre: 3, titreAutrement: 1.5, resume: 1, texte: 1, texteAutrement: 0.6 };
  // Le titre d’une page dit mieux de quoi elle parle que celui d’une de ses parties.
  var WHOLE = 1.5;
  var SLICE_MS = 12;

  // Donne à `ready` de quoi chercher, { find, root }. Le travail est découpé : la page répond toujours.
  function engine(lunr, data, ready) {
    var words = site.emasMots.vocabulary(lunr, data.synonymes);
    var otherWays = synonyms(data.synonymes, words);
    var documents = data.pages.flatMap(parts);
    var builder = new lunr.Builder();
    var next = 0;

    builder.tokenizer = function (roots) {
      return (roots || []).map(function (root) { return new lunr.Token(root, {}); });
    };
    builder.ref("rang");
    Object.keys(FIELDS).forEach(function (name) { builder.field(name, { boost: FIELDS[name] }); });

    function add(item, rank) {
      var title = words.roots(item.titre);
      var summary = words.roots(item.resume || "");
      var text = words.roots(item.texte || "");
      builder.add({
        rang: rank, titre: title, resume: summary, texte: text,
        titreAutrement: otherWays(title), texteAutrement: otherWays(summary.concat(text))
      }, { boost: item.entiere ? WHOLE : 1 });
    }

    function work() {
      var until = Date.now() + SLICE_MS;
      while (next < documents.length && Date.now() < until) add(documents[next], next++);
      if (next < documents.length) return setTimeout(work);
      var find = site.emasClassement(lunr, builder.build(), documents);
      ready({ find: function (text) { return find(words.asked(text)); }, root: words.root });
    }
    work();
  }

  // Une page dans son ensemble, puis chacune de ses parties.
  function parts(page) {
    return [{ page: page, entiere: true, titre: page.titre, resume: page.resume }].concat(
      page.parties.map(function (part) {
        return { page: page, ancre: part[0], titre: part[1], texte: part[2] };
      })
    );
  }

  // Les autres façons de dire ce que disent des racines : un sigle pour ses mots, et l’inverse.
  function synonyms(groups, words) {
    var byFirst = new Map();
    groups.forEach(function (group) {
      var ways = group.map(words.roots);
      ways.filter(function (way) { return way.length; }).forEach(function (way) {
        if (!byFirst.has(way[0])) byFirst.set(way[0], []);
        byFirst.get(way[0]).push({ said: " " + way.join(" ") + " ", all: ways.flat() });
      });
    });
    return function (roots) {
      var line = " " + roots.join(" ") + " ";
      var present = new Set(roots);
      var found = Array.from(present).flatMap(function (root) {
        return (byFirst.get(root) || []).filter(function (way) { return line.includes(way.said); });
      });
      return found.flatMap(function (way) {
        return way.all.filter(function (root) { return !present.has(root); });
      });
    };
  }

  site.emasMoteur = engine;
})(typeof window === "undefined" ? globalThis : window);
