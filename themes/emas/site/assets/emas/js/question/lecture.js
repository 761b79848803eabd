// Une question, lue : chaque chose dont elle parle, avec les façons de la dire dans nos textes.
(function (site) {
  "use strict";

  // Ce que vaut une autre façon de dire, à côté du mot lui-même.
  var OTHERWISE = 0.9;
  // Ce que l’on dit en demandant, et qui ne dit pas de quoi l’on parle.
  var ASKING = "alors arrete arreter arrive arriver autre autres bah ben besoin bien bonjour bonsoir " +
    "bref ca chose choses dedans dernier derniere dire dis dit dites enfin es etes existe fais faisait faites faudrait genre " +
    "heu ici jamais jour juste maintenant matin mec merci mettre met moi mon non oui parce passe petit " +
    "petite petits peu pourrait pouvez prend presque prochain prochaine puis quelque quelques quelqu rien sais sait " +
    "savoir se semaine serait suis svp te toujours trop truc trucs vais veulent veut veux vient viens voila " +
    "vois voit voudrais voudrait vraiment";
  // Dans une tournure, les petits mots ne comptent pas ; la négation, si.
  var LITTLE = "a ai ait as au aux c ca ce ces cet cette d dans de des du elle elles en est et eux il " +
    "ils j je l la le les leur leurs lui m ma me mes mon n ne on que qu s sa se ses son sont sur t ta " +
    "te tes ton tu un une y";
  var NEGATION = "pas plus jamais rien";

  function set(text) { return new Set(text.split(" ")); }

  // Au plus une lettre de trop, de moins ou changée, ou deux voisines échangées.
  function isMistyped(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    var shortest = Math.min(a.length, b.length), start = 0, end = 0;
    while (start < shortest && a[start] === b[start]) start++;
    while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    var left = a.slice(start, a.length - end), right = b.slice(start, b.length - end);
    return Math.max(left.length, right.length) < 2 ||
      (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
  }

  // `data.mots` : ce que l’on dit, et comment nos modules le disent ; `data.synonymes` : le glossaire.
  // `isKnown` dit d’une racine si nos textes l’ont : ce n’est pas une faute.
  function reader(words, data, isKnown) {
    var asking = set(ASKING), little = set(LITTLE), negation = set(NEGATION);
    var heard = data.mots.flatMap(entry).concat(data.synonymes.flatMap(function (ways) {
      return entry([ways, ways]);
    }));

    function entry(pair) {
      var ours = pair[1].map(words.roots);
      return pair[0].map(function (way) {
        var said = words.split(way).map(told), kept = said.filter(isTelling);
        var tells = kept.filter(function (word) { return !negation.has(word.folded); });
        // « Se casse », « est pas là » : sans leurs petits mots, ces tournures diraient autre chose.
        var whole = !tells.length || (kept.length === 1 && said.length > 1);
        return { said: whole ? said : kept, whole: whole, ours: ours };
      });
    }

    function told(word, rank) {
      return { text: word, rank: rank, folded: site.emasMots.fold(word), root: words.root(word) };
    }

    function isTelling(word) { return !little.has(word.folded); }

    function isEmpty(word) {
      return words.isEmpty(word.text) || asking.has(word.folded) || /^\d+$/.test(word.folded);
    }

    function isSame(typed, word) {
      if (!isTelling(word)) return typed.folded === word.folded;
      return typed.root === word.root || (word.root.length > 5 && typed.root[0] === word.root[0] &&
        !isKnown(typed.root) && isMistyped(typed.root, word.root));
    }

    // Les suites de mots qui disent une tournure.
    function uses(way, words) {
      return words.map(function (_, at) { return words.slice(at, at + way.said.length); })
        .filter(function (own) {
          return own.length === way.said.length && !(own.length === 1 && isEmpty(own[0])) &&
            own.every(function (word, rank) { return isSame(word, way.said[rank]); });
        });
    }

    function groupsOf(said) {
      var telling = said.filter(isTelling), groups = new Map();
      heard.forEach(function (way) {
        uses(way, way.whole ? said : telling).forEach(function (own) {
          var key = own.map(function (word) { return word.rank; }).join(" ");
          if (!groups.has(key)) groups.set(key, { own: own, ways: plainly(own) });
          way.ours.forEach(function (roots) {
            groups.get(key).ways.push({ roots: roots, weight: OTHERWISE });
          });
        });
      });
      return Array.from(groups.values());
    }

    function plainly(own) {
      var roots = own.filter(function (word) { return !isEmpty(word); }).map(root);
      return roots.length ? [{ roots: roots, weight: 1 }] : [];
    }

    // Rend, pour chaque chose dite, les façons de la dire : [[{ roots, weight }]].
    return function (question) {
      var said = words.split(question).map(told), groups = groupsOf(said);
      // Une tournure longue dit mieux que celle qu’elle contient.
      var kept = groups.filter(function (group) {
        return !groups.some(function (other) {
          return other.own.length > group.own.length && group.own.every(isIn(other.own));
        });
      });
      var alone = said.filter(function (word) {
        return !isEmpty(word) && !kept.some(function (group) { return group.own.includes(word); });
      });
      return alone.map(function (word) { return plainly([word]); })
        .concat(kept.map(function (group) { return group.ways; }))
        .filter(function (ways) { return ways.length; });
    };
  }

  function isIn(words) {
    return function (word) { return words.includes(word); };
  }

  function root(word) { return word.root; }

  site.emasFaute = isMistyped;
  site.emasLecture = reader;
})(typeof window === "undefined" ? globalThis : window);
