// Une évaluation : on répond à tout, puis on voit ce qui mérite d’être relu. Ni note, ni limite de temps.
(function () {
  "use strict";
  var emas = window.emas;
  var together = emas.together;
  var form = together.form;

  function list(text) { return (text || "").split(" ").filter(Boolean); }

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
      return { corrige: emas.keyOf(form(frame)), reponse: together.read(frame), vue: checked(frame) };
    }));
    if (emas.status(module, lues, note) !== "incomplete") {
      return "Module terminé\u00a0: toutes les étapes sont lues et vous avez fait le point.";
    }
    var enough = emas.status(module, module.etapes, note) !== "incomplete";
    var todo = left.length ? ["lisez encore " + together.plural(left.length, "étape", "étapes")] : [];
    if (!enough) todo.push("revoyez les points à revoir, puis recommencez");
    return "Pour terminer le module\u00a0: " + todo.join("\u00a0; ") + ".";
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
      together.check(shown());
      summary.querySelector("h2").focus();
    }

    function restart() {
      frames.map(form).forEach(emas.answers.drop);
      if (box.dataset.tirage) draw(box, frames, objectives, newSeed(box));
      emas.firstField(form(shown()[0])).focus();
    }

    function show() {
      var asked = shown();
      var finished = asked.some(checked);
      var count = together.count(asked, !finished);
      if (told.textContent !== count) told.textContent = count;
      box.classList.toggle("emas-evaluation--finie", finished);
      see.hidden = finished || !asked.some(together.answered);
      again.hidden = !finished;
      if (!finished) {
        summary.replaceChildren();
        return;
      }
      var before = box.hasAttribute("data-avant");
      var points = together.points(asked, items, Number(box.dataset.seuil),
        { before: before, skip: before });
      summary.replaceChildren(
        emas.make("h2", { tabindex: "-1" }, together.headline(points.toSee, before)), points.list);
      if (box.dataset.etapes) summary.append(emas.make("p", { class: "emas-fin" }, ending(box, asked)));
    }

    together.hold(box);
    box.after(told, emas.make("p", { class: "emas-actions", "data-silence": "" }, see, again), summary);
    if (box.dataset.tirage) draw(box, frames, objectives, seedOf(box));
    emas.onChange(show, "reponses");
    show();
  }

  document.querySelectorAll(".emas-evaluation").forEach(start);
})();
