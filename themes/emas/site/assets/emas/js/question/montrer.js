// Les passages trouvés, mot pour mot : les blocs qui répondent le mieux, d’où ils viennent, leurs sources.
// Le HTML des blocs et des sources est celui du compilateur ; rien de ce qui est tapé n’y entre.
(function (site) {
  "use strict";
  var make = site.emas.make;
  var MOST = 3;
  // Un deuxième bloc se montre s’il répond presque aussi bien, et si les deux restent courts.
  var ALMOST = 0.6, LONG = 1500;
  var NOTHING = "Rien trouvé dans nos modules. Voici qui appeler.";

  // Les rangs des blocs à montrer, dans l’ordre de la page.
  function chosen(result) {
    var html = result.passage.html, best = result.blocks[0] || { rank: 0, score: 0 };
    var ranks = [best.rank], second = result.blocks[1];
    // Une liste ou un tableau se lit avec la phrase qui l’annonce.
    if (best.rank && /^<(ul|ol|div class="emas-tableau")/.test(html[best.rank]) &&
      html[best.rank - 1].startsWith("<p>")) ranks.push(best.rank - 1);
    if (second && !ranks.includes(second.rank) && second.score >= ALMOST * best.score &&
      html[best.rank].length + html[second.rank].length < LONG) ranks.push(second.rank);
    return ranks.sort(function (a, b) { return a - b; });
  }

  function show(data) {
    function blocks(result) {
      var frame = make("div", { class: "emas-passage__texte" }), last;
      chosen(result).forEach(function (rank) {
        if (last !== undefined && rank > last + 1) {
          frame.append(make("p", { class: "emas-discret" }, "[…]"));
        }
        frame.insertAdjacentHTML("beforeend", result.passage.html[rank]);
        last = rank;
      });
      return frame;
    }

    function sources(frame, page) {
      var numbers = Array.from(frame.querySelectorAll(".emas-appel"), function (call) {
        return call.hash.replace("#source_", "");
      });
      var list = make("ul", { class: "emas-passage__sources" });
      Array.from(new Set(numbers)).forEach(function (number) {
        var item = make("li", {}, "[" + number + "] ");
        item.insertAdjacentHTML("beforeend", data.sources[page.sources[number]]);
        list.append(item);
      });
      return list;
    }

    function item(result) {
      var passage = result.passage, page = passage.page;
      var address = site.emas.address(page.adresse + "#" + passage.anchor);
      var frame = blocks(result), cited = sources(frame, page);
      var review = page.relu || make("strong", { class: "emas-etat emas-etat--unconfirmed" }, "Non relu");
      var article = make("article", { class: "emas-passage" },
        make("h3", {}, make("a", { href: address }, passage.title)),
        make("p", { class: "emas-discret" }, page.module + " › " + page.titre + ". ", review, "."),
        frame);
      if (cited.children.length) {
        article.append(make("p", { class: "emas-passage__mot" }, "Sources de ce passage"), cited);
      }
      article.append(make("p", {}, make("a", { href: address }, "Lire la suite sur sa page",
        make("span", { class: "emas-cache" }, "\u00a0: " + passage.title))));
      return article;
    }

    // Remplit `place` et rend ce qui s’en dit.
    return function (place, results) {
      var items = results.slice(0, MOST).map(item);
      place.replaceChildren.apply(place, items.length ?
        [make("h2", {}, "Des passages de nos modules")].concat(items) : []);
      if (!items.length) return NOTHING;
      return items.length === 1 ? "1 passage trouvé." : items.length + " passages trouvés.";
    };
  }

  site.emasMontrer = show;
})(window);
