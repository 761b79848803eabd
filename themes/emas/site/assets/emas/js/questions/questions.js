// Une question : on répond, on vérifie, on lit ce qui concerne sa réponse, on réessaie. Jamais de note.
// Sans ce script, la réponse et les explications s’ouvrent d’un clic.
(function () {
  "use strict";
  var emas = window.emas;

  // La partie de l’étape où se trouve une question : le dernier titre avant elle.
  function partLink(form) {
    var title = Array.from(document.querySelectorAll("article h2[id]")).filter(function (item) {
      return item.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING;
    }).pop();
    if (!title) return "";
    return emas.make("a", { class: "emas-relire", href: "#" + title.id },
      "Relire «\u00a0" + title.textContent.trim() + "\u00a0»");
  }

  // Ce que l’on dit d’une réponse : juste ou non, sauf pour un genre sans bonne réponse.
  function judge(form, kind, answer, entry) {
    if (kind.noted) return { words: kind.noted(form, answer, entry.avant) };
    var key = emas.keyOf(form);
    var right = emas.mark(key, answer) === 1;
    return { right: right, words: right ? kind.right || "Bonne réponse." : kind.wrong(key, answer) };
  }

  function verdict(judged) {
    if (judged.right === undefined) return emas.make("p", { class: "emas-bilan" }, judged.words);
    var name = judged.right ? "bonne-reponse" : "question";
    var sign = emas.make("span", { "aria-hidden": "true" }, judged.right ? "✓ " : "→ ");
    return emas.make("p", { class: "emas-bilan emas-verdict--" + name }, sign, judged.words);
  }

  function actions() {
    var result = emas.make("p", { class: "emas-actions", "data-silence": "" });
    result.append.apply(result, arguments);
    return result;
  }

  // Un mot près de chaque ligne : ce qui va, ce qui est à revoir.
  function mark(form, kind, answer) {
    form.querySelectorAll(".emas-marque").forEach(function (item) { item.remove(); });
    if (!answer || !kind.marks) return;
    kind.marks(form, answer, emas.keyOf(form)).forEach(function (item) {
      var words = item.right ? "juste" : item.empty ? "à compléter" : "à revoir";
      var name = item.right ? "bonne-reponse" : "question";
      var sign = emas.make("span", { "aria-hidden": "true" }, item.right ? "✓ " : "→ ");
      (item.after || item.row.querySelector(".emas-mots")).after(
        emas.make("span", { class: "emas-marque emas-verdict--" + name }, sign, words));
    });
  }

  // Ce que le lecteur a ouvert : le papier ne montre que cela (impression.css), alors que Material
  // ouvre tout avant d’imprimer.
  function open(details, wanted) {
    details.open = wanted;
    details.toggleAttribute("data-ouvert", wanted);
  }

  function follow(details) {
    details.querySelector("summary").addEventListener("click", function () {
      details.toggleAttribute("data-ouvert", !details.open);
      details.emasOpened = false;
    });
  }

  // Les explications. Ce qui concerne la réponse monte dans `result` ; le reste attend qu’on l’ouvre.
  function explanations(form, kind, result) {
    var box = form.querySelector(".emas-correction") || emas.make("details", {}, emas.make("summary"));
    var summary = box.querySelector("summary");
    var opener = summary.textContent;
    var list = box.querySelector(".emas-remarques") || emas.make("ul");
    var remarks = Array.from(list.children);

    function place(about) {
      var mine = remarks.filter(function (item) { return about.includes(item.dataset.champ); });
      var said = emas.make("ul", { class: "emas-remarques" });
      said.append.apply(said, mine);
      list.replaceChildren.apply(list, remarks.filter(function (item) {
        return !mine.includes(item);
      }));
      return mine.length ? said : "";
    }

    return {
      box: box,
      show: function (answer, judged) {
        result.replaceChildren(judged.words ? verdict(judged) : "", place(answer));
        summary.textContent = kind.others || opener;
        if ((judged.right || kind.opens) && !box.open) {
          open(box, true);
          box.emasOpened = true;
        }
      },
      hide: function () {
        place([]);
        result.replaceChildren();
        summary.textContent = opener;
        if (box.emasOpened) open(box, false);
      }
    };
  }

  function firstField(form) {
    return Array.from(form.querySelectorAll("fieldset :is(input, select, textarea, button)"))
      .find(function (field) { return field.offsetParent; });
  }

  // Ce qui se voit d’une réponse gardée : rien ne change si elle n’a pas changé.
  function display(form, kind, check, result) {
    var graded = !kind.noted;
    var explained = explanations(form, kind, result);
    var again = emas.button("", function () {
      emas.answers.drop(form);
      firstField(form).focus();
    }, true);
    var link = graded ? partLink(form) : "";
    var after = actions(again, link);
    var shown;
    form.insertBefore(actions(check), form.querySelector(".emas-correction"));
    form.insertBefore(result, form.querySelector(".emas-correction"));
    form.insertBefore(after, form.querySelector(".emas-correction"));

    return function () {
      var entry = emas.answers.find(form);
      var now = JSON.stringify(entry);
      if (now === shown) return;
      shown = now;
      kind.fill(form, entry ? entry.reponse : []);
      var answer = kind.read(form);
      var seen = Boolean(entry && entry.vue && answer.length);
      var judged = seen ? judge(form, kind, answer, entry) : {};
      mark(form, kind, seen && answer);
      if (seen) explained.show(answer, judged);
      else explained.hide();
      again.textContent = judged.right ? "Recommencer" : "Réessayer";
      if (link) link.hidden = judged.right;
      after.hidden = !seen || !graded;
      explained.box.classList.toggle("emas-plus-tard", !seen && Boolean(kind.others));
      check.classList.toggle("emas-bouton--second", seen);
      form.dispatchEvent(new CustomEvent("emas:reponse", { bubbles: true }));
    };
  }

  // Où l’on se situait, quand on s’est déjà situé, ici ou ailleurs.
  function before(form) {
    if (!emas.kinds[form.dataset.genre].remembers) return {};
    var entry = emas.answers.find(form) || emas.answers.elsewhere(form);
    var earlier = entry && (entry.vue ? entry.reponse[0] : entry.avant);
    return earlier ? { avant: earlier } : {};
  }

  function start(form) {
    var kind = emas.kinds[form.dataset.genre];
    if (!kind) return;
    var check = emas.make("button", { class: "emas-bouton" }, kind.verb || "Vérifier");
    var result = emas.make("div", { class: "emas-resultat", role: "status" });
    if (kind.start) kind.start(form);
    var show = display(form, kind, check, result);

    form.addEventListener("input", function () {
      var answer = kind.read(form);
      if (answer.length) emas.answers.keep(form, answer, before(form));
      else emas.answers.drop(form);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var answer = kind.read(form);
      var known = emas.answers.find(form);
      if (!answer.length) {
        result.replaceChildren(emas.make("p", { class: "emas-bilan" }, kind.nothing));
      } else if (!known || !known.vue) {
        emas.answers.keep(form, answer, Object.assign(before(form), { vue: true }));
      }
      result.scrollIntoView({ block: "nearest" });
    });

    form.querySelectorAll(".emas-plus").forEach(follow);
    if (emas.answers.outdated(form)) {
      form.prepend(emas.make("p", { class: "emas-discret" },
        "Cette question a changé depuis votre réponse. Elle vous est posée de nouveau."));
    }
    emas.onChange(show, emas.shelf.name);
    show();
  }

  emas.before = before;
  emas.firstField = firstField;
  document.querySelectorAll("form.emas-question").forEach(start);
})();
