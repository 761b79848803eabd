// Les questions où l’on choisit. Un genre dit comment lire une réponse, la remettre, et quoi en dire.
// Ce que l’on garde n’est fait que de textes.
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

  function judgeSeveral(key, values) {
    var given = emas.numbers(values);
    var wrong = given.filter(function (value) { return !key.right.includes(value); }).length;
    var missing = key.right.filter(function (value) { return !given.includes(value); }).length;
    var more = missing === 1 ? "une" : missing;
    if (!wrong) return "C’est bien parti\u00a0: il en manque " + more + ".";
    return "À revoir\u00a0: " + (wrong === 1 ? "une réponse cochée ne convient pas." :
      wrong + " réponses cochées ne conviennent pas.") +
      (missing ? " Il en manque aussi " + more + "." : "");
  }

  var one = {
    read: read, fill: fill,
    wrong: function () { return "À revoir\u00a0: ce n’est pas cette réponse."; },
    nothing: "Choisissez d’abord une réponse, même si vous hésitez."
  };
  var scale = {
    read: read, fill: fill,
    verb: "Valider",
    noted: function () { return "C’est noté."; },
    nothing: "Choisissez d’abord un point, même si vous hésitez."
  };

  // Le nom d’un point : son texte, sinon son numéro.
  function point(form, value) {
    var field = fields(form).find(function (item) { return item.value === value; });
    if (!field) return "";
    var words = field.closest("label").querySelector(".emas-choix__texte").textContent.trim();
    return words ? "«\u00a0" + words + "\u00a0»" : "le point " + (Number(value) + 1);
  }

  emas.kinds = Object.assign(emas.kinds || {}, {
    unique: one,
    "vrai-faux": one,
    multiple: {
      read: read, fill: fill, wrong: judgeSeveral,
      right: "Bonne réponse, il ne manque rien.",
      nothing: "Cochez d’abord une réponse, même si vous hésitez."
    },
    echelle: scale,
    // Le lecteur, et lui seul, voit ce qu’il pensait avant.
    position: Object.assign({}, scale, {
      remembers: true,
      noted: function (form, values, before) {
        if (!point(form, before)) {
          return emas.platform ? "C’est noté, tant que cette fenêtre est ouverte. Rien n’est transmis." :
            "C’est noté. Revenez quand vous voulez\u00a0: vous verrez si votre avis a changé.";
        }
        if (before === values[0]) return "Avant comme maintenant\u00a0: " + point(form, before) + ".";
        return "Avant\u00a0: " + point(form, before) + ". Maintenant\u00a0: " + point(form, values[0]) + ".";
      }
    }),
    // Plusieurs choix se défendent : on n’en dit rien, leurs remarques suffisent.
    decision: {
      read: read, fill: fill, noted: function () { return ""; },
      verb: "Voir ce que l’on peut en dire",
      others: "Voir les autres propositions",
      nothing: "Choisissez d’abord une proposition, même si vous hésitez."
    }
  });
})();
