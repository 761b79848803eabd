// Une réponse en énoncé xAPI, par la règle du générateur (emas/model/interaction.py). Les mêmes exemples
// vérifient les deux. Ni nom, ni adresse, ni note : voir docs/formats/suivi-http.md.
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};
  var LIST = "[,]";
  var PAIR = "[.]";
  var NOBODY = "-";

  function numbered(numbers) { return numbers.map(function (number) { return "r" + number; }).join(LIST); }

  function paired(rights) {
    return rights.map(function (right, left) {
      return "r" + left + PAIR + (right === null ? NOBODY : "c" + right);
    }).join(LIST);
  }

  function joined(texts) { return texts.join(LIST); }

  function placed(number) { return "r" + number; }

  var forms = {
    unique: numbered, multiple: numbered, "vrai-faux": numbered, ordre: numbered,
    association: paired, categories: paired, trous: joined, echelle: placed, position: placed
  };

  // `response` : ce que rend emas.response (scoring.Response).
  emas.written = function (key, response) { return (forms[key.kind] || String)(response); };

  // Un UUID version 4 ; `crypto.randomUUID` n’existe pas sur le http d’un point d’accès.
  emas.uuid = function () {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    var text = Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  // `owner` : { session, code, moment } ; `at` : en millisecondes.
  emas.statement = function (owner, question, text, at) {
    var parent = "urn:x-emas:moment:" + owner.session + ":" + owner.moment;
    return {
      id: emas.uuid(),
      actor: { account: { homePage: "urn:x-emas:session:" + owner.session, name: owner.code } },
      verb: { id: "http://adlnet.gov/expapi/verbs/answered" },
      object: { id: "urn:x-emas:question:" + question },
      result: { response: text },
      context: { contextActivities: { parent: [{ id: parent }] } },
      timestamp: new Date(at).toISOString()
    };
  };
})();
