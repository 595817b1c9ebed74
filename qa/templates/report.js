(function () {
  "use strict";
  var controls = document.getElementById("controls");
  if (!controls) { return; }
  var holder = document.getElementById("rows");
  var shown = document.getElementById("shown");
  var pairs = Array.prototype.slice.call(holder.children);
  var inOrder = pairs.slice();
  var byRank = pairs.slice().sort(function (a, b) { return a.dataset.rank - b.dataset.rank; });
  // what filters touch, looked up once: most pairs have no findings
  var parts = pairs.map(function (pair) {
    var items = pair.querySelectorAll(".findings li");
    return {
      pair: pair, items: items, unpaired: pair.classList.contains("unpaired"),
      marks: items.length ? pair.querySelectorAll("[data-notes]") : [],
      refs: items.length ? pair.querySelectorAll(".ref") : []
    };
  });
  var order = "document";
  var current = null;
  controls.hidden = false;

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  function arrange(wanted) {
    order = wanted;
    var fragment = document.createDocumentFragment();
    (order === "worst" ? byRank : inOrder).forEach(function (pair) { fragment.appendChild(pair); });
    holder.appendChild(fragment);
    each(controls.querySelectorAll("[data-order]"), function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.order === order));
    });
  }

  function filter() {
    var severities = {};
    each(controls.querySelectorAll("[name=severity]"), function (box) { severities[box.value] = box.checked; });
    var rule = controls.querySelector("[name=rule]").value;
    var show = controls.querySelector("[name=show]").value;
    var seen = 0, findings = 0;
    parts.forEach(function (part) {
      var alive = {}, count = 0;
      each(part.items, function (item) {
        var fits = severities[item.dataset.severity] && (!rule || item.dataset.rule === rule);
        item.hidden = !fits;
        if (fits) { alive[item.dataset.note] = true; count += 1; }
      });
      each(part.marks, function (mark) {
        var on = mark.dataset.notes.split(" ").some(function (number) { return alive[number]; });
        mark.classList.toggle("off", !on);
      });
      each(part.refs, function (ref) { ref.hidden = !alive[ref.dataset.note]; });
      part.pair.hidden = (show === "unpaired" && !part.unpaired)
        || ((rule || show === "findings") && count === 0);
      if (!part.pair.hidden) { seen += 1; findings += count; }
    });
    shown.textContent = seen + " of " + pairs.length + " rows, " + findings + (findings === 1 ? " finding" : " findings");
  }

  function step(by) {
    var items = Array.prototype.filter.call(holder.querySelectorAll(".findings li"), function (item) {
      return !item.hidden && !item.closest(".pair").hidden;
    });
    if (!items.length) { return; }
    var at = items.indexOf(current);
    if (at < 0) { at = by > 0 ? -1 : items.length; }
    at = Math.min(items.length - 1, Math.max(0, at + by));
    each(document.querySelectorAll(".current"), function (old) { old.classList.remove("current"); });
    current = items[at];
    current.classList.add("current");
    each(current.closest(".pair").querySelectorAll("mark"), function (mark) {
      if (mark.dataset.notes.split(" ").indexOf(current.dataset.note) >= 0) { mark.classList.add("current"); }
    });
    current.focus({ preventScroll: true });
    current.closest(".pair").scrollIntoView({ block: "center" });
  }

  controls.addEventListener("click", function (event) {
    var button = event.target.closest("[data-order]");
    if (button) { arrange(button.dataset.order); }
  });
  controls.addEventListener("change", filter);
  each(document.querySelectorAll("[data-filter]"), function (link) {
    link.title = "show only these";
    link.addEventListener("click", function () {
      controls.querySelector("[name=rule]").value = link.dataset.filter;
      filter();
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
    if (event.key === "j") { step(1); }
    else if (event.key === "k") { step(-1); }
    else if (event.key === "o") { arrange(order === "worst" ? "document" : "worst"); }
    else { return; }
    event.preventDefault();
  });
  filter();
}());
