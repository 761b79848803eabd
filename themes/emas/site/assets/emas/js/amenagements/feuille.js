// La feuille à imprimer : une page A4, de un à huit aménagements. On en dit moins quand il y en a
// plus, puis on écrit plus petit, jamais sous neuf points ; ce qui reste est pour noter les essais.
(function () {
  "use strict";
  var make = window.emas.make;
  // Une page A4 sans ses marges (amenagements.css), moins de quoi ne rien couper si l’imprimante a une
  // police un peu plus large que l’écran.
  var HEIGHT_PX = 268 / 25.4 * 96;
  var SIZES_PT = [12, 11.5, 11, 10.5, 10, 9.5, 9];
  var FEWEST_ROWS = 3, MOST_ROWS = 12;
  var FIRST_GESTURES = 3, FEW = 2;
  var COLUMNS = ["Date", "N°", "Ce que j’observe, ce que je compte", "Avant", "Après"];
  // Ce que la feuille laisse de côté, d’un degré au suivant, et la plus petite écriture de ce degré.
  var DEGREES = [
    { parts: ["besoin", "debut", "comment", "eviter", "mesurer"], least_pt: 10 },
    { parts: ["besoin", "comment", "eviter", "mesurer"], least_pt: 10 },
    { parts: ["besoin", "comment", "mesurer"], least_pt: 9.5 },
    { parts: ["comment", "mesurer"], least_pt: 9 },
    { parts: ["gestes", "mesurer"], least_pt: 9 },
    { parts: ["gestes"], least_pt: 9 },
    { parts: [], least_pt: 9 }
  ];
  var TOLD = { debut: "à quoi cela sert", eviter: "ce que l’on évite", besoin: "le besoin",
    mesurer: "comment savoir si ça marche", comment: "comment faire" };

  function line(word, text) {
    return make("p", {}, make("strong", {}, word + "\u00a0: "), text);
  }

  // Un geste par ligne, tant qu’ils sont peu.
  function gestures(told, few) {
    if (!few) return line("Comment", told.comment.join(" "));
    var list = make("ul", {});
    told.comment.forEach(function (gesture) { list.append(make("li", {}, gesture)); });
    return make("div", {}, line("Comment", ""), list);
  }

  function part(name, told, few) {
    if (name === "besoin") return line("Besoin", told.besoin);
    if (name === "debut") return make("p", {}, told.debut);
    if (name === "comment") return gestures(told, few);
    if (name === "gestes") return line("Comment", told.comment.slice(0, FIRST_GESTURES).join(" "));
    if (name === "eviter") return line("À éviter", told.eviter.join(" "));
    return line("Ça marche si je vois changer", told.mesurer);
  }

  function entry(item, parts, few) {
    var own = make("p", { class: "emas-feuille__demain" },
      make("strong", {}, "Pour cet élève, demain\u00a0: "), item.words ||
      make("span", { class: "emas-feuille__ligne" }));
    var title = make("p", { class: "emas-feuille__titre" }, item.rank + ". " + item.told.titre);
    var result = make("li", {}, title);
    parts.forEach(function (name) { result.append(part(name, item.told, few)); });
    result.append(own);
    return result;
  }

  function rows(count) {
    var body = make("tbody", {});
    for (var rank = 0; rank < count; rank += 1) {
      var row = make("tr", {});
      COLUMNS.forEach(function () { row.append(make("td", {})); });
      body.append(row);
    }
    return body;
  }

  function table() {
    var head = make("tr", {});
    COLUMNS.forEach(function (name) { head.append(make("th", { scope: "col" }, name)); });
    return make("table", { class: "emas-feuille__essais" }, make("caption", {}, "Mes essais"), make("thead", {}, head));
  }

  function fill(sheet, asked, degree) {
    var list = make("ol", {});
    asked.items.forEach(function (item) { list.append(entry(item, degree.parts, asked.items.length <= FEW)); });
    var trials = table();
    trials.append(rows(FEWEST_ROWS));
    sheet.replaceChildren(
      make("p", { class: "emas-feuille__tete" }, asked.title || "Mes aménagements"),
      list, trials,
      make("p", { class: "emas-feuille__pied" }, asked.team + ". Aucun nom d’élève sur cette feuille.")
    );
    return trials;
  }

  function fits(sheet) { return sheet.offsetHeight <= HEIGHT_PX; }

  // Autant de lignes d’essai qu’il en tient.
  function complete(sheet, trials) {
    for (var count = FEWEST_ROWS + 1; count <= MOST_ROWS; count += 1) {
      var before = trials.tBodies[0];
      before.replaceWith(rows(count));
      if (!fits(sheet)) return trials.tBodies[0].replaceWith(before);
    }
  }

  // Remplit la feuille, et rend ce qu’elle ne dit pas.
  function compose(sheet, asked) {
    sheet.toggleAttribute("data-deux", asked.items.length > 3);
    for (var rank = 0; rank < DEGREES.length; rank += 1) {
      var trials = fill(sheet, asked, DEGREES[rank]);
      for (var size = 0; size < SIZES_PT.length && SIZES_PT[size] >= DEGREES[rank].least_pt; size += 1) {
        sheet.style.fontSize = SIZES_PT[size] + "pt";
        if (!fits(sheet)) continue;
        complete(sheet, trials);
        return left(DEGREES[rank].parts);
      }
    }
    return left([]);
  }

  function left(parts) {
    return DEGREES[0].parts.filter(function (name) { return !parts.includes(name); })
      .map(function (name) {
        return name === "comment" && parts.includes("gestes") ? "tous les gestes" : TOLD[name];
      });
  }

  window.emasFeuille = compose;
})();
