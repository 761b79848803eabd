// La page d’une session, ouverte par le code du mur : il attend ici les questionnaires de la session, et ne
// reste pas dans l’adresse, que l’on pourrait transmettre.
(function () {
  "use strict";
  var emas = window.emas;
  var page = /\/sessions\/([^/]+)\.html$/.exec(location.pathname);
  var room = /^#seance=([A-Z]{8})$/.exec(location.hash);
  if (!page || !room) return;

  var all = emas.read("sessions");
  all[page[1]] = Object.assign({}, all[page[1]], { seance: room[1] });
  emas.write("sessions", all);
  history.replaceState(null, "", location.pathname);
})();
