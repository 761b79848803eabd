// Ce que demande une évaluation, sa note, et si un module est terminé : les mêmes règles sur le site et
// dans un paquet pour plateforme. Rien n’est lu de la page.
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};

  function mean(marks) {
    return marks.reduce(function (sum, item) { return sum + item; }, 0) / marks.length;
  }

  emas.mean = mean;

  // Les questions posées, dans leur ordre : celles qui sont nommées, puis celles que donne la graine.
  emas.asked = function (assessment, seed) {
    var named = assessment.nommees;
    if (!assessment.tirage) return named;
    var drawn = emas.draw(assessment.banque, assessment.objectifs, assessment.tirage,
      assessment.parObjectif, seed);
    return named.concat(drawn.filter(function (id) { return !named.includes(id); }));
  };

  // La note, de 0 à 1 : la moyenne des questions qui ont une bonne réponse. `answers` : pour chaque
  // question, { corrige, reponse, vue }. Rien tant que le lecteur n’a pas demandé son bilan.
  emas.result = function (answers) {
    var marks = answers.map(function (item) { return emas.mark(item.corrige, item.reponse); })
      .filter(function (mark) { return mark !== null; });
    var seen = answers.some(function (item) { return item.vue; });
    return seen && marks.length ? mean(marks) : null;
  };

  // « passed », « completed » ou « incomplete », les mots de SCORM. Jamais « failed » : on recommence.
  // `module` : { etapes, bilan, seuil } ; `bilan` dit s’il a une évaluation qui compte.
  emas.status = function (module, read, result) {
    var all = module.etapes.every(function (step) { return read.includes(step); });
    var enough = module.seuil ? result !== null && result >= module.seuil - 1e-9 :
      !module.bilan || result !== null;
    if (!all || !enough) return "incomplete";
    return module.bilan && module.seuil ? "passed" : "completed";
  };
})();
