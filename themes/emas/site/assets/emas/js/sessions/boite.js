// La boîte d’envoi : ce qui est à dire au service, écrit dans l’appareil avant que la page le dise donné.
// Dans IndexedDB ; sur un ordinateur partagé, ou si le navigateur le refuse, avec le reste (memoire.js).
// Un changement est une seule transaction : deux onglets ne se gênent pas.
(function () {
  "use strict";
  var emas = window.emas;
  if (!emas.service) return;

  var SHELF = "envois";
  var OPEN_MS = 2000;
  var opened = null;
  var lasting = false;

  // Ce qui attend, dans l’ordre ; ce qui a été dit, par question ; l’heure du dernier énoncé.
  function contents(found) {
    return found && Array.isArray(found.attend) ? found : { attend: [], dit: {}, heure: 0 };
  }

  function database() {
    return new Promise(function (resolve, reject) {
      setTimeout(reject, OPEN_MS); // Safari oublie parfois de répondre
      var request = indexedDB.open(emas.database, 1);
      request.onupgradeneeded = function () { request.result.createObjectStore(SHELF); };
      request.onerror = reject;
      request.onsuccess = function () {
        var base = request.result;
        base.onversionchange = base.onclose = function () {
          base.close();
          opened = null;
        };
        resolve(base);
      };
    });
  }

  async function open() {
    if (emas.isShared()) return null;
    try { return await database(); } catch (error) { return null; }
  }

  function inDatabase(base, action) {
    return new Promise(function (resolve, reject) {
      var change = base.transaction(SHELF, "readwrite", { durability: "strict" });
      var shelf = change.objectStore(SHELF);
      var result;
      change.oncomplete = function () { resolve(result); };
      change.onerror = change.onabort = reject;
      shelf.get(SHELF).onsuccess = function (event) {
        var all = contents(event.target.result);
        result = action(all);
        shelf.put(all, SHELF);
      };
    });
  }

  function besides(action) {
    var all = contents(emas.read(SHELF));
    var result = action(all);
    emas.write(SHELF, all);
    return result;
  }

  async function change(action) {
    opened = opened || open();
    var base = await opened;
    lasting = Boolean(base);
    if (!base) return besides(action);
    try {
      return await inDatabase(base, action);
    } catch (error) { // plein, ou fermé par un effacement : ce qui manque sera redit
      opened = Promise.resolve(null);
      return change(action);
    }
  }

  function keyOf(owner, question) {
    return [owner.session, owner.code, owner.moment, question].join("/");
  }

  emas.outbox = {
    // Ce qui attend survit-il à la page ?
    lasts: function () { return lasting || emas.kept(SHELF); },
    // Met en attente ce que `answers` dit de nouveau, par question ; ce qui attendait encore est remplacé.
    keep: function (owner, answers) {
      var start = keyOf(owner, "");
      return change(function (all) {
        all.attend = all.attend.filter(function (item) {
          var question = item.cle.slice(start.length);
          var stays = !item.cle.startsWith(start) || answers[question] === item.enonce.result.response;
          if (!stays) delete all.dit[item.cle];
          return stays;
        });
        Object.keys(answers).forEach(function (question) {
          var key = keyOf(owner, question);
          if (all.dit[key] === answers[question]) return;
          // Une horloge qui recule ne fait pas passer la dernière réponse pour la première.
          all.heure = Math.max(Date.now(), all.heure + 1);
          all.dit[key] = answers[question];
          all.attend.push({ cle: key, enonce: emas.statement(owner, question, answers[question], all.heure) });
        });
      });
    },
    waiting: function () { return change(function (all) { return all.attend; }); },
    sent: function (items) {
      var ids = items.map(function (item) { return item.enonce.id; });
      return change(function (all) {
        all.attend = all.attend.filter(function (item) { return !ids.includes(item.enonce.id); });
      });
    },
    // Refusé pour lui-même : on ne l’envoie plus, et le fichier le contient.
    refused: function (refusal) {
      return change(function (all) {
        all.attend.forEach(function (item) {
          if (item.enonce.id === refusal.enonce.id) item.refus = true;
        });
      });
    }
  };
})();
