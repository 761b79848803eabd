// Ce que l’on voit du service : une ligne toujours là, qui dit où l’on en est ; le code de la séance quand il
// manque ; à qui vont les réponses ; et à la fin, si elles sont arrivées. Sans service, rien de tout cela.
(function () {
  "use strict";
  var emas = window.emas;
  var who = emas.participant;
  if (!who) return;

  var state = emas.sending.state;
  var plural = emas.together.plural;
  var REASONS = {
    "seance-inconnue": ["Il manque le code de la séance", ". Vos réponses l’attendent dans cet appareil."],
    "pas-ouverte": ["Pas encore ouvert", "\u00a0: le service attend vos réponses à partir du jour dit."],
    fermee: ["C’est fermé", "\u00a0: le service ne prend plus de réponses. À la fin, donnez votre fichier."],
    efface: ["Réponses effacées", "\u00a0: le service a effacé ce qui était sous ce code, comme on le lui a demandé. " +
      "Rien ne part plus d’ici."]
  };
  // Seul ce mot s’annonce : le nombre qui change à chaque réponse se lit, sans interrompre.
  var word = emas.make("strong", { role: "status" });
  var rest = emas.make("span");
  var bar = emas.bar("Envoi des réponses", emas.make("p", { class: "emas-liaison" }, word, rest));
  var field = emas.make("input", {
    type: "text", id: "emas_salle", class: "emas-trou", autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false", "aria-describedby": "emas_salle_aide"
  });
  var wrong = emas.make("p", { class: "emas-message", role: "alert" });
  var ask = emas.make("form", { class: "emas-code", method: "dialog", autocomplete: "off", hidden: "" },
    emas.make("p", { class: "emas-champ" }, emas.make("label", { for: "emas_salle" }, "Code de la séance"), field),
    emas.make("p", { class: "emas-aide", id: "emas_salle_aide" },
      "Huit lettres, affichées dans la salle. Vous pouvez répondre en attendant."),
    wrong,
    emas.make("p", { class: "emas-actions" }, emas.make("button", { class: "emas-bouton" }, "Rejoindre")));

  // Un code lu dans l’adresse n’y reste pas : on pourrait la transmettre avec lui.
  function fromAddress(name) {
    var found = new URLSearchParams(location.hash.slice(1));
    var text = found.get(name);
    if (text === null) return null;
    found.delete(name);
    history.replaceState(null, "", location.href.split("#")[0] + (String(found) && "#" + found));
    return text;
  }

  function enter(text) {
    var room = emas.joining.readRoom(text);
    if (!room) return false;
    emas.sending.join(room);
    return true;
  }

  function enterFromAddress() {
    var text = fromAddress("seance");
    if (text !== null) enter(text);
  }

  function waiting() {
    if (who.opinion) return "\u00a0: votre avis n’est que dans cette page, gardez-la ouverte.";
    if (!state.waiting) return "\u00a0: vos réponses restent dans cet appareil.";
    return "\u00a0: " + plural(state.waiting, "réponse attend, gardée", "réponses attendent, gardées") +
      (emas.outbox.lasts() ? " dans cet appareil." : " dans cette page, laissez-la ouverte.");
  }

  function sentence() {
    if (!state.linked) return ["Hors connexion", waiting()];
    if (state.reason) return REASONS[state.reason] || ["Refusé par le service", "\u00a0: à la fin, donnez votre fichier."];
    if (who.ended() && emas.sending.arrived()) return ["Tout est envoyé", "."];
    return ["Connecté", who.opinion ? "\u00a0: votre avis partira à la fin." :
      "\u00a0: vos réponses partent au fur et à mesure."];
  }

  function show() {
    bar.hidden = !state.known;
    if (!state.known) return;
    var said = sentence();
    if (word.textContent !== said[0]) word.textContent = said[0];
    rest.textContent = said[1];
    var lacking = state.linked && state.reason === "seance-inconnue";
    if (lacking && who.room() && !wrong.textContent) {
      wrong.textContent = "Le service ne connaît pas ce code. Relisez-le dans la salle.";
    }
    ask.hidden = !lacking;
    promise();
  }

  function promise() {
    var team = who.box.dataset.equipe;
    document.querySelector(".emas-promesse").textContent =
      (who.opinion ? "À la fin, votre avis part" : "Vos réponses partent") +
      " vers le service de suivi de l’équipe" + (team ? ", " + team : "") + ", avec un code et sans nom. " +
      "Sans connexion, vous enregistrez un fichier. Personne n’est classé. N’écrivez jamais le nom d’un élève." +
      (who.opinion ? " Cet avis n’est relié ni à votre code ni à vos autres réponses." : "");
  }

  ask.addEventListener("submit", function (event) {
    event.preventDefault();
    wrong.textContent = "";
    if (enter(field.value)) return;
    wrong.textContent = "Ce code a huit lettres. Relisez-le dans la salle.";
    field.focus();
  });
  who.box.before(ask);
  emas.fromAddress = fromAddress;
  enterFromAddress();
  window.addEventListener("hashchange", enterFromAddress);
  document.addEventListener("emas:envoi", show);
  emas.onChange(show, emas.shelf.name);

  // À la fin : ce qui est arrivé, et le fichier s’il reste quelque chose à donner. `done` : c’est donné.
  emas.arrival = function (file, done) {
    var opinion = who.opinion && emas.sending.opinion(file.text);
    var title = emas.make("p", { role: "status" });
    var hand = emas.handOver(file, done);
    var block = emas.make("div", {}, title, hand);
    function follow() {
      if (block.isConnected) look();
      else document.removeEventListener("emas:envoi", follow);
    }
    function look() {
      var arrived = opinion ? opinion.fate === "parti" : emas.sending.arrived();
      var going = state.known && state.linked && !state.reason && !state.refused && !arrived &&
        (!opinion || opinion.fate === "attend");
      var erased = state.reason === "efface";
      var words = !state.known ? "Il reste à donner vos réponses à la personne qui anime\u00a0: rien n’est envoyé d’ici." :
        arrived ? (opinion ? "Votre avis est arrivé." : "Vos réponses sont arrivées. Vous pouvez fermer cette page.") :
        going ? "Vos réponses partent. Gardez cette page ouverte." :
        erased ? "Ces réponses ont été effacées du service, comme on le lui a demandé. Elles ne sont plus que dans " +
          "cet appareil\u00a0: « Ma progression », « Effacer tout »." :
        state.refused ? "Le service a refusé " + plural(state.refused, "réponse", "réponses") +
          "\u00a0: donnez ce fichier à la personne qui anime, elles y sont toutes." :
        state.reason ? "Le service n’a pas pris ces réponses\u00a0: donnez ce fichier à la personne qui anime." :
        "Vos réponses ne sont pas encore parties. Elles partiront seules si la connexion revient\u00a0; sinon, " +
          "donnez ce fichier à la personne qui anime.";
      if (title.textContent !== words) title.textContent = words;
      hand.hidden = arrived || going || erased;
      if (arrived) done();
    }
    document.addEventListener("emas:envoi", follow);
    look();
    return block;
  };
})();
