// Une évaluation : on répond à tout, puis on voit ce qui mérite d’être relu. Ni note, ni limite de temps.
(function () {
  "use strict";
  var emas = window.emas;

  function list(text) { return (text || "").split(" ").filter(Boolean); }

  function plural(count, one, several) { return count + " " + (count === 1 ? one : several); }

  // Ce que le lecteur a tiré : gardé avec ses réponses, pour retrouver les mêmes questions.
  function seedOf(box) {
    var key = box.dataset.evaluation;
    var all = emas.read("reponses");
    if (emas.answers.valid(all[key]) && all[key].reponse.length) return all[key].reponse[0];
    return newSeed(box);
  }

  function newSeed(box) {
    var seed = Math.random().toString(36).slice(2, 10);
    var all = emas.read("reponses");
    all[box.dataset.evaluation] = { version: "graine", reponse: [seed] };
    emas.write("reponses", all);
    return seed;
  }

  // Les questions posées, dans leur ordre ; les autres se cachent.
  function draw(box, frames, objectives, seed) {
    var bank = frames.filter(function (frame) { return frame.hasAttribute("data-banque"); })
      .map(function (frame) { return { id: frame.id, objectif: frame.dataset.objectif }; });
    var wanted = emas.asked({
      nommees: list(box.dataset.nommees), banque: bank, objectifs: objectives,
      tirage: Number(box.dataset.tirage), parObjectif: Number(box.dataset.parObjectif)
    }, seed);
    wanted.forEach(function (id) {
      box.append(frames.find(function (frame) { return frame.id === id; }));
    });
    frames.forEach(function (frame) { frame.hidden = !wanted.includes(frame.id); });
  }

  function form(frame) { return frame.querySelector("form"); }

  function keyOf(frame) { return emas.keyOf(form(frame)); }

  function kindOf(frame) { return emas.kinds[form(frame).dataset.genre]; }

  function read(frame) { return kindOf(frame).read(form(frame)); }

  // De 0 à 1, ou rien si la question n’a pas de bonne réponse.
  function mark(frame) { return emas.mark(keyOf(frame), read(frame)); }

  // Ce que l’on sait de chaque objectif : atteint, à revoir, ou rien si aucune question n’en parle.
  function results(box, frames, items) {
    return items.map(function (item) {
      var marks = frames.filter(function (frame) {
        return !frame.hidden && frame.dataset.objectif === item.dataset.objectif;
      }).map(mark).filter(function (value) { return value !== null; });
      return {
        item: item, asked: marks.length > 0,
        known: marks.length > 0 && emas.mean(marks) >= Number(box.dataset.seuil) - 1e-9
      };
    }).filter(function (result) { return result.asked; });
  }

  // `needed` : les étapes que demande un autre objectif.
  function line(result, before, needed) {
    var copy = emas.make("li");
    var sign = emas.make("span", { "aria-hidden": "true" }, result.known ? "✓ " : "→ ");
    var links = Array.from(result.item.querySelectorAll("a")).filter(function (link) {
      return !result.known || !needed.includes(link.href);
    }).map(function (link) { return link.cloneNode(true); });
    var words = result.item.querySelector(".emas-objectif").textContent;
    var start = result.known ? "Vous savez " : before ? "À travailler\u00a0: " : "À revoir\u00a0: ";
    var way = !result.known ? (before ? "à suivre\u00a0: " : "à relire\u00a0: ") :
      before ? "vous pouvez passer\u00a0: " : "";
    copy.append(sign, emas.make("strong", {}, start), words + ".");
    if (links.length && way) {
      copy.append(" ", way.charAt(0).toUpperCase() + way.slice(1));
      links.forEach(function (link, rank) { copy.append(rank ? ", " : "", link); });
      copy.append(".");
    }
    return copy;
  }

  function headline(toSee, before) {
    if (!toSee) return before ? "Vous connaissez déjà l’essentiel" : "Rien à revoir pour l’instant";
    return before ? plural(toSee, "point à travailler", "points à travailler") :
      plural(toSee, "point à revoir", "points à revoir");
  }

  function hrefs(results) {
    return results.flatMap(function (result) {
      return Array.from(result.item.querySelectorAll("a"), function (link) { return link.href; });
    });
  }

  // Le bilan : ce qui est à revoir d’abord.
  function summarise(summary, found, before) {
    var toSee = found.filter(function (result) { return !result.known; });
    var known = found.filter(function (result) { return result.known; });
    var needed = hrefs(toSee);
    var points = emas.make("ul", { class: "emas-points" });
    toSee.concat(known).forEach(function (result) { points.append(line(result, before, needed)); });
    summary.replaceChildren(emas.make("h2", { tabindex: "-1" }, headline(toSee.length, before)), points);
  }

  function answered(frame) { return read(frame).length > 0; }

  function checked(frame) {
    var entry = emas.answers.find(form(frame));
    return Boolean(entry && entry.vue);
  }

  // Où en est le module, sous le bilan de l’évaluation qui compte.
  function ending(box, frames) {
    var module = {
      etapes: list(box.dataset.etapes).map(function (step) { return box.dataset.module + "/" + step; }),
      bilan: true, seuil: Number(box.dataset.reussite)
    };
    var lues = emas.read("progres").lues || [];
    var left = module.etapes.filter(function (step) { return !lues.includes(step); });
    var note = emas.result(frames.map(function (frame) {
      return { corrige: keyOf(frame), reponse: read(frame), vue: checked(frame) };
    }));
    if (emas.status(module, lues, note) !== "incomplete") {
      return "Module terminé\u00a0: toutes les étapes sont lues et vous avez fait le point.";
    }
    var enough = emas.status(module, module.etapes, note) !== "incomplete";
    var todo = left.length ? ["lisez encore " + plural(left.length, "étape", "étapes")] : [];
    if (!enough) todo.push("revoyez les points à revoir, puis recommencez");
    return "Pour terminer le module\u00a0: " + todo.join("\u00a0; ") + ".";
  }

  // Rien ne se vérifie avant la fin, même en appuyant sur Entrée ; le bilan s’annonce une fois, les
  // retours de chaque question se lisent ensuite.
  function hold(box) {
    box.classList.add("emas-evaluation--suivie");
    box.addEventListener("submit", function (event) {
      event.preventDefault();
      event.stopPropagation();
    }, true);
    box.querySelectorAll(".emas-resultat").forEach(function (item) { item.removeAttribute("role"); });
  }

  function start(box) {
    var frames = Array.from(box.querySelectorAll(".emas-boite--question"));
    var items = Array.from(document.querySelectorAll(".emas-objectifs > [data-objectif]"));
    var objectives = items.map(function (item) { return item.dataset.objectif; });
    var told = emas.make("p", { class: "emas-bilan", role: "status" });
    var summary = emas.make("div", { class: "emas-bilan-evaluation" });
    var see = emas.button("Voir mon bilan", finish);
    var again = emas.button("Recommencer", restart, true);

    function shown() { return frames.filter(function (frame) { return !frame.hidden; }); }

    function finish() {
      shown().filter(answered).map(form).forEach(function (asked) {
        var answer = emas.kinds[asked.dataset.genre].read(asked);
        emas.answers.keep(asked, answer, Object.assign(emas.before(asked), { vue: true }));
      });
      summary.querySelector("h2").focus();
    }

    function restart() {
      frames.map(form).forEach(emas.answers.drop);
      if (box.dataset.tirage) draw(box, frames, objectives, newSeed(box));
      emas.firstField(form(shown()[0])).focus();
    }

    function show() {
      var all = shown();
      var done = all.filter(answered).length;
      var finished = all.some(checked);
      var count = plural(done, "réponse", "réponses") + " sur " + all.length + "." +
        (done < all.length && !finished ? " Répondez même si vous hésitez." : "");
      if (told.textContent !== count) told.textContent = count;
      box.classList.toggle("emas-evaluation--finie", finished);
      see.hidden = finished || !done;
      again.hidden = !finished;
      if (!finished) {
        summary.replaceChildren();
        return;
      }
      summarise(summary, results(box, frames, items), box.hasAttribute("data-avant"));
      if (box.dataset.etapes) summary.append(emas.make("p", { class: "emas-fin" }, ending(box, all)));
    }

    hold(box);
    box.after(told, emas.make("p", { class: "emas-actions", "data-silence": "" }, see, again), summary);
    if (box.dataset.tirage) draw(box, frames, objectives, seedOf(box));
    emas.onChange(show, "reponses");
    show();
  }

  document.querySelectorAll(".emas-evaluation").forEach(start);
})();
