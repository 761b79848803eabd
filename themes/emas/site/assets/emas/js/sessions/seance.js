// Ce que demande une session : on répond, on termine, et ces réponses-là ne changent plus. On lit ensuite
// ce qui mérite d’être relu, pour soi ; les réponses sont arrivées, ou on donne son fichier.
(function () {
  "use strict";
  var emas = window.emas;
  var who = emas.participant;
  if (!who) return;

  var SOON_MS = 800;
  var together = emas.together;
  var box = who.box;
  var frames = Array.from(box.querySelectorAll(".emas-boite--question"));
  var told = emas.make("p", { class: "emas-bilan", role: "status" });
  var missing = emas.make("span");
  var end = emas.button("J’ai terminé", ask);
  var going = emas.make("div", { class: "emas-terminer", "data-silence": "" },
    emas.make("p", { class: "emas-actions" }, end),
    emas.make("p", { class: "emas-aide" }, "Ensuite, vos réponses ne changeront plus."));
  var yes = emas.button("Oui, terminer", finish);
  var sure = emas.make("p", { class: "emas-actions", "data-silence": "", hidden: "" }, missing, yes,
    emas.button("Non, y revenir", goBack, true));
  var over = emas.make("div");
  var following = box.querySelector(".emas-suite");
  var displayed = "";
  var given = false;
  var ending = false;
  var soon = 0;

  function unanswered() {
    return frames.filter(function (frame) { return !together.answered(frame); });
  }

  // Ce qui se donne : ni une prise de position, ni un texte que son auteur n’a pas demandé.
  function answers() {
    var found = {};
    frames.filter(function (frame) {
      return frame.hasAttribute("data-recueillie") && together.answered(frame);
    }).forEach(function (frame) {
      var form = together.form(frame);
      var name = frame.id + "@" + form.dataset.version;
      found[name] = emas.response(emas.keyOf(form), together.read(frame));
    });
    return found;
  }

  // Ce qu’un service prend au fur et à mesure. Un texte ne part qu’à la fin : on peut encore l’effacer.
  function statements() {
    var found = {};
    if (who.opinion) return found;
    frames.filter(function (frame) {
      return frame.hasAttribute("data-recueillie") && together.answered(frame);
    }).forEach(function (frame) {
      var form = together.form(frame);
      var key = emas.keyOf(form);
      if (key.kind === "ouverte" && !ending && !who.ended()) return;
      found[frame.id + "@" + form.dataset.version] = emas.written(key, emas.response(key, together.read(frame)));
    });
    return found;
  }

  function ask() {
    var left = unanswered().length;
    if (!left) {
      finish();
      return;
    }
    missing.textContent = (left === 1 ? "Il reste une question" : "Il reste " + left + " questions") +
      " sans réponse. Terminer quand même\u202f? ";
    sure.hidden = false;
    yes.focus();
  }

  function goBack() {
    sure.hidden = true;
    emas.firstField(together.form(unanswered()[0])).focus();
  }

  // Ce qui part est écrit dans l’appareil avant que la page le dise donné ; s’il le refuse, le fichier reste.
  async function finish() {
    ending = true;
    try { await emas.sending.keep(); } catch (error) { console.warn(error); }
    ending = false;
    var found = answers();
    if (!who.opinion) together.check(frames);
    who.end(found);
    over.querySelector("h2").focus();
  }

  // Le bilan de chaque module, pour soi.
  function summary() {
    var parts = Array.from(box.querySelectorAll(".emas-partie")).map(function (part) {
      var before = part.hasAttribute("data-avant");
      var items = Array.from(part.querySelectorAll(".emas-objectifs > [data-objectif]"));
      var mine = frames.filter(function (frame) { return part.contains(frame); });
      var points = together.points(mine, items, Number(part.dataset.seuil), { before: before });
      return { title: part.dataset.titre, before: before, points: points };
    }).filter(function (part) { return part.points.asked; });
    if (!parts.length) return "";
    var toSee = parts.reduce(function (sum, part) { return sum + part.points.toSee; }, 0);
    var result = emas.make("div", { class: "emas-bilan-evaluation" },
      emas.make("h2", {}, together.headline(toSee, parts[0].before)),
      emas.make("p", { class: "emas-discret" }, "Pour vous seulement\u00a0: ce bilan n’est pas dans le fichier."));
    parts.forEach(function (part) {
      result.append(part.title ? emas.make("h3", {}, part.title) : "", part.points.list);
    });
    return result;
  }

  function next() {
    emas.write("page", {});
    emas.firstField(together.form(frames[0])).focus();
  }

  function conclude(ended) {
    var title = emas.make("h2", { tabindex: "-1" }, who.opinion ? "Merci pour votre avis" : "C’est terminé, merci");
    var file = emas.answerFile(who.session, who.moment, ended);
    given = false;
    over.replaceChildren(title,
      Object.keys(ended.reponses).length ? emas.arrival(file, function () { given = true; }) :
        emas.make("p", {}, "Il n’y a rien à donner\u00a0: ce que vous avez répondu est pour vous seulement."),
      who.opinion ? emas.make("p", { class: "emas-actions" },
        emas.button("Une autre personne répond", next, true)) : summary());
  }

  // On n’envoie pas chaque lettre.
  function sendSoon() {
    clearTimeout(soon);
    soon = setTimeout(emas.sending.keep, SOON_MS);
  }

  function show() {
    sendSoon();
    var ended = who.ended();
    var state = JSON.stringify(ended);
    var count = together.count(frames, !ended);
    if (told.textContent !== count) told.textContent = count;
    if (following) following.hidden = !ended;
    going.hidden = Boolean(ended) || !frames.some(together.answered);
    if (going.hidden || !unanswered().length) sure.hidden = true;
    if (state === displayed) return;
    displayed = state;
    frames.forEach(function (frame) { frame.querySelector("fieldset").disabled = Boolean(ended); });
    box.classList.toggle("emas-evaluation--finie", Boolean(ended) && !who.opinion);
    if (ended) conclude(ended);
    else over.replaceChildren();
  }

  emas.sending.answers = statements;
  together.hold(box);
  box.append(told, going, sure, over, following || "");
  emas.onChange(show, emas.shelf.name);
  show();

  // Un avis ne se garde pas : on prévient avant de le perdre.
  if (who.opinion) window.addEventListener("beforeunload", function (event) {
    if (!given && frames.some(together.answered) || emas.sending.unsent().length) event.preventDefault();
  });
})();
