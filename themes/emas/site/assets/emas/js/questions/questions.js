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

  function verdict(judged) {
    var name = judged.right ? "bonne-reponse" : "question";
    var sign = emas.make("span", { "aria-hidden": "true" }, judged.right ? "✓ " : "→ ");
    return emas.make("p", { class: "emas-bilan emas-verdict--" + name }, sign, judged.words);
  }

  function actions() {
    var result = emas.make("p", { class: "emas-actions", "data-silence": "" });
    result.append.apply(result, arguments);
    return result;
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
    var box = form.querySelector(".emas-correction");
    var summary = box.querySelector("summary");
    var opener = summary.textContent;
    var list = box.querySelector(".emas-remarques");
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
        if (judged.right && !box.open) {
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

  // Ce qui se voit d’une réponse gardée : rien ne change si elle n’a pas changé.
  function display(form, kind, check, result) {
    var graded = !kind.others;
    var explained = explanations(form, kind, result);
    var again = emas.button("", function () {
      emas.answers.drop(form);
      form.querySelector("fieldset :is(input, select, textarea)").focus();
    }, true);
    var link = graded ? partLink(form) : "";
    var after = actions(again, link);
    var shown;
    explained.box.before(actions(check), result, after);

    return function () {
      var entry = emas.answers.find(form);
      var now = JSON.stringify(entry);
      if (now === shown) return;
      shown = now;
      kind.fill(form, entry ? entry.reponse : []);
      var answer = kind.read(form);
      var seen = Boolean(entry && entry.vue && answer.length);
      var judged = seen ? kind.judge(form, answer) : {};
      if (seen) explained.show(answer, judged);
      else explained.hide();
      again.textContent = judged.right ? "Recommencer" : "Réessayer";
      if (link) link.hidden = judged.right;
      after.hidden = !seen || !graded;
      explained.box.classList.toggle("emas-plus-tard", !seen && !graded);
      check.classList.toggle("emas-bouton--second", seen);
      form.dispatchEvent(new CustomEvent("emas:reponse", { bubbles: true }));
    };
  }

  function start(form) {
    var kind = emas.kinds[form.dataset.genre];
    if (!kind) return;
    var check = emas.make("button", { class: "emas-bouton" }, kind.verb || "Vérifier");
    var result = emas.make("div", { class: "emas-resultat", role: "status" });
    var show = display(form, kind, check, result);

    form.addEventListener("change", function () {
      var answer = kind.read(form);
      if (answer.length) emas.answers.keep(form, answer);
      else emas.answers.drop(form);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var answer = kind.read(form);
      var known = emas.answers.find(form);
      if (!answer.length) {
        result.replaceChildren(emas.make("p", { class: "emas-bilan" }, kind.nothing));
      } else if (!known || !known.vue) {
        emas.answers.keep(form, answer, { vue: true });
      }
      result.scrollIntoView({ block: "nearest" });
    });

    form.querySelectorAll(".emas-plus").forEach(follow);
    if (emas.answers.outdated(form)) {
      form.prepend(emas.make("p", { class: "emas-discret" },
        "Cette question a changé depuis votre réponse. Elle vous est posée de nouveau."));
    }
    emas.onChange(show, "reponses");
    show();
  }

  document.querySelectorAll("form.emas-question").forEach(start);
})();
