// La page « Ma progression » : ordinateur partagé, fichier de reprise, tout effacer.
(function () {
  "use strict";
  var emas = window.emas;
  var place = document.querySelector(".emas-outil");
  if (!place) return;

  var FORMAT = "emas-reprise";
  var VERSION = 1;
  var LARGEST = 200000;
  var TAKEN = ["confort", "profil", "progres", "reponses"];

  var told = emas.make("p", { class: "emas-message", role: "status" });

  function tell(words, wrong) {
    told.setAttribute("role", wrong ? "alert" : "status");
    told.textContent = words;
  }

  // Ordinateur partagé

  var shared = emas.make("input", { type: "checkbox", id: "emas_partage", autocomplete: "off" });
  var sharedHelp = emas.make("p", { class: "emas-aide" });
  shared.addEventListener("change", function () {
    emas.share(shared.checked);
    tell(shared.checked ?
      "Plus rien n’est gardé sur cet ordinateur. Votre progression vous suit jusqu’à la fermeture de l’onglet." :
      "Votre progression est de nouveau gardée dans ce navigateur.");
  });

  function showShared() {
    shared.checked = emas.isShared();
    sharedHelp.textContent = shared.checked ?
      "Rien ne reste après la fermeture de l’onglet, sauf ce réglage. Pour reprendre plus tard, enregistrez un fichier de reprise." :
      "Cochez si d’autres personnes se servent de ce navigateur\u00a0: rien ne restera après la fermeture de l’onglet.";
  }

  // Le fichier de reprise

  function save() {
    var content = { format: FORMAT, version: VERSION, "enregistre-le": emas.today };
    TAKEN.forEach(function (name) { content[name] = emas.read(name); });
    var name = FORMAT + "-" + emas.today + ".json";
    emas.download(name, JSON.stringify(content, null, 2) + "\n");
    tell("Le fichier est dans vos téléchargements\u00a0: " + name + ".");
  }

  function plain(value) {
    return value && typeof value === "object" && !Array.isArray(value) ? value : {};
  }

  // Ce qui ne va pas dans un fichier, ou rien.
  function wrong(content) {
    if (plain(content).format !== FORMAT) {
      return "Ce n’est pas un fichier de reprise. Son nom commence par «\u00a0emas-reprise\u00a0» et il vient de cette page.";
    }
    if (content.version !== VERSION) {
      return "Ce fichier vient d’une autre version du site. Ouvrez-le sur le site qui l’a enregistré.";
    }
    return "";
  }

  function take(content) {
    var known = emas.progress();
    emas.write("progres", plain(content.progres));
    var taken = emas.progress();
    function both(one, other) { return Array.from(new Set(one.concat(other))); }
    emas.write("progres", {
      lues: both(known.lues, taken.lues), passees: both(known.passees, taken.passees),
      jours: Object.assign({}, taken.jours, known.jours),
      parcours: taken.parcours || known.parcours, derniere: taken.derniere
    });
    emas.write("confort", plain(content.confort));
    emas.write("profil", plain(content.profil));
    takeAnswers(plain(content.reponses));
  }

  function takeAnswers(found) {
    var known = emas.read("reponses");
    Object.keys(found).forEach(function (key) {
      if (/^[a-z0-9][a-z0-9/-]*$/i.test(key) && emas.answers.valid(found[key])) {
        known[key] = found[key];
      }
    });
    emas.write("reponses", known);
  }

  function open(event) {
    var file = event.target.files[0];
    if (!file) return;
    if (file.size > LARGEST) {
      tell("Ce fichier est trop gros pour être un fichier de reprise.", true);
      return;
    }
    file.text().then(function (text) {
      var content = null;
      try { content = JSON.parse(text); } catch (error) { content = null; }
      var problem = wrong(content);
      if (!problem) take(content);
      tell(problem || "C’est repris\u00a0: vos étapes lues, vos réponses et vos réglages sont là.", !!problem);
      event.target.value = "";
    });
  }

  var chooser = emas.make("input", { type: "file", id: "emas_fichier", accept: ".json,application/json" });
  chooser.addEventListener("change", open);

  // Tout effacer, en deux temps : rien ne revient ensuite.

  var erase = emas.button("Effacer tout", function () {
    sure.hidden = false;
    yes.focus();
  }, true);
  var yes = emas.button("Oui, tout effacer", function () {
    emas.forget();
    sure.hidden = true;
    erase.focus();
    tell("Tout est effacé\u00a0: étapes lues, réponses, réglages, fonction choisie.");
  });
  var no = emas.button("Non, garder", function () {
    sure.hidden = true;
    erase.focus();
  }, true);
  var sure = emas.make("p", { class: "emas-actions", hidden: "" }, "Effacer pour de bon\u202f? ", yes, no);

  function title(words) { return emas.make("h2", {}, words); }

  place.replaceChildren(
    title("Sur cet ordinateur"),
    emas.make("label", { for: "emas_partage", class: "emas-case" }, shared, "Cet ordinateur est partagé"),
    sharedHelp,
    title("Emporter ou reprendre"),
    emas.make("p", { class: "emas-actions" }, emas.button("Enregistrer un fichier de reprise", save)),
    emas.make("p", { class: "emas-champ" },
      emas.make("label", { for: "emas_fichier" }, "Rouvrir un fichier de reprise"), chooser),
    title("Effacer"),
    emas.make("p", { class: "emas-actions" }, erase),
    sure,
    told
  );
  emas.onChange(showShared);
  showShared();
})();
