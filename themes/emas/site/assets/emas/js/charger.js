// Des scripts que l’on ne demande que quand ils servent : ils arrivent ensemble et s’exécutent dans
// l’ordre. Un site lu depuis un dossier n’a rien d’autre.
(function () {
  "use strict";
  var here = document.currentScript.src;

  function script(name) {
    return new Promise(function (loaded, failed) {
      var element = document.createElement("script");
      element.async = false;
      element.onload = loaded;
      element.onerror = failed;
      element.src = new URL(name, here).href;
      document.head.append(element);
    });
  }

  // Rend de quoi charger `names`, une seule fois, puis donner ce que donne `then`.
  window.emas.later = function (names, then) {
    var loading;
    return function () {
      if (!loading) {
        loading = Promise.all(names.map(script)).then(then);
        loading.catch(function () { loading = null; });
      }
      return loading;
    };
  };
})();
