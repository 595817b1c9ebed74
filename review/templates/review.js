(function () {
  "use strict";
  var status = document.getElementById("status");
  var finish = document.getElementById("finish");
  var holder = document.getElementById("rows");

  function say(text, bad) {
    status.textContent = text;
    status.classList.toggle("bad", Boolean(bad));
  }

  function send(path, body) {
    return fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body)
    }).catch(gone);
  }

  function get(path) { return fetch(path).catch(gone); }

  function gone() {
    throw new Error("The program has ended: nothing more is saved. Start duiyi review again.");
  }

  if (finish) {
    finish.addEventListener("click", function () {
      finish.disabled = true;
      send("finish", {}).then(function (answer) { return answer.json(); })
        .then(function (told) { say(told.message); })
        .catch(function (error) { say(error.message, true); });
    });
    // other windows may have decided since: coming back shows the counts of now
    window.addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });
  }
  if (!holder) { return; }

  var controls = document.getElementById("controls");
  var tools = document.getElementById("tools");
  var version = Number(document.body.dataset.version);
  var current = null;
  var order = "document";
  var queue = Promise.resolve();
  var polling = null;
  var windows = "BroadcastChannel" in window ? new BroadcastChannel("duiyi" + location.pathname) : null;

  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function control(name) { return controls.querySelector("[name=" + name + "]"); }
  function rows() { return Array.prototype.slice.call(holder.children); }
  function seen() { return rows().filter(function (row) { return !row.hidden; }); }
  function bySlug(slug) { return slug ? document.getElementById("p" + slug) : null; }
  function named(row) { return [row.dataset.slug, row.dataset.key]; }
  function undecided(row) { return row.dataset.state === "undecided"; }

  // one thing after the other, in the order of the keys pressed
  function then(act) {
    queue = queue.then(act).catch(function (error) { say(error.message, true); });
  }

  // -- what is shown ----------------------------------------------------------------------

  function fits(row) {
    var show = control("show").value;
    var rule = control("rule") ? control("rule").value : "";
    var find = control("find").value.trim().toLowerCase();
    if (show === "undecided" && !undecided(row)) { return false; }
    if (show === "findings" && !row.dataset.rules) { return false; }
    if (show === "low" && !("low" in row.dataset)) { return false; }
    if (show === "unpaired" && !row.classList.contains("unpaired")) { return false; }
    if ((show === "accepted" || show === "edited" || show === "rejected") && row.dataset.state !== show) { return false; }
    if (rule && row.dataset.rules.split(" ").indexOf(rule) < 0) { return false; }
    return !find || Array.prototype.some.call(row.querySelectorAll(".text"), function (text) {
      return text.textContent.toLowerCase().indexOf(find) >= 0;
    });
  }

  function filter() {
    var count = 0, all = holder.children.length;
    each(holder.children, function (row) {
      // what is being written stays in sight
      row.hidden = !row.querySelector("form") && !fits(row);
      if (!row.hidden) { count += 1; }
    });
    document.getElementById("shown").textContent = count + " of " + all + " shown";
    document.getElementById("nothing").hidden = count > 0;
  }

  function arrange(wanted) {
    order = wanted;
    var list = rows();
    var place = function (row) { return order === "worst" ? Number(row.dataset.rank) : Number(row.dataset.place); };
    list.sort(function (a, b) { return place(a) - place(b); });
    list.forEach(function (row) { holder.appendChild(row); });
    each(controls.querySelectorAll("[data-order]"), function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.order === order));
    });
    if (current) { show(current); }
  }

  function tell(progress) {
    ["accepted", "edited", "rejected", "undecided"].forEach(function (name) {
      document.querySelector("[data-count=" + name + "]").textContent = progress[name];
    });
    var bar = document.getElementById("progress");
    bar.max = progress.total;
    bar.value = progress.decided;
    document.getElementById("include").value = progress.include_undecided ? "undecided" : "accepted";
    document.getElementById("units").textContent = !progress.begun ? "written with your first decision"
      : progress.units === null ? "being written …"
      : progress.units + (progress.units === 1 ? " pair" : " pairs");
    var problem = document.getElementById("problem");
    problem.textContent = progress.problem;
    problem.hidden = !progress.problem;
    clearTimeout(polling);
    // the checks and the memory follow a moment after a decision
    if (progress.pending || (progress.begun && progress.units === null)) { polling = setTimeout(refresh, 700); }
  }

  function made(html) {
    var holding = document.createElement("template");
    holding.innerHTML = html;
    return holding.content.querySelector("article");
  }

  // the page as the server has it: rows that are new or other, and their order
  function update(told) {
    if (told.reload) { location.reload(); return; }
    version = told.version;
    var fresh = told.rows || {};
    Object.keys(fresh).forEach(function (slug) {
      var old = bySlug(slug), row = made(fresh[slug]);
      if (!old) { fresh[slug] = row; return; }
      row.dataset.place = old.dataset.place;
      var form = old.querySelector("form");
      if (form) { // somebody is writing here
        row.appendChild(form);
        if (old.classList.contains("editing")) { row.classList.add("editing"); }
        if (old.classList.contains("cutting")) { row.classList.add("cutting"); }
      }
      var had = old.contains(document.activeElement) ? document.activeElement : null;
      old.replaceWith(row);
      if (old === current) { mark(row); }
      if (had) { (form && form.contains(had) ? had : row).focus({ preventScroll: true }); }
    });
    if (told.order) { reorder(told.order, fresh); }
    tell(told.progress);
    filter();
  }

  function reorder(slugs, fresh) {
    var wanted = {}, before = null;
    slugs.forEach(function (slug, place) {
      wanted[slug] = true;
      var row = bySlug(slug) || fresh[slug];
      row.dataset.place = place;
      if (!row.isConnected) {
        if (before) { before.after(row); } else { holder.prepend(row); }
      }
      before = row;
    });
    rows().forEach(function (row) {
      if (wanted[row.dataset.slug]) { return; }
      if (row === current) { tools.remove(); current = null; }
      row.remove();
    });
  }

  function refresh() {
    then(function () {
      return get("changes?since=" + version).then(function (answer) { return answer.json(); }).then(update);
    });
  }

  // -- the current pair -------------------------------------------------------------------

  function mark(row) {
    if (current) { current.classList.remove("current"); }
    current = row;
    row.classList.add("current");
    tools.hidden = false;
    var findings = row.querySelector(".findings");
    if (findings) { findings.before(tools); } else { row.appendChild(tools); }
    tools.querySelector("[data-act=reopen]").hidden = undecided(row);
  }

  function show(row) {
    var box = row.getBoundingClientRect(), top = controls.getBoundingClientRect().bottom;
    if (box.top < top || box.bottom > window.innerHeight) {
      row.scrollIntoView({ block: box.height > window.innerHeight - top ? "start" : "center" });
    }
  }

  function select(row) {
    if (!row) { return; }
    if (row !== current) { mark(row); }
    row.focus({ preventScroll: true });
    show(row);
  }

  function step(by, wanted) {
    var list = seen(), at = list.indexOf(current);
    if (at < 0) { at = by > 0 ? -1 : list.length; }
    for (at += by; at >= 0 && at < list.length; at += by) {
      if (!wanted || wanted(list[at])) { return list[at]; }
    }
    return null;
  }

  function onward() {
    var next = step(1, undecided) || seen().filter(undecided)[0];
    if (next) { select(next); } else if (current && !current.hidden) { select(current); }
    return Boolean(next);
  }

  // -- deciding ---------------------------------------------------------------------------

  // sends a decision and shows what comes of it; gives whether it was saved
  function decide(body) {
    body.version = version;
    return send("decide", body).then(function (answer) {
      return answer.json().then(function (told) {
        if (told.version) { update(told); }
        say(told.message + (answer.ok && told.focus !== "" ? " Saved." : ""), !answer.ok);
        if (answer.ok && windows) { windows.postMessage("changed"); }
        return answer.ok ? told : null;
      });
    });
  }

  function judge(kind) {
    if (!current) { return; }
    return decide({ kind: kind, rows: [named(current)] }).then(function (told) {
      if (!told) { return; }
      if (kind === "reopen") { select(bySlug(told.focus)); return; }
      if (!onward()) { say(status.textContent + " Nothing undecided is left here."); }
    });
  }

  function back(kind) {
    return decide({ kind: kind }).then(function (told) {
      if (!told || !told.focus) { return; }
      var row = bySlug(told.focus);
      if (row) { row.hidden = false; select(row); }
    });
  }

  function following(row) {
    var place = Number(row.dataset.place) + 1;
    return rows().filter(function (other) { return Number(other.dataset.place) === place; })[0];
  }

  function merge() {
    if (!current) { return; }
    var next = following(current);
    if (!next) { say("This is the last pair.", true); return; }
    return decide({ kind: "merge", rows: [named(current), named(next)] }).then(function (told) {
      if (told) { select(bySlug(told.focus)); }
    });
  }

  function acceptAll() {
    var list = seen().filter(undecided);
    if (!list.length) { say("Nothing that is shown is undecided."); return; }
    var dialog = document.getElementById("sure");
    document.getElementById("sure-title").textContent =
      "Accept " + list.length + (list.length === 1 ? " undecided pair?" : " undecided pairs?");
    dialog.returnValue = "";
    dialog.showModal();
    dialog.onclose = function () {
      if (dialog.returnValue !== "yes") { return; }
      then(function () {
        return decide({ kind: "accept", rows: list.map(named) }).then(function (told) {
          if (told) { select(bySlug(told.focus)); }
        });
      });
    };
  }

  // -- forms in a pair: editing, cutting, dismissing --------------------------------------

  function close(form) {
    var row = form.closest(".pair");
    row.classList.remove("editing", "cutting");
    form.remove();
    filter();
    if (row.isConnected) { select(row); }
  }

  // saves what a form says; the form stays open if that fails
  function submit(form, body, onward_too) {
    then(function () {
      return decide(body).then(function (told) {
        if (!told) { return; }
        if (form.isConnected) { close(form); }
        select(bySlug(told.focus));
        if (onward_too) { onward(); }
      });
    });
  }

  function open(form, row, kind) {
    var old = row.querySelector("form.panel");
    if (old) { close(old); }
    if (kind) { row.classList.add(kind); }
    form.querySelectorAll("[data-cancel]").forEach(function (button) {
      button.addEventListener("click", function () { close(form); });
    });
  }

  function edit(side) {
    var row = current;
    if (!row || row.classList.contains("editing")) { return; }
    return get("texts?row=" + encodeURIComponent(row.dataset.slug) + "&key=" + row.dataset.key)
      .then(answered).then(function (texts) {
        var form = document.getElementById("editor").content.querySelector("form").cloneNode(true);
        open(form, row, "editing");
        form.elements.source.value = form.elements.source.defaultValue = texts[0];
        form.elements.target.value = form.elements.target.defaultValue = texts[1];
        row.querySelector(".margin").after(form);
        var first = form.elements[side || "target"];
        first.focus({ preventScroll: true });
        first.setSelectionRange(first.value.length, first.value.length);
        show(row);
        form.addEventListener("keydown", function (event) {
          // an input method takes its own Enter (Chinese is written that way)
          if (event.key === "Enter" && !event.isComposing && event.keyCode !== 229
              && event.target.tagName === "TEXTAREA") {
            event.preventDefault();
            form.requestSubmit();
          }
        });
        form.addEventListener("submit", function (event) {
          event.preventDefault();
          submit(form, {
            kind: "edit", rows: [named(form.closest(".pair"))],
            texts: [form.elements.source.value, form.elements.target.value]
          }, true);
        });
      });
  }

  function cut(boundary) {
    var row = current;
    if (!row || row.querySelector("form")) { return; }
    var next = following(row);
    if (boundary && !next) { say("This is the last pair.", true); return; }
    return get("cuts?row=" + encodeURIComponent(row.dataset.slug) + "&key=" + row.dataset.key + (boundary ? "&next" : ""))
      .then(function (answer) { return answer.ok ? answer.text() : answered(answer); })
      .then(function (html) {
        var holding = document.createElement("template");
        holding.innerHTML = html;
        var form = holding.content.querySelector("form");
        open(form, row, "cutting");
        row.appendChild(form);
        form.querySelector("input:checked").focus({ preventScroll: true });
        show(row);
        form.addEventListener("submit", function (event) {
          event.preventDefault();
          var mine = form.closest(".pair");
          var chosen = ["source", "target"].map(function (side) {
            var box = form.querySelector("[name=" + side + "]:checked");
            return box ? Number(box.value) : 0;
          });
          submit(form, {
            kind: boundary ? "move" : "split", cut: chosen,
            rows: boundary ? [named(mine), named(following(mine))] : [named(mine)]
          });
        });
      });
  }

  function dismiss(number) {
    var row = current;
    var items = row ? Array.prototype.slice.call(row.querySelectorAll(".findings > li")) : [];
    if (!items.length) { say("This pair has no findings."); return; }
    var old = row.querySelector("form.dismisser");
    if (old && !number) { // again: the next finding
      number = Number(old.closest("li").dataset.note) % items.length + 1;
    }
    var item = items.filter(function (one) { return one.dataset.note === String(number || 1); })[0];
    var form = document.getElementById("dismisser").content.querySelector("form").cloneNode(true);
    open(form, row, "");
    item.appendChild(form);
    form.elements.reason.value = sessionStorage.getItem("reason") || "right as it is";
    form.elements.reason.focus({ preventScroll: true });
    form.elements.reason.select();
    show(row);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      sessionStorage.setItem("reason", form.elements.reason.value);
      submit(form, {
        kind: "dismiss", rows: [named(form.closest(".pair"))],
        finding: Number(item.dataset.note), reason: form.elements.reason.value
      });
    });
  }

  function answered(answer) {
    return answer.json().then(function (told) {
      if (answer.ok) { return told; }
      if (told.version) { refresh(); }
      throw new Error(told.message);
    });
  }

  // -- keys and buttons -------------------------------------------------------------------

  var acts = {
    accept: function () { return judge("accept"); },
    reject: function () { return judge("reject"); },
    reopen: function () { return judge("reopen"); },
    edit: function () { return edit(); },
    merge: merge,
    split: function () { return cut(false); },
    move: function () { return cut(true); },
    undo: function () { return back("undo"); },
    redo: function () { return back("redo"); },
    dismiss: function () { return dismiss(); },
    next: function () { select(step(1)); },
    previous: function () { select(step(-1)); },
    undecided: onward,
    order: function () { arrange(order === "worst" ? "document" : "worst"); },
    find: function () { control("find").focus(); control("find").select(); },
    help: function () { document.getElementById("help").showModal(); },
    "accept-all": acceptAll
  };
  var keys = {
    a: "accept", x: "reject", r: "reopen", e: "edit", m: "merge", s: "split", b: "move", u: "undo", U: "redo",
    d: "dismiss", j: "next", k: "previous", n: "undecided", o: "order", "/": "find", "?": "help", A: "accept-all"
  };

  document.addEventListener("keydown", function (event) {
    var form = event.target.closest("form.panel");
    if (event.key === "Escape" && form) { close(form); event.preventDefault(); return; }
    if (event.key === "Escape" && event.target === control("find")) {
      control("find").value = "";
      filter();
      if (current) { select(current); }
      return;
    }
    if (event.key === "Enter" && event.target === control("find")) { select(seen()[0]); event.preventDefault(); return; }
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.target.closest("dialog")) {
      // a cut is chosen with radio buttons, which take no letters
      return;
    }
    var name = keys[event.key];
    if (!name) { return; }
    event.preventDefault();
    then(acts[name]);
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    var row = event.target.closest(".pair");
    if (button && button.dataset.act) { then(acts[button.dataset.act]); return; }
    if (button && button.dataset.order) { arrange(button.dataset.order); return; }
    if (row && !event.target.closest("form, a, .tools") && row !== current) {
      mark(row);
      // a selection of words for copying stays
      if (String(window.getSelection()) === "") { row.focus({ preventScroll: true }); }
    }
    if (button && button.dataset.dismiss) { then(function () { return dismiss(button.dataset.dismiss); }); }
  });

  holder.addEventListener("dblclick", function (event) {
    var half = event.target.closest(".half");
    if (half) { then(function () { return edit(half.classList.contains("source") ? "source" : "target"); }); }
  });

  holder.addEventListener("focusin", function (event) {
    if (event.target.classList.contains("pair") && event.target !== current) { mark(event.target); }
  });

  controls.addEventListener("change", filter);
  control("find").addEventListener("input", filter);
  document.getElementById("include").addEventListener("change", function (event) {
    var undecided_too = event.target.value === "undecided";
    then(function () { return decide({ kind: "include", undecided: undecided_too }); });
  });
  if (windows) { windows.onmessage = refresh; }
  window.addEventListener("beforeunload", function (event) {
    var open = Array.prototype.some.call(document.querySelectorAll(".editor textarea"), function (box) {
      return box.value !== box.defaultValue;
    });
    if (open) { event.preventDefault(); }
  });

  rows().forEach(function (row, place) { row.dataset.place = place; });
  refresh();
  filter();
  var first = rows().filter(undecided)[0];
  if (first) { mark(first); }
}());
