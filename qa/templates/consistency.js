(function () {
  "use strict";
  var controls = document.getElementById("controls");
  var cards = Array.prototype.slice.call(document.querySelectorAll(".card"));
  var rows = Array.prototype.slice.call(document.querySelectorAll(".entries tbody tr"));
  var parts = Array.prototype.slice.call(document.querySelectorAll(".part"));
  var shown = document.getElementById("shown");
  var find = document.getElementById("find");
  controls.hidden = false;

  function filter() {
    var severities = {};
    Array.prototype.forEach.call(controls.querySelectorAll("[name=severity]"), function (box) {
      severities[box.value] = box.checked;
    });
    var wanted = find.value.trim().toLowerCase();
    var seen = 0;
    cards.forEach(function (card) {
      card.hidden = severities[card.dataset.severity] === false
        || (wanted !== "" && card.textContent.toLowerCase().indexOf(wanted) < 0);
      if (!card.hidden) { seen += 1; }
    });
    rows.forEach(function (row) {
      row.hidden = wanted !== "" && row.textContent.toLowerCase().indexOf(wanted) < 0;
    });
    parts.forEach(function (part) {
      part.hidden = !part.querySelector(".card:not([hidden])");
    });
    shown.textContent = seen + " of " + cards.length + (cards.length === 1 ? " group" : " groups");
  }

  // a line for duiyi-ignore.tsv: the fingerprint is selected where the clipboard is refused
  document.querySelectorAll(".print").forEach(function (print) {
    var code = print.querySelector("code");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy ignore line";
    button.addEventListener("click", function () {
      var card = print.closest(".card");
      var text = card.querySelector(".subject").textContent.replace(/\s+/g, " ").slice(0, 80);
      var line = [code.textContent, card.dataset.rule, text, ""].join("\t") + "\n";
      function select() {
        var range = document.createRange();
        range.selectNodeContents(code);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
      }
      if (!navigator.clipboard) { select(); return; }
      navigator.clipboard.writeText(line).then(function () {
        button.textContent = "copied";
      }, select);
    });
    print.appendChild(button);
  });
  controls.addEventListener("change", filter);
  find.addEventListener("input", filter);
  filter();
}());
