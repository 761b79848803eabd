// A platform for tests: scorm-again, and beside it what SCORM 1.2 asks and scorm-again lets pass.
// `saved` is what a former session left; `told` is every call, `faults` what breaks the standard.
(function () {
  "use strict";
  var told = window.told = [];
  var faults = window.faults = [];
  var NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;
  var SIGN = "[0-9a-z]";
  var LISTED = new RegExp("^" + SIGN + "(," + SIGN + ")*$");
  var PAIRED = new RegExp("^" + SIGN + "\\." + SIGN + "(," + SIGN + "\\." + SIGN + ")*$");
  var RESPONSES = {
    "true-false": /^[tf]$/, choice: LISTED, "fill-in": /^[^\x00-\x1f\x7f]{1,255}$/,
    matching: PAIRED, sequencing: LISTED, likert: /^[0-9a-z]$/, numeric: NUMBER
  };
  var FORMS = {
    "cmi.suspend_data": /^[\x20-\x7e]{0,4096}$/,
    "cmi.core.lesson_status": /^(incomplete|completed|passed)$/,
    "cmi.core.exit": /^(suspend|)$/,
    "cmi.core.score.min": /^0$/,
    "cmi.core.score.max": /^100$/,
    "cmi.core.score.raw": /^(100|\d{1,2}(\.\d{1,2})?)$/,
    "cmi.core.session_time": /^\d{4}:[0-5]\d:[0-5]\d$/,
    id: /^[\x21-\x7e]{1,255}$/,
    type: /^(true-false|choice|fill-in|matching|sequencing|likert|numeric)$/,
    time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
    result: /^(correct|wrong|neutral|0\.\d\d)$/
  };
  var READ = ["cmi.suspend_data", "cmi.core.lesson_status", "cmi.core.score.raw", "cmi.interactions._count"];
  var types = {};
  var count = 0;

  function fault(words) { faults.push(words); }

  function checked(name, value) {
    var found = /^cmi\.interactions\.(\d+)\.(id|type|time|result|student_response|correct_responses\.0\.pattern)$/.exec(name);
    if (typeof value !== "string") return fault(name + " is no text");
    if (!found) {
      if (!FORMS[name] || !FORMS[name].test(value)) fault(name + " = " + value);
      return undefined;
    }
    var rank = Number(found[1]);
    if (found[2] === "id" ? rank !== count : rank !== count - 1) fault(name + " out of turn");
    if (found[2] === "id") count += 1;
    if (found[2] === "type") types[rank] = value;
    var form = FORMS[found[2]] || RESPONSES[types[rank]];
    if (!form || value.length > 255 || !form.test(value)) fault(name + " = " + value);
    return undefined;
  }

  var api = window.API = new window.Scorm12API({ autocommit: false, logLevel: 5 });
  if (window.saved) {
    api.loadFromJSON(window.saved, "cmi");
    count = Object.keys(window.saved.interactions || {}).length;
  }
  ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"].forEach(function (name) {
    var real = api[name].bind(api);
    api[name] = function (first, second) {
      var names = told.map(function (call) { return call[0]; });
      if (name === "LMSInitialize" && names.length) fault("initialised late, or twice");
      if (name !== "LMSInitialize" && (!names.length || names.includes("LMSFinish"))) fault(name + " out of the session");
      if (name === "LMSGetValue" && !READ.includes(first)) fault("reads " + first);
      if (name === "LMSSetValue") checked(first, second);
      var answer = window.deaf && name !== "LMSInitialize" ? "false" : real(first, second);
      told.push([name, first, second, String(answer)]);
      if (String(answer) === "false" && name !== "LMSGetValue" && !window.deaf) {
        fault(name + " " + first + " refused: " + api.LMSGetLastError());
      }
      return answer;
    };
  });
  window.left = function () { return api.renderCMIToJSONObject().cmi; };
})();
