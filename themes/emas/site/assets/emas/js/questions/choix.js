// Les questions où l’on choisit. Un genre dit comment lire une réponse, la remettre, et quoi en dire.
(function () {
  "use strict";
  var emas = window.emas;

  function fields(form) { return Array.from(form.querySelectorAll("fieldset input")); }

  function read(form) {
    return fields(form).filter(function (field) { return field.checked; })
      .map(function (field) { return field.value; });
  }

  function fill(form, values) {
    fields(form).forEach(function (field) { field.checked = values.includes(field.value); });
  }

  function rightOnes(form) {
    return Array.from(form.querySelectorAll("[data-juste]")).map(function (remark) {
      return remark.dataset.champ;
    });
  }

  function judgeOne(form, values) {
    var right = rightOnes(form).includes(values[0]);
    return {
      right: right,
      words: right ? "Bonne réponse." : "À revoir\u00a0: ce n’est pas cette réponse."
    };
  }

  function judgeSeveral(form, values) {
    var known = rightOnes(form);
    var wrong = values.filter(function (value) { return !known.includes(value); }).length;
    var missing = known.filter(function (value) { return !values.includes(value); }).length;
    var more = missing === 1 ? "une" : missing;
    if (!wrong && !missing) return { right: true, words: "Bonne réponse, il ne manque rien." };
    if (!wrong) return { right: false, words: "C’est bien parti\u00a0: il en manque " + more + "." };
    return {
      right: false,
      words: "À revoir\u00a0: " + (wrong === 1 ? "une réponse cochée ne convient pas." :
        wrong + " réponses cochées ne conviennent pas.") +
        (missing ? " Il en manque aussi " + more + "." : "")
    };
  }

  var one = {
    read: read, fill: fill, judge: judgeOne,
    nothing: "Choisissez d’abord une réponse, même si vous hésitez."
  };

  emas.kinds = Object.assign(emas.kinds || {}, {
    unique: one,
    "vrai-faux": one,
    multiple: {
      read: read, fill: fill, judge: judgeSeveral,
      nothing: "Cochez d’abord une réponse, même si vous hésitez."
    },
    // Plusieurs choix se défendent : on n’en dit rien, leurs remarques suffisent.
    decision: {
      read: read, fill: fill, judge: function () { return { words: "" }; },
      verb: "Voir ce que l’on peut en dire",
      others: "Voir les autres propositions",
      nothing: "Choisissez d’abord une proposition, même si vous hésitez."
    }
  });
})();
