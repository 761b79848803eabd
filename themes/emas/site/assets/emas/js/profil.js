// « Je suis… » : les passages et les modules écrits pour d’autres se replient derrière une ligne
// qui les compte et les rouvre ; les sessions passées aussi. Rien n’est perdu, rien n’est envoyé.
(function () {
  "use strict";
  var emas = window.emas;
  var parts = Array.from(document.querySelectorAll(
    "article :is([data-public], [data-sauf-public], [data-niveau])"
  ));

  // Dans les réglages, et sur l’accueil au-dessus des modules.
  var selects = Array.from(document.querySelectorAll("select[data-profil]"));
  var folded = [];

  function includes(list, word) { return (" " + list + " ").includes(" " + word + " "); }

  // Pourquoi un passage n’est pas pour ce lecteur : « passé », « publics », « niveaux », ou rien.
  function reason(part, profile) {
    var data = part.dataset;
    if (data.fin && data.fin < emas.today) return "passé";
    if (profile.public && "public" in data && !includes(data.public, profile.public)) {
      return "publics";
    }
    if (profile.public && "saufPublic" in data && includes(data.saufPublic, profile.public)) {
      return "publics";
    }
    if (profile.niveau && "niveau" in data && !includes(data.niveau, profile.niveau)) {
      return "niveaux";
    }
    return "";
  }

  function noun(part) {
    if (part.closest(".emas-liste-parcours")) return "parcours";
    var list = part.closest(".emas-modules");
    if (!list) return "passage";
    return list.matches(".emas-sessions") ? "session" : "module";
  }

  // « parcours » ne change pas au pluriel.
  function nouns(count, one) { return one + (count > 1 && !one.endsWith("s") ? "s" : ""); }

  function words(group) {
    var count = group.parts.length;
    var s = count > 1 ? "s" : "";
    if (group.reason === "passé") return count + " session" + s + " passée" + s;
    return count + " " + nouns(count, noun(group.parts[0])) + " pour d’autres " + group.reason;
  }

  // Les passages qui se suivent partagent une ligne.
  function fold(found) {
    var groups = [];
    found.forEach(function (item) {
      var last = groups[groups.length - 1];
      var follows = last && last.reason === item.reason &&
        item.part.previousElementSibling === last.parts[last.parts.length - 1];
      if (follows) last.parts.push(item.part);
      else groups.push({ reason: item.reason, parts: [item.part] });
    });
    groups.forEach(addLine);
  }

  function addLine(group) {
    var first = group.parts[0];
    var opener = emas.make("button", { type: "button", "aria-expanded": "false" }, "Afficher");
    var tag = first.tagName === "LI" ? "li" : "p";
    var line = emas.make(tag, { class: "emas-ailleurs" }, words(group) + "\u00a0: ", opener);
    function show(shown) {
      group.parts.forEach(function (part) { part.hidden = !shown; });
      opener.textContent = shown ? "Replier" : "Afficher";
      opener.setAttribute("aria-label", opener.textContent + " " + words(group));
      opener.setAttribute("aria-expanded", String(shown));
    }
    opener.addEventListener("click", function () { show(group.parts[0].hidden); });
    group.parts.forEach(function (part) { part.emasShow = show; });
    first.before(line);
    show(false);
  }

  // Une valeur venue d’ailleurs (un fichier de reprise) ne vaut que si elle se propose.
  function chosen() {
    var kept = emas.read("profil");
    selects.forEach(function (select) {
      var name = select.dataset.profil;
      var known = Array.from(select.options).some(function (item) {
        return item.value === kept[name];
      });
      select.value = known ? kept[name] : "";
      kept[name] = select.value;
    });
    return kept;
  }

  function apply() {
    var profile = chosen();
    document.querySelectorAll(".emas-ailleurs").forEach(function (line) { line.remove(); });
    parts.forEach(function (part) { part.hidden = false; });
    folded = parts.map(function (part) {
      return { part: part, reason: reason(part, profile) };
    }).filter(function (item) {
      return item.reason && !item.part.parentElement.closest("[hidden]");
    });
    fold(folded);
    reveal();
  }

  // Ce que le choix vient de changer, pour qui ne voit pas la page derrière : « 3 modules et 2 parcours ».
  function tell() {
    var counts = {};
    folded.forEach(function (item) {
      var thing = noun(item.part);
      counts[thing] = (counts[thing] || 0) + 1;
    });
    var things = Object.keys(counts).map(function (thing) {
      return counts[thing] + " " + nouns(counts[thing], thing);
    });
    var done = folded.length ?
      "Sur cette page\u00a0: " + things.join(" et ") + (folded.length > 1 ? " repliés." : " replié.") :
      "Sur cette page, rien n’est replié.";
    document.querySelectorAll("[data-replies]").forEach(function (place) {
      place.textContent = done;
    });
  }

  // Un lien (recherche, retour d’une source) peut mener dans un passage replié.
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var part = target && target.closest("[hidden]");
    if (!part || !part.emasShow) return;
    part.emasShow(true);
    target.scrollIntoView();
  }

  selects.forEach(function (select) {
    select.addEventListener("change", function () {
      var profile = emas.read("profil");
      profile[select.dataset.profil] = select.value;
      emas.write("profil", profile);
      tell();
    });
  });
  window.addEventListener("hashchange", reveal);
  emas.onChange(apply, "profil");
  apply();
})();
