// Les résultats comme une simple liste de liens. Tout texte est posé comme texte, jamais lu en HTML.
(function (site) {
  "use strict";
  var make = site.emas.make;

  function count(number) {
    if (!number) return "Aucun résultat\u00a0: essayez un autre mot, ou le glossaire.";
    return number === 1 ? "1 résultat" : number + " résultats";
  }

  function item(result, root) {
    var part = result.partie;
    function met(word) { return result.termes.has(root(word)); }
    var anchor = part.ancre ? "#" + part.ancre : "";
    var link = make("a", { href: site.emas.address(result.page.adresse + anchor) });
    mark(link, pieces(result.page.titre, met));
    if (anchor) {
      link.append(make("span", { "aria-hidden": "true" }, " › "));
      link.append(make("span", { class: "emas-cache" }, "\u00a0: "));
      mark(link, pieces(part.titre, met));
    }
    var extract = make("p", {});
    mark(extract, site.emasExtrait(result.texte || beginning(result.page), met));
    return make("li", { class: "emas-trouvaille" }, link, extract);
  }

  function beginning(page) {
    return page.parties.length ? page.parties[0][2] : page.resume;
  }

  // Un titre est donné en entier.
  function pieces(text, met) {
    return text.split(/([\p{L}\p{N}]+)/u).map(function (piece, rank) {
      return { texte: piece, trouve: rank % 2 === 1 && met(piece) };
    });
  }

  function mark(element, parts) {
    parts.forEach(function (part) {
      element.append(part.trouve ? make("mark", {}, part.texte) : part.texte);
    });
  }

  // Remplit `list` des `most` premiers résultats ; sans aucun, mène au glossaire.
  function show(list, results, root, most) {
    var items = results.slice(0, most).map(function (result) { return item(result, root); });
    if (!items.length) {
      var glossary = make("a", { href: site.emas.address("glossaire.html") }, "Ouvrir le glossaire");
      items = [make("li", { class: "emas-trouvaille" }, glossary)];
      if (site.emasTextes.question) {
        var ask = make("a", { href: site.emas.address(site.emasTextes.question) }, "Posez votre question");
        items.push(make("li", { class: "emas-trouvaille" }, ask));
      }
    }
    list.replaceChildren.apply(list, items);
  }

  site.emasListe = { show: show, count: count };
})(window);
