// À quel point chaque page répond à une question. On demande chaque mot à part à lunr, pour savoir
// lesquels une partie a : celle qui les a tous passe devant celle qui en répète un seul.
(function (site) {
  "use strict";

  // Le poids d’un mot trouvé : tel quel, commencé (« récré »), parent (« autiste »), mal tapé.
  var EXACT = 1, BEGUN = 0.6, RELATED = 0.4, MISTYPED = 0.4;
  // Un mot qui est ailleurs dans la page compte à moitié ; une autre partie, à peine.
  var ELSEWHERE = 0.5, OTHERS = 0.1;
  // En dessous de cette part du premier résultat, ce n’est plus une réponse.
  var LEAST = 0.04;

  function ranking(lunr, index, documents) {
    var TRAILING = lunr.Query.wildcard.TRAILING;
    var known = new Map();

    // Ajoute à `found` ce que lunr trouve pour un mot, avec ce poids, sauf là où c’est déjà mieux.
    function gather(found, weight, term, options) {
      index.query(function (query) { query.term(term, options); }).forEach(function (result) {
        var rank = Number(result.ref), score = result.score * weight, old = found.get(rank);
        if (old && old.score >= score) return;
        var terms = Object.keys(result.matchData.metadata);
        found.set(rank, { score: score, met: weight, terms: terms });
      });
    }

    function search(root) {
      var found = new Map();
      gather(found, EXACT, root, {});
      if (root.length > 2) gather(found, BEGUN, root, { wildcard: TRAILING });
      if (root.length < 5) return found;
      if (!found.size) gather(found, MISTYPED, root, { editDistance: root.length > 7 ? 2 : 1 });
      var beginning = root.slice(0, Math.max(5, Math.ceil(root.length * 0.65)));
      gather(found, RELATED, beginning, { wildcard: TRAILING });
      return found;
    }

    // Un mot de la question : où il est, dans quelles pages, et ce qu’il pèse s’il est rare. Qui
    // tape une question garde ses premiers mots : on ne les cherche qu’une fois.
    function measure(root) {
      if (!known.has(root)) {
        var found = search(root), pages = new Map();
        found.forEach(function (hit, rank) {
          var page = documents[rank].page;
          pages.set(page, Math.max(pages.get(page) || 0, hit.met));
        });
        var rarity = Math.log(1 + documents.length / (1 + found.size));
        known.set(root, { found: found, pages: pages, rarity: rarity });
      }
      return known.get(root);
    }

    function judge(rank, measures, total) {
      var score = 0, share = 0, terms = [], part = documents[rank];
      measures.forEach(function (word) {
        var hit = word.found.get(rank);
        var elsewhere = ELSEWHERE * (word.pages.get(part.page) || 0);
        share += word.rarity / total * Math.max(hit ? hit.met : 0, elsewhere);
        if (!hit) return;
        score += hit.score;
        terms = terms.concat(hit.terms);
      });
      return { part: part, score: score * share * share, terms: terms };
    }

    // Les pages qui répondent aux racines d’une question, la meilleure d’abord.
    return function (roots) {
      var measures = roots.map(measure).filter(function (word) { return word.found.size; });
      var total = measures.reduce(function (sum, word) { return sum + word.rarity; }, 0);
      var ranks = new Set(measures.flatMap(function (word) { return Array.from(word.found.keys()); }));
      var byPage = new Map();
      ranks.forEach(function (rank) {
        var judged = judge(rank, measures, total), page = judged.part.page;
        byPage.set(page, (byPage.get(page) || []).concat(judged));
      });
      var answers = Array.from(byPage.values(), answer).sort(better);
      return answers.filter(function (item) { return item.score >= LEAST * answers[0].score; });
    };
  }

  function better(a, b) {
    return b.score - a.score;
  }

  // Une page, la partie où aller, le texte à citer, et tous les mots trouvés.
  function answer(judged) {
    var whole = judged.find(function (item) { return item.part.entiere; });
    var parts = judged.filter(function (item) { return item !== whole; }).sort(better);
    var scores = parts.map(function (item) { return item.score; });
    var others = scores.slice(1).reduce(function (sum, score) { return sum + score; }, 0);
    var wholeScore = whole ? whole.score : 0;
    return {
      page: judged[0].part.page,
      texte: parts.length ? parts[0].part.texte : "",
      partie: (parts.length && scores[0] > wholeScore ? parts[0] : whole).part,
      termes: new Set(judged.flatMap(function (item) { return item.terms; })),
      score: wholeScore + (scores[0] || 0) + OTHERS * others
    };
  }

  site.emasClassement = ranking;
})(typeof window === "undefined" ? globalThis : window);
