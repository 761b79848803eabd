// « À relire avant le … » : la page ne change pas avec le temps, c’est ici que la date se compare.
(function () {
  "use strict";
  var now = new Date();
  var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(function (number) {
    return String(number).padStart(2, "0");
  }).join("-");

  document.querySelectorAll(".emas-echeance[data-date]").forEach(function (deadline) {
    if (deadline.dataset.date >= today) return;
    deadline.append(" ", window.emas.make("strong", {
      class: "emas-etat emas-etat--unconfirmed"
    }, "À relire\u00a0: date dépassée."));
  });
})();
