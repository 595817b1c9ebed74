(function () {
  "use strict";
  var controls = document.getElementById("controls");
  var cards = Array.prototype.slice.call(document.querySelectorAll(".card"));
  var rows = Array.prototype.slice.call(document.querySelectorAll(".entries tbody tr"));
  var parts = Array.prototype.slice.call(document.querySelectorAll(".part"));
  var shown = document.getElementById("shown");
  var find = document.getElementById("find");
  var current = null;
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
  function step(by) {
    var seen = cards.filter(function (card) { return !card.hidden; });
    if (!seen.length) { return; }
    var at = seen.indexOf(current);
    if (at < 0) { at = by > 0 ? -1 : seen.length; }
    current = seen[Math.min(seen.length - 1, Math.max(0, at + by))];
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT)$/.test(event.target.tagName)) { return; }
    if (event.key === "j") { step(1); }
    else if (event.key === "k") { step(-1); }
    else if (event.key === "/") { event.preventDefault(); find.focus(); }
  });
  controls.addEventListener("change", filter);
  find.addEventListener("input", filter);
  filter();
}());
