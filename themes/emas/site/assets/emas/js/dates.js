// « À relire avant le … » : la page ne change pas avec le temps, c’est ici que la date se compare.
(function () {
  "use strict";
  document.querySelectorAll(".emas-echeance[data-date]").forEach(function (deadline) {
    if (deadline.dataset.date >= window.emas.today) return;
    deadline.append(" ", window.emas.make("strong", {
      class: "emas-etat emas-etat--unconfirmed"
    }, "À relire\u00a0: date dépassée."));
  });
})();
