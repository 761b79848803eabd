// Le clavier. Les touches d’un seul caractère se coupent dans l’aide (WCAG 2.2, 2.1.4) ; celles qui
// avancent et reculent ne valent que devant une diapositive seule : en continu, elles défilent.
(function () {
  "use strict";
  var KEPT = "emas-diapos-touches";
  var box = emas.find("[data-touches]");
  var typed = "";

  var moves = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1,
    ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
    Home: -Infinity, End: Infinity,
  };
  var letters = { n: "notes", p: "imprimer", "?": "aide" };

  function busy(event) {
    var target = event.target;
    return event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey ||
      document.querySelector("dialog[open]") || target.closest("input, select, textarea") ||
      (event.key === " " && target.closest("button, a, summary"));
  }

  function type(digits) {
    typed = digits.slice(0, 4);
    emas.say(typed && "Diapositive " + typed + "\u00a0: touche Entrée");
  }

  function press(event) {
    var key = event.key;
    var button = emas.find("[data-fait=" + (letters[key.toLowerCase()] || "aucune") + "]");
    var reading = emas.view() === "lecture";
    if (!reading && key in moves) {
      var way = key === " " && event.shiftKey ? -1 : moves[key];
      emas.show(emas.here() + way);
    } else if (key === "Enter" && typed) {
      emas.show(Number(typed) - 1);
    } else if (key === "Escape") {
      type("");
      return false;
    } else if (box.checked && !reading && /^[0-9]$/.test(key)) {
      type(typed + key);
      return true;
    } else if (box.checked && button && button.offsetParent) {
      button.click();
    } else {
      return false;
    }
    type("");
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (!busy(event) && press(event)) event.preventDefault();
  });

  // Un dossier ouvert sans serveur peut ne rien retenir : le choix vaut alors pour cette fois.
  try {
    box.checked = localStorage.getItem(KEPT) !== "non";
  } catch (error) {
    box.checked = true;
  }
  box.addEventListener("change", function () {
    try {
      localStorage.setItem(KEPT, box.checked ? "oui" : "non");
    } catch (error) {
      return;
    }
  });
})();
