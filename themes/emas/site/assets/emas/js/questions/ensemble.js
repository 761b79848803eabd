// Des questions auxquelles on répond toutes, puis ce qui mérite d’être relu : une évaluation, ou ce que
// demande une session. Ni note, ni limite de temps.
(function () {
  "use strict";
  var emas = window.emas;

  function plural(count, one, several) { return count + " " + (count < 2 ? one : several); }

  function form(frame) { return frame.querySelector("form"); }

  function read(frame) { return emas.kinds[form(frame).dataset.genre].read(form(frame)); }

  function answered(frame) { return read(frame).length > 0; }

  // De 0 à 1, ou rien si la question n’a pas de bonne réponse.
  function mark(frame) { return emas.mark(emas.keyOf(form(frame)), read(frame)); }

  // Ce que l’on sait de chaque objectif : atteint, à revoir, ou rien si aucune question n’en parle.
  function results(frames, items, threshold) {
    return items.map(function (item) {
      var marks = frames.filter(function (frame) {
        return frame.dataset.objectif === item.dataset.objectif;
      }).map(mark).filter(function (value) { return value !== null; });
      return {
        item: item, asked: marks.length > 0,
        known: marks.length > 0 && emas.mean(marks) >= threshold - 1e-9
      };
    }).filter(function (result) { return result.asked; });
  }

  // `needed` : les étapes que demande un autre objectif.
  function line(result, needed, options) {
    var copy = emas.make("li");
    var sign = emas.make("span", { "aria-hidden": "true" }, result.known ? "✓ " : "→ ");
    var links = Array.from(result.item.querySelectorAll("a")).filter(function (link) {
      return !result.known || !needed.includes(link.href);
    }).map(function (link) { return link.cloneNode(true); });
    var words = result.item.querySelector(".emas-objectif").textContent;
    var start = result.known ? "Vous savez " :
      options.before ? "À travailler\u00a0: " : "À revoir\u00a0: ";
    var way = !result.known ? (options.before ? "à suivre\u00a0: " : "à relire\u00a0: ") :
      options.skip ? "vous pouvez passer\u00a0: " : "";
    copy.append(sign, emas.make("strong", {}, start), words + ".");
    if (links.length && way) {
      copy.append(" ", way.charAt(0).toUpperCase() + way.slice(1));
      links.forEach(function (link, rank) { copy.append(rank ? ", " : "", link); });
      copy.append(".");
    }
    return copy;
  }

  function hrefs(results) {
    return results.flatMap(function (result) {
      return Array.from(result.item.querySelectorAll("a"), function (link) { return link.href; });
    });
  }

  emas.together = {
    plural: plural, form: form, read: read, answered: answered,

    // Où l’on en est : « 3 réponses sur 6. »
    count: function (frames, going) {
      var done = frames.filter(answered).length;
      return plural(done, "réponse", "réponses") + " sur " + frames.length + "." +
        (done < frames.length && going ? " Répondez même si vous hésitez." : "");
    },

    // Rien ne se vérifie avant la fin, même en appuyant sur Entrée ; le bilan s’annonce une fois, les
    // retours de chaque question se lisent ensuite.
    hold: function (box) {
      box.classList.add("emas-evaluation--suivie");
      box.addEventListener("submit", function (event) {
        event.preventDefault();
        event.stopPropagation();
      }, true);
      box.querySelectorAll(".emas-resultat").forEach(function (item) { item.removeAttribute("role"); });
    },

    // Vérifie tout ce qui a une réponse.
    check: function (frames) {
      frames.filter(answered).forEach(function (frame) {
        var more = Object.assign(emas.before(form(frame)), { vue: true });
        emas.answers.keep(form(frame), read(frame), more);
      });
    },

    // Les points de chaque objectif, à revoir d’abord. `items` : les objectifs, avec leurs étapes.
    // `before` : c’est avant la formation ; `skip` : ce que l’on sait peut se passer.
    points: function (frames, items, threshold, options) {
      var found = results(frames, items, threshold);
      var toSee = found.filter(function (result) { return !result.known; });
      var known = found.filter(function (result) { return result.known; });
      var list = emas.make("ul", { class: "emas-points" });
      toSee.concat(known).forEach(function (result) {
        list.append(line(result, hrefs(toSee), options));
      });
      return { toSee: toSee.length, asked: found.length, list: list };
    },

    headline: function (toSee, before) {
      if (!toSee) return before ? "Vous connaissez déjà l’essentiel" : "Rien à revoir pour l’instant";
      return before ? plural(toSee, "point à travailler", "points à travailler") :
        plural(toSee, "point à revoir", "points à revoir");
    }
  };
})();
