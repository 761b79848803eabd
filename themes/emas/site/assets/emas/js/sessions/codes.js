// Le code d’une personne, par la règle du générateur (emas/model/codes.py) : six signes, puis un qui
// révèle une faute de copie. Les mêmes exemples vérifient les deux.
(function () {
  "use strict";
  var emas = window.emas = window.emas || {};
  var SIGNS = "3479BCDFGHJKMNPQRSTVWXZ";
  var LENGTH = 7;
  // Le plus grand multiple du nombre de signes dans un octet : au-delà, on retire.
  var FAIR = 256 - 256 % SIGNS.length;

  function check(signs) {
    var weighted = signs.split("").reduce(function (sum, sign, place) {
      return sum + (place + 2) * SIGNS.indexOf(sign);
    }, 0);
    return SIGNS[weighted % SIGNS.length];
  }

  // Le code que l’on a tapé, quels que soient la casse, les espaces et les tirets, ou rien.
  emas.readCode = function (text) {
    var code = text.toUpperCase().replace(/[ \u00a0\u202f-]/g, "");
    var known = code.length === LENGTH &&
      code.split("").every(function (sign) { return SIGNS.includes(sign); });
    return known && code.endsWith(check(code.slice(0, -1))) ? code : "";
  };

  emas.newCode = function () {
    var drawn = "";
    var byte = new Uint8Array(1);
    while (drawn.length < LENGTH - 1) {
      crypto.getRandomValues(byte);
      if (byte[0] < FAIR) drawn += SIGNS[byte[0] % SIGNS.length];
    }
    return drawn + check(drawn);
  };

  // « K7F-MXR4 » : en deux groupes, on le recopie mieux.
  emas.shownCode = function (code) { return code.slice(0, 3) + "-" + code.slice(3); };
})();
