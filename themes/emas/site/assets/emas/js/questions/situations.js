// Une situation : une décision à la fois. Sans ce script, toutes se lisent à la suite.
(function () {
  "use strict";
  var emas = window.emas;
  var FRAME = ".emas-boite--decision";

  function frame(form) { return form.closest(FRAME); }

  function answered(form) {
    var entry = emas.answers.find(form);
    return entry && entry.vue ? entry : null;
  }

  // Où mène un choix : la décision qu’il nomme, sinon la première, après elle, qui n’est pas prise.
  function next(form, forms, taken) {
    var chosen = CSS.escape(answered(form).reponse[0]);
    var remark = form.querySelector("[data-champ='" + chosen + "']");
    var target = remark && remark.dataset.vers && document.getElementById(remark.dataset.vers);
    return target ? target.querySelector("form") : forms.find(function (other, rank) {
      return rank > forms.indexOf(form) && !taken.includes(other);
    });
  }

  // Les décisions prises, dans l’ordre, puis celle à prendre.
  function path(forms) {
    var found = [forms[0]];
    for (;;) {
      var last = found[found.length - 1];
      var entry = answered(last);
      var target = entry && entry.suite && next(last, forms, found);
      if (!target || found.includes(target)) return found;
      found.push(target);
    }
  }

  // Une décision et ce qui la raconte : tout ce qui suit la décision d’avant.
  function scene(form) {
    var found = [frame(form)];
    var previous = found[0].previousElementSibling;
    while (previous && !previous.matches(FRAME)) {
      found.unshift(previous);
      previous = previous.previousElementSibling;
    }
    return found;
  }

  function following(element) {
    var found = [];
    while ((element = element.nextElementSibling)) found.push(element);
    return found;
  }

  function hide(elements, hidden) {
    elements.forEach(function (item) { item.classList.toggle("emas-plus-tard", hidden); });
  }

  // Ce que l’écran montre : les scènes du chemin pris, dans son ordre, et la fin quand on y est.
  function stage(box, forms) {
    var scenes = new Map(forms.map(function (form, rank) {
      return [form, rank ? scene(form) : [frame(form)]];
    }));
    var ending = following(frame(forms[forms.length - 1]));
    var end = document.createComment("");
    var order = forms;
    box.classList.add("emas-situation");
    box.insertBefore(end, ending[0] || null);

    // On ne déplace que ce qui doit l’être.
    function arrange(wanted) {
      if (wanted.every(function (form, rank) { return form === order[rank]; })) return;
      order = wanted;
      wanted.slice(1).forEach(function (form) {
        if (frame(form).parentElement === box) end.before.apply(end, scenes.get(form));
      });
    }

    return function (taken, over) {
      var left = forms.filter(function (form) { return !taken.includes(form); });
      arrange(taken.concat(left));
      taken.forEach(function (form) { hide(scenes.get(form), false); });
      left.forEach(function (form) { hide(scenes.get(form), true); });
      hide(ending, !over);
      // Ce qui n’est plus sur le chemin s’oublie.
      left.filter(emas.answers.find).forEach(emas.answers.drop);
    };
  }

  function arrive(form) {
    var group = form.querySelector("fieldset");
    group.tabIndex = -1;
    group.focus();
  }

  function start(box) {
    var forms = Array.from(box.querySelectorAll("form[data-genre=decision]"));
    if (!forms.length) return;
    var display = stage(box, forms);
    var more = emas.button("Continuer", carryOn);
    var again = emas.button("Recommencer la situation", function () {
      forms.forEach(emas.answers.drop);
      arrive(forms[0]);
    }, true);
    var ended = emas.make("span", {}, "Fin de la situation.");
    var actions = emas.make("p", { class: "emas-actions", "data-silence": "" }, ended, more, again);

    function carryOn() {
      var taken = path(forms);
      var last = taken[taken.length - 1];
      emas.answers.keep(last, answered(last).reponse, { vue: true, suite: true });
      arrive(next(last, forms, taken));
    }

    function show() {
      var taken = path(forms);
      var last = taken[taken.length - 1];
      var done = Boolean(answered(last));
      var over = done && !next(last, forms, taken);
      more.hidden = !done || over;
      ended.hidden = !over;
      actions.hidden = !done && taken.length === 1;
      (over ? box : frame(last)).append(actions);
      display(taken, over);
    }

    box.addEventListener("emas:reponse", show);
    show();
  }

  document.querySelectorAll(".emas-boite--situation").forEach(start);
})();
