// À quel point chaque passage répond à une question posée en français de tous les jours. Rien n’est
// écrit : on classe ce qui est dans nos modules (BM25), et l’on se tait quand rien ne répond.
(function (site) {
  "use strict";

  // Ce qui est dit dans un titre compte plus que dans un texte ; le titre du module, à peine.
  var TITLE = 5, PAGE = 1.5, MODULE = 0.5;
  // BM25 : ce que vaut un mot redit, et ce que coûte un long texte.
  var REPEATED = 1.2, LENGTH = 0.6;
  // Un mot tel quel, commencé, de la même famille, mal tapé.
  var EXACT = 1, BEGUN = 0.7, RELATED = 0.5, MISTYPED = 0.6;
  // Un texte qui dit la même chose de plusieurs façons en parle davantage.
  var OTHERS = 0.3;
  // Ce que vaut, à côté du passage entier, son bloc qui répond le mieux.
  var BLOCK = 0.5;
  // En dessous, ce n’est pas une réponse : la part de la question qu’a le meilleur passage, celle
  // qu’a chacun, et son score à côté de celui du premier.
  var ANSWERED = 0.6, LEAST_SHARE = 0.34, LEAST_SCORE = 0.35;

  function prepare(lunr, data) {
    var words = site.emasMots.vocabulary(lunr, data.synonymes);
    var passages = data.pages.flatMap(function (page) {
      return page.parties.map(function (part) { return passage(page, part, words.roots); });
    });
    weigh(passages);
    weigh(passages.flatMap(function (item) { return item.blocks; }));
    var measure = measures(passages);
    var read = site.emasLecture(words, data, measure.isKnown);

    // Les passages qui répondent, le meilleur d’abord, chacun avec les rangs de ses blocs, de même.
    return function (question) {
      var terms = read(question).map(function (ways) {
        return { ways: ways, rarity: measure.rarity(ways) };
      });
      var found = passages.map(function (item) { return judge(item, terms, measure); })
        .filter(function (item) { return item.share >= LEAST_SHARE; })
        .sort(better);
      if (!found.some(function (item) { return item.share >= ANSWERED; })) return [];
      return found.filter(function (item) { return item.score >= LEAST_SCORE * found[0].score; });
    };
  }

  function better(a, b) { return b.score - a.score; }

  function judge(passage, terms, measure) {
    var whole = share(passage, terms, measure);
    var blocks = passage.blocks.map(function (block, rank) {
      return { rank: rank, score: share(block, terms, measure).score };
    }).sort(better);
    return {
      passage: passage, share: whole.met,
      blocks: blocks.filter(function (item) { return item.score; }),
      score: whole.score + (blocks.length ? BLOCK * blocks[0].score : 0)
    };
  }

  // Ce qu’un texte a d’une question : { met: de 0 à 1, score }.
  function share(text, terms, measure) {
    var score = 0, met = 0, total = 0;
    terms.forEach(function (term) {
      var found = term.ways.map(function (way) { return measure.way(text, way); });
      var best = found.reduce(most, { met: 0, score: 0 });
      var sum = found.reduce(function (sum, one) { return sum + one.score; }, 0);
      total += term.rarity;
      met += term.rarity * best.met;
      score += best.score + OTHERS * (sum - best.score);
    });
    var part = total ? met / total : 0;
    return { met: part, score: score * part };
  }

  function most(a, b) {
    return { met: Math.max(a.met, b.met), score: Math.max(a.score, b.score) };
  }

  // Ce que pèse chaque racine, et ce qu’un texte en a.
  function measures(passages) {
    var holders = new Map(), known = new Map();
    passages.forEach(function (item) {
      item.counts.forEach(function (_, root) { holders.set(root, (holders.get(root) || 0) + 1); });
    });
    var roots = Array.from(holders.keys());

    // Les racines de nos textes qu’une racine peut vouloir dire, avec leur poids.
    function meant(root) {
      if (!known.has(root)) known.set(root, lookUp(root));
      return known.get(root);
    }

    function lookUp(root) {
      var found = new Map(), long = root.length > 4;
      var beginning = root.slice(0, Math.max(5, Math.ceil(root.length * 0.7)));
      roots.forEach(function (other) {
        if (other === root) found.set(other, EXACT);
        else if (root.length > 3 && other.startsWith(root)) found.set(other, BEGUN);
        else if (long && other.startsWith(beginning)) found.set(other, RELATED);
      });
      if (long && !found.size) {
        roots.forEach(function (other) {
          if (other[0] === root[0] && site.emasFaute(root, other)) found.set(other, MISTYPED);
        });
      }
      return found;
    }

    function rarityOf(number) {
      return Math.log(1 + (passages.length - number + 0.5) / (number + 0.5));
    }

    // Un mot que nos textes n’ont pas pèse comme s’il n’y était qu’une fois.
    function rootRarity(root) {
      return rarityOf(Math.max.apply(null, Array.from(meant(root).keys(), function (other) {
        return holders.get(other);
      }).concat(1)));
    }

    function one(text, root) {
      var best = { met: 0, score: 0 };
      meant(root).forEach(function (weight, other) {
        var count = text.counts.get(other);
        if (!count) return;
        var said = count * (REPEATED + 1) / (count + REPEATED * (1 - LENGTH + LENGTH * text.long));
        best = most(best, { met: weight, score: weight * rarityOf(holders.get(other)) * said });
      });
      return best;
    }

    return {
      isKnown: function (root) { return holders.has(root); },
      // Une façon de dire, en plusieurs racines : il les faut à peu près toutes.
      way: function (text, way) {
        var total = 0, met = 0, score = 0;
        way.roots.forEach(function (root) {
          var found = one(text, root), weight = rootRarity(root);
          total += weight;
          met += weight * found.met;
          score += found.score;
        });
        var part = total ? way.weight * met / total : 0;
        return { met: part, score: score * part };
      },
      // Ce dont parle une question pèse ce que pèse son mot le plus rare. Un mot inconnu pèse le plus,
      // sauf s’il se dit autrement.
      rarity: function (ways) {
        var all = ways.flatMap(function (way) { return way.roots; });
        var sure = all.filter(function (root) { return ways.length === 1 || meant(root).size; });
        return Math.max.apply(null, sure.map(rootRarity).concat(0));
      }
    };
  }

  // Combien un texte est long, à côté des autres.
  function weigh(texts) {
    var sum = texts.reduce(function (total, item) { return total + item.length; }, 0);
    texts.forEach(function (item) { item.long = item.length * texts.length / sum; });
  }

  // Un passage, compté : chaque racine avec son poids, en tout et dans chaque bloc.
  function passage(page, part, rootsOf) {
    var made = counted();
    made.page = page;
    made.anchor = part[0];
    made.title = part[1];
    made.html = part[2];
    add(made, rootsOf(part[1]), TITLE);
    add(made, rootsOf(page.titre), PAGE);
    add(made, rootsOf(page.module), MODULE);
    made.blocks = part[2].map(function (html) {
      var block = counted(), roots = rootsOf(words(html));
      [made, block].forEach(function (item) {
        add(item, roots, 1);
        item.length += roots.length;
      });
      return block;
    });
    return made;
  }

  function counted() { return { counts: new Map(), length: 0 }; }

  function add(item, roots, weight) {
    roots.forEach(function (root) { item.counts.set(root, (item.counts.get(root) || 0) + weight); });
  }

  // Le texte d’un bloc, tel que le compilateur l’a écrit : trois signes y sont échappés.
  function words(html) {
    return html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&");
  }

  site.emasClassementPassages = prepare;
})(typeof window === "undefined" ? globalThis : window);
