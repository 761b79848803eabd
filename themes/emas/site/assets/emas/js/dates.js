// « À relire avant le … », « vos réponses sont attendues du … au … » : la page ne change pas avec le
// temps, c’est ici que les dates se comparent.
(function () {
  "use strict";
  document.querySelectorAll(".emas-echeance[data-date]").forEach(function (deadline) {
    if (deadline.dataset.date >= window.emas.today) return;
    deadline.append(" ", window.emas.make("strong", {
      class: "emas-etat emas-etat--unconfirmed"
    }, "À relire\u00a0: date dépassée."));
  });

  document.querySelectorAll(".emas-periode").forEach(function (period) {
    var today = window.emas.today;
    var words = today < period.dataset.du ? "Vous êtes en avance\u00a0: revenez à ce moment-là." :
      today > period.dataset.au ? "C’est passé\u00a0: demandez à la personne qui anime si elle les prend encore." :
      "";
    if (words) period.append(" ", window.emas.make("strong", {}, words));
  });
})();
