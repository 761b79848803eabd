// Par où les réponses quittent la page quand aucun service ne les prend : un fichier que l’on donne
// soi-même. Son format est dans docs/formats/reponses.md.
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};

  // `given` : { code, numero, reponses }. Les mêmes réponses donnent les mêmes octets.
  emas.answerFile = function (session, moment, given) {
    var content = {
      format: "emas-reponses-1", session: session, moment: moment,
      code: given.code, numero: given.numero, reponses: given.reponses
    };
    return {
      name: "reponses-" + session + "-" + moment + "-" + given.code + ".json",
      text: JSON.stringify(content) + "\n"
    };
  };

  // De quoi donner un fichier ; `done` quand il l’est.
  emas.handOver = function (file, done) {
    var told = emas.make("p", { class: "emas-message", role: "status" });
    var text = emas.make("textarea", {
      readonly: "", rows: "6", spellcheck: "false", "aria-label": "Mes réponses, en texte"
    });
    text.value = file.text;
    text.addEventListener("focus", function () { text.select(); });
    text.addEventListener("copy", done);
    return emas.make("div", { class: "emas-remise" },
      emas.make("p", { class: "emas-actions" }, emas.button("Enregistrer mes réponses", function () {
        emas.download(file.name, file.text);
        told.textContent = "Le fichier est dans vos téléchargements\u00a0: " + file.name +
          ". Donnez-le à la personne qui anime, sur une clé ou par courriel.";
        done();
      })),
      told,
      emas.make("details", { class: "emas-plus" },
        emas.make("summary", {}, "Le fichier ne s’enregistre pas\u202f?"),
        emas.make("p", {}, "Copiez tout ce texte dans un courriel à la personne qui anime."),
        text));
  };
})();
