// Entrer dans une session auprès du service : un code de séance (au mur), ou un code imprimé, donne un
// jeton. Il se garde avec la personne et se redemande seul quand il n’est plus accepté.
(function () {
  "use strict";
  var emas = window.emas;
  var who = emas.participant;
  if (!emas.service) return;

  var ROOM = /^[0-9A-Z]{8}$/;
  var UNKNOWN = "seance-inconnue";
  // Ce qui a été refusé, et pourquoi : redemander la même chose épuiserait la patience du service.
  var refusals = new Map();

  // Ce que le service refuse tant que rien ne change : cela ne se redemande pas tout seul.
  function Refusal(reason) { this.raison = reason; }

  // Ce qui se redemande plus tard, pas avant `after` secondes.
  function Later(after) { this.after = after || 0; }

  async function join(base, asked) {
    var name = JSON.stringify(asked);
    if (refusals.has(name)) throw new Refusal(refusals.get(name));
    var answer = await emas.service.post(base, "suivi/rejoindre", asked);
    if (answer.status === 200 && typeof answer.body.jeton === "string") return answer.body.jeton;
    if (![400, 403, 404].includes(answer.status)) throw new Later(answer.after);
    refusals.set(name, answer.body.raison || UNKNOWN);
    throw new Refusal(refusals.get(name));
  }

  emas.joining = {
    Refusal: Refusal, Later: Later,
    // Le code d’une séance, quels que soient la casse, les espaces et les tirets, ou rien.
    readRoom: function (text) {
      var code = text.toUpperCase().replace(/[ \u00a0\u202f-]/g, "");
      return ROOM.test(code) ? code : "";
    },
    // Le jeton d’une personne pour une session : celui que l’on a, sinon un autre.
    token: async function (base, session, code) {
      var pass = who.pass(session, code);
      if (pass.jeton && pass.service === base) return pass.jeton;
      var room = who.room(session);
      // Un code créé ici n’est imprimé nulle part : seul, il serait refusé.
      if (!room && who.made(session)) throw new Refusal(UNKNOWN);
      var token = await join(base, Object.assign({ session: session, code: code }, room && { seance: room }));
      who.takes(session, code, { jeton: token, service: base });
      return token;
    },
    forget: function (session, code) { who.takes(session, code, null); },
    // Pour un avis, quand personne n’a dit son code sur cet appareil.
    anonymous: async function (base) {
      if (!who.room()) throw new Refusal(UNKNOWN);
      return join(base, { session: who.session, seance: who.room() });
    }
  };
})();
