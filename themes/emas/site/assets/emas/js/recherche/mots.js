// Les mots d’un texte français, ramenés à leur racine : sans accents, sans pluriels, sans mots vides.
// Les racines sont celles de lunr-languages, que MkDocs apporte ; rien ici ne touche à la page.
(function (site) {
  "use strict";

  // Les mots qui ne disent pas de quoi parle une question.
  var EMPTY = "a ai as au aussi aux avec avoir c ca car ce ceci cela ces cet cette ceux chez ci " +
    "comment d dans de des dois doit donc du elle elles en entre est et etre eu eux faire fait " +
    "falloir faut il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni nos " +
    "notre nous on ont ou par pas pendant peut peux plus pour pourquoi qu quand que quel quelle " +
    "quelles quels qui quoi s sa sans sert ses si soit son sont sur t ta te tes tes toi ton tous " +
    "tout toute toutes tres tu un une va vos votre vous vs y";
  // Devant eux, « pas » n’est pas une négation : « le PAS », même tapé en minuscules.
  var ARTICLES = "au aux des du le les mon notre un votre";

  // « Écholalie » et « echolalie », « cœur » et « coeur » sont le même mot.
  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/œ/g, "oe").replace(/æ/g, "ae");
  }

  // L’apostrophe et le trait d’union séparent : « l’autisme » donne « l » et « autisme ».
  function split(text) {
    return text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) || [];
  }

  function set(text) {
    return new Set(text.split(" "));
  }

  // `synonyms` : pour chaque terme du glossaire, ses écritures ; les sigles s’y reconnaissent.
  function vocabulary(lunr, synonyms) {
    var empty = set(EMPTY);
    var articles = set(ARTICLES);
    var acronyms = new Set();
    var known = new Map();

    synonyms.forEach(function (ways) {
      ways.filter(isAcronym).forEach(function (way) { acronyms.add(fold(way)); });
    });

    function isAcronym(word) {
      return /^\p{L}+$/u.test(word) && /\p{Lu}.*\p{Lu}/u.test(word);
    }

    // Un accent n’est pas toujours tapé : « adaptée » vaut « adaptee » et « adapte ». Et qui
    // cherche « autiste » veut aussi « autisme ».
    function root(word) {
      var folded = fold(word);
      if (!known.has(folded)) {
        var bare = folded.replace(/ees?$/, "e");
        known.set(folded, acronyms.has(folded) ? folded :
          lunr.fr.stemmer(new lunr.Token(bare, {})).toString().replace(/^(.{3,}is)[mt]$/, "$1"));
      }
      return known.get(folded);
    }

    function isEmpty(word, folded) {
      return empty.has(folded) && !(acronyms.has(folded) && word === word.toUpperCase());
    }

    // Les racines des mots d’un texte, dans l’ordre.
    function roots(text) {
      return split(text).filter(function (word) { return !isEmpty(word, fold(word)); }).map(root);
    }

    // Celles d’une question : un sigle s’y tape souvent en minuscules.
    function asked(text) {
      var words = split(text);
      var found = words.filter(function (word, rank) {
        var folded = fold(word);
        var before = rank ? fold(words[rank - 1]) : "";
        return !isEmpty(word, folded) || (acronyms.has(folded) && articles.has(before));
      });
      if (!found.length) {
        found = words.filter(function (word) { return acronyms.has(fold(word)); });
      }
      return Array.from(new Set(found.map(root)));
    }

    return {
      root: root, roots: roots, asked: asked, split: split,
      isEmpty: function (word) { return isEmpty(word, fold(word)); }
    };
  }

  site.emasMots = { fold: fold, split: split, vocabulary: vocabulary };
})(typeof window === "undefined" ? globalThis : window);
