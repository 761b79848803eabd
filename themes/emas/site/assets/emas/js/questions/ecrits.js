// Les questions où l’on écrit : des mots qui manquent, un nombre, quelques lignes.
(function () {
  "use strict";
  var emas = window.emas;

  function fields(form) {
    return Array.from(form.querySelectorAll("fieldset :is(input, textarea)"));
  }

  var written = {
    read: function (form) {
      var texts = fields(form).map(function (field) { return field.value; });
      return texts.some(function (text) { return text.trim(); }) ? texts : [];
    },
    fill: function (form, values) {
      fields(form).forEach(function (field, place) { field.value = values[place] || ""; });
    }
  };

  function fits(key, values, place) {
    return key.words[place].some(function (words) {
      return emas.sameWords(values[place], words, key.strict);
    });
  }

  function gapsToSee(key, values) {
    var missing = values.filter(function (text) { return !text.trim(); }).length;
    var wrong = values.filter(function (text, place) {
      return text.trim() && !fits(key, values, place);
    }).length;
    var left = missing === 1 ? "un mot" : missing + " mots";
    if (!wrong) return "C’est bien parti\u00a0: il manque " + left + ".";
    return "À revoir\u00a0: " + (wrong === 1 ? "un mot ne convient pas." : wrong + " mots ne conviennent pas.") +
      (missing ? " Il manque aussi " + left + "." : "");
  }

  Object.assign(emas.kinds, {
    trous: Object.assign({}, written, {
      marks: function (form, values, key) {
        return fields(form).map(function (field, place) {
          return { after: field, empty: !values[place].trim(), right: fits(key, values, place) };
        });
      },
      wrong: gapsToSee,
      nothing: "Écrivez d’abord un mot, même si vous hésitez."
    }),
    numerique: Object.assign({}, written, {
      wrong: function (key, values) {
        return emas.isNumber(values[0], key.unit) ? "À revoir\u00a0: ce n’est pas ce nombre." :
          "Écrivez un nombre en chiffres, comme 25 ou 2,5" + (key.unit ? ", en " + key.unit : "") + ".";
      },
      nothing: "Écrivez d’abord un nombre, même si vous hésitez."
    }),
    ouverte: Object.assign({}, written, {
      verb: "Garder mon texte",
      noted: function (form) {
        return (emas.platform ? "C’est gardé tant que cette fenêtre est ouverte." : "C’est gardé dans ce navigateur.") +
          (form.querySelector(".emas-correction") ? " Comparez avec un exemple\u00a0: ce n’est pas le seul possible." : "");
      },
      opens: true,
      nothing: "Écrivez d’abord quelques mots."
    })
  });
})();
