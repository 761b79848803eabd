// Combien de signes il reste, sous un texte que quelqu’un lira. On le lit quand on veut : rien ne s’annonce.
(function () {
  "use strict";
  var emas = window.emas;
  var who = emas.participant;
  if (!who) return;

  who.box.querySelectorAll(".emas-lu-apres").forEach(function (told) {
    var frame = told.closest(".emas-boite--question");
    var field = frame.querySelector("textarea");
    var count = emas.make("p", { class: "emas-compte", id: frame.id + "-compte" });

    function show() {
      var left = field.maxLength - field.value.length;
      count.textContent = "Il reste " + emas.together.plural(left, "signe", "signes") + " sur " + field.maxLength + ".";
    }

    field.after(count);
    field.setAttribute("aria-describedby", told.id + " " + count.id);
    field.addEventListener("input", show);
    frame.addEventListener("emas:reponse", show);
    show();
  });
})();
