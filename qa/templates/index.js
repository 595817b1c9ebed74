(function () {
  "use strict";
  var table = document.getElementById("documents");
  if (!table) { return; }
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);

  function value(row, column) {
    var text = row.cells[column].dataset.value || "";
    return text !== "" && !isNaN(text) ? Number(text) : text;
  }

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") { return a - b; }
    return String(a).localeCompare(String(b), undefined, { numeric: true });
  }

  heads.forEach(function (head, column) {
    var button = head.querySelector("button");
    if (!button) { return; }
    button.addEventListener("click", function () {
      var first = head.classList.contains("number") ? "descending" : "ascending";
      var other = first === "descending" ? "ascending" : "descending";
      var wanted = head.getAttribute("aria-sort") === first ? other : first;
      var sign = wanted === "ascending" ? 1 : -1;
      heads.forEach(function (one) { one.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", wanted);
      Array.prototype.slice.call(body.rows)
        .sort(function (a, b) { return sign * compare(value(a, column), value(b, column)); })
        .forEach(function (row) { body.appendChild(row); });
    });
  });
}());
