// Mettre en ordre, relier, trier. Rien ne se glisse : des listes et des boutons, au doigt comme au clavier.
(function () {
  "use strict";
  var emas = window.emas;

  function rows(form) { return Array.from(form.querySelectorAll("fieldset li[data-champ]")); }

  // Les lignes dans l’ordre de la source, puisque la note les lit ainsi.
  function bySource(form) {
    return rows(form).sort(function (one, other) { return one.dataset.champ - other.dataset.champ; });
  }

  function words(row) { return row.querySelector(".emas-mots").textContent.trim(); }

  function some(values) { return values.some(Boolean) ? values : []; }

  // Ce qui ne va pas, et ce qui manque : [une chose, plusieurs].
  function toSee(wrong, missing, one, several) {
    var left = missing === 1 ? "une ligne" : missing + " lignes";
    if (!wrong) return "C’est bien parti\u00a0: il manque " + left + ".";
    return "À revoir\u00a0: " + (wrong === 1 ? one : wrong + " " + several) +
      (missing ? " Il manque aussi " + left + "." : "");
  }

  function judge(one, several) {
    return function (key, values) {
      var given = emas.numbers(values);
      var missing = given.filter(function (value) { return value === null; }).length;
      var wrong = given.filter(function (value, place) {
        return value !== null && value !== emas.rightAt(key, place);
      }).length;
      return toSee(wrong, missing, one, several);
    };
  }

  // Chaque ligne qui a une réponse, et si elle va.
  function marks(form, values, key) {
    return bySource(form).map(function (row, place) {
      return { row: row, empty: values[place] === "", right: Number(values[place]) === emas.rightAt(key, place) };
    });
  }

  // Relier : une liste par ligne.

  function lists(form) {
    return bySource(form).map(function (row) { return row.querySelector("select"); });
  }

  var matching = {
    read: function (form) { return some(lists(form).map(function (list) { return list.value; })); },
    fill: function (form, values) {
      lists(form).forEach(function (list, place) {
        list.value = values[place] || "";
        if (list.selectedIndex < 0) list.value = "";
      });
    },
    marks: marks,
    wrong: judge("une paire ne va pas ensemble.", "paires ne vont pas ensemble."),
    nothing: "Choisissez d’abord dans une liste, même si vous hésitez."
  };

  // Trier : des boutons par ligne.

  var sorting = {
    read: function (form) {
      return some(bySource(form).map(function (row) {
        var chosen = row.querySelector(":checked");
        return chosen ? chosen.value : "";
      }));
    },
    fill: function (form, values) {
      bySource(form).forEach(function (row, place) {
        row.querySelectorAll("input").forEach(function (field) {
          field.checked = field.value === values[place];
        });
      });
    },
    marks: marks,
    wrong: judge("une ligne n’est pas dans sa catégorie.", "lignes ne sont pas dans leur catégorie."),
    nothing: "Choisissez d’abord une catégorie, même si vous hésitez."
  };

  // Mettre en ordre : la liste se réarrange ; les places choisies restent des champs, pour le papier.

  function list(form) { return form.querySelector(".emas-rangs"); }

  function shown(form) {
    return rows(form).map(function (row) { return row.dataset.champ; });
  }

  function isOrder(form, values) {
    return values.length === rows(form).length && shown(form).sort().join() === values.slice().sort().join();
  }

  function place(form, order) {
    var known = new Map(rows(form).map(function (row) { return [row.dataset.champ, row]; }));
    order.forEach(function (number) { list(form).append(known.get(number)); });
    number(form);
  }

  function number(form) {
    var answered = list(form).hasAttribute("data-range");
    rows(form).forEach(function (row, rank, all) {
      row.querySelector("select").value = answered ? String(rank) : "";
      var buttons = row.querySelectorAll("button");
      buttons[0].setAttribute("aria-disabled", rank === 0);
      buttons[1].setAttribute("aria-disabled", rank === all.length - 1);
    });
  }

  function move(form, row, step) {
    var other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    list(form).setAttribute("data-range", "");
    number(form);
    form.emasTold.textContent = words(row) + "\u00a0: place " + (rows(form).indexOf(row) + 1) +
      " sur " + rows(form).length + ".";
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function mover(form, row, step, sign, word) {
    var button = emas.button("", function () {
      move(form, row, step);
      button.focus();
    }, true);
    button.setAttribute("aria-label", word + "\u00a0: " + words(row));
    button.append(emas.make("span", { "aria-hidden": "true" }, sign));
    return button;
  }

  var ordering = {
    start: function (form) {
      form.emasFirst = shown(form);
      form.emasTold = emas.make("p", { class: "emas-cache", role: "status" });
      rows(form).forEach(function (row) {
        row.append(emas.make("span", { class: "emas-monter", "data-silence": "" },
          mover(form, row, -1, "↑", "Monter"), mover(form, row, 1, "↓", "Descendre")));
      });
      list(form).after(form.emasTold);
      list(form).classList.add("emas-rangs--boutons");
    },
    read: function (form) { return list(form).hasAttribute("data-range") ? shown(form) : []; },
    fill: function (form, values) {
      var known = isOrder(form, values);
      list(form).toggleAttribute("data-range", known);
      var order = known ? values : form.emasFirst;
      if (shown(form).join() === order.join()) number(form);
      else place(form, order);
    },
    marks: function (form, values) {
      return rows(form).map(function (row, rank) {
        return { row: row, right: row.dataset.champ === String(rank) };
      });
    },
    wrong: function (key, values) {
      var wrong = values.filter(function (value, place) { return value !== String(place); }).length;
      return "À revoir\u00a0: " + wrong + " lignes ne sont pas à leur place.";
    },
    right: "Bonne réponse, tout est dans l’ordre.",
    nothing: "Changez d’abord une ligne de place, même si vous hésitez."
  };

  // Ce qu’il faut à une place : sa catégorie, ou ce qui va avec elle.
  emas.rightAt = function (key, place) { return key.right ? key.right[place] : place; };
  Object.assign(emas.kinds, { ordre: ordering, association: matching, categories: sorting });
})();
