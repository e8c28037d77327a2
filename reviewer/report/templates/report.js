(() => {
  "use strict";
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const one = (selector, inside = document) => inside.querySelector(selector);

  // A link into something folded opens it first.
  const unfold = (target) => {
    for (let node = target; node; node = node.parentElement) {
      if (node instanceof HTMLDetailsElement) node.open = true;
    }
  };
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    unfold(target);
    target.scrollIntoView({ block: target.matches(".no") ? "center" : "start" });
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // Places beyond the first few of a rule belong on paper too.
  addEventListener("beforeprint", () => {
    for (const folded of all("details.further, details.hashes")) folded.open = true;
    // What a browser shows in an empty field ("yyyy/mm/dd") would be in the way of a pen.
    for (const field of all("#decision input, #decision select")) field.classList.toggle("blank", !field.value);
  });

  // Walking along a trace: one step after the other in the listings, with a bar that tells where one is.
  const bar = one("#walk");
  let walk = null;
  const stand = (turn) => {
    const steps = walk.steps;
    all(".walking").forEach((row) => row.classList.remove("walking"));
    walk.turn = turn;
    const link = one(".place a", steps[turn]);
    one(".walk-turn", bar).textContent = `${turn + 1} / ${steps.length}`;
    one(".walk-note", bar).textContent = one(".told", steps[turn]).textContent;
    one(".walk-place", bar).textContent = one(".place", steps[turn]).textContent;
    one(".walk-back", bar).disabled = turn === 0;
    one(".walk-next", bar).disabled = turn === steps.length - 1;
    const line = link && document.getElementById(link.hash.slice(1));
    if (!line) return;
    unfold(line);
    line.parentElement.classList.add("walking");
    line.scrollIntoView({ block: "center" });
  };
  const end = () => {
    if (!walk) return;
    all(".walking").forEach((row) => row.classList.remove("walking"));
    bar.hidden = true;
    const { start } = walk;
    walk = null;
    unfold(start);
    start.focus();
    start.scrollIntoView({ block: "center" });
  };
  const move = (by) => {
    stand(walk.turn + by);
    const [back, next] = [one(".walk-back", bar), one(".walk-next", bar)];
    if (document.activeElement.disabled || document.activeElement === document.body) (by > 0 ? back : next).focus();
  };
  one(".walk-back", bar).addEventListener("click", () => move(-1));
  one(".walk-next", bar).addEventListener("click", () => move(1));
  one(".walk-end", bar).addEventListener("click", end);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") end();
  });
  for (const place of all(".walk-start")) place.hidden = false;
  addEventListener("click", (event) => {
    const start = event.target.closest(".walk-start button");
    if (!start) return;
    walk = { start, turn: 0, steps: [...start.closest(".finding").querySelector(".trace").children] };
    bar.hidden = false;
    stand(0);
    (walk.steps.length > 1 ? one(".walk-next", bar) : one(".walk-end", bar)).focus({ preventScroll: true });
  });

  // Filling in: what a person ticked and wrote, as JSON and back.
  const box = one("#export");
  const told = one("[role=status]", box);
  const sealed = JSON.parse(one("#bound").textContent);
  const checks = all("tr.check");
  const trials = all("tr.trial");
  const fields = all("#decision [data-key]");
  const people = all("#decision [data-person]");
  const outcome = () => one("#decision input[name=outcome]:checked");
  const gathered = () => ({
    ...sealed,
    decision: {
      outcome: outcome()?.value ?? null,
      ...Object.fromEntries(fields.map((field) => [field.dataset.key, field.value])),
      people: Object.fromEntries(
        people.map((row) => [
          row.dataset.person,
          Object.fromEntries(all("[data-part]", row).map((part) => [part.dataset.part, part.value])),
        ]),
      ),
    },
    checks: checks.map((row) => ({
      regulation: row.dataset.regulation,
      item: row.dataset.item,
      machine: row.dataset.machine,
      manual: all(".manual input", row).map((tick) => tick.checked),
      note: one(".room", row).value,
    })),
    trials: trials.map((row) => ({
      id: row.dataset.trial,
      result: one("input:checked", row)?.value ?? null,
      note: one(".room", row).value,
    })),
  });
  const restore = (record) => {
    for (const radio of all("#decision input[name=outcome]")) radio.checked = radio.value === record.decision.outcome;
    for (const field of fields) field.value = record.decision[field.dataset.key] ?? "";
    for (const row of people) {
      for (const part of all("[data-part]", row)) {
        part.value = record.decision.people[row.dataset.person]?.[part.dataset.part] ?? "";
      }
    }
    const find = (list, key, row) => list.find((entry) => key.every((name) => entry[name] === row.dataset[name]));
    for (const row of checks) {
      const entry = find(record.checks, ["regulation", "item"], row);
      all(".manual input", row).forEach((tick, turn) => (tick.checked = entry?.manual[turn] === true));
      one(".room", row).value = entry?.note ?? "";
    }
    for (const row of trials) {
      const entry = record.trials.find((each) => each.id === row.dataset.trial);
      for (const radio of all("input", row)) radio.checked = radio.value === entry?.result;
      one(".room", row).value = entry?.note ?? "";
    }
  };
  box.hidden = false;
  one(".save", box).addEventListener("click", () => {
    const text = `${JSON.stringify(gathered(), null, 2)}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = box.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    told.textContent = outcome() ? box.dataset.saved : box.dataset.draft;
  });
  one("input[type=file]", box).addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    try {
      const record = JSON.parse(await file.text());
      if (record.$schema !== sealed.$schema) throw new TypeError("another kind of file");
      if (record.submission.sha256 !== sealed.submission.sha256) told.textContent = box.dataset.other;
      else {
        restore(record);
        told.textContent = box.dataset.loaded;
      }
    } catch {
      told.textContent = box.dataset.broken;
    }
    event.target.value = "";
  });
  one(".print", box).addEventListener("click", () => print());

  const filter = one("#filter");
  if (!filter) return;
  filter.hidden = false;
  const boxes = all("input[type=checkbox]", filter);
  const words = one("input[type=search]", filter);
  const output = one("output", filter);
  const by = Object.fromEntries(all("select", filter).map((select) => [select.dataset.by, select]));
  const groups = all(".group").map((element) => ({
    element,
    severity: element.dataset.severity,
    rules: all(".rule", element).map((rule) => ({
      element: rule,
      items: rule.dataset.items.split(" "),
      category: rule.dataset.category,
      heading: all(":scope > h4, :scope > .meta", rule).map((node) => node.textContent).join(" ").toLowerCase(),
      further: one(".further", rule),
      findings: all(".finding", rule).map((finding) => ({ element: finding, file: finding.dataset.file, text: null })),
    })),
  }));

  const apply = () => {
    const severities = new Set(boxes.filter((each) => each.checked).map((each) => each.value));
    const wanted = words.value.trim().toLowerCase();
    const file = by.file.value;
    let shown = 0;
    for (const group of groups) {
      let inGroup = 0;
      if (severities.has(group.severity)) {
        for (const rule of group.rules) {
          let inRule = 0;
          let further = 0;
          const asked =
            (!by.item.value || rule.items.includes(by.item.value)) &&
            (!by.category.value || rule.category === by.category.value);
          const whole = !wanted || rule.heading.includes(wanted);
          for (const finding of rule.findings) {
            if (asked && !whole) finding.text ??= finding.element.textContent.toLowerCase();
            const kept = asked && (!file || finding.file === file) && (whole || finding.text.includes(wanted));
            if (finding.element.hidden === kept) finding.element.hidden = !kept;
            inRule += kept;
            if (kept && rule.further && finding.element.parentElement === rule.further) further += 1;
          }
          rule.element.hidden = inRule === 0;
          if (rule.further) {
            rule.further.hidden = further === 0;
            one("summary .number", rule.further).textContent = String(further);
            if (wanted && further > 0 && further <= 50) rule.further.open = true;
          }
          inGroup += inRule;
        }
      }
      group.element.hidden = inGroup === 0;
      shown += inGroup;
    }
    output.value = String(shown);
  };
  filter.addEventListener("input", apply);
  one(".reset", filter).addEventListener("click", () => {
    for (const each of boxes) each.checked = true;
    for (const select of Object.values(by)) select.value = "";
    words.value = "";
    apply();
  });
  // What a link leads to must not be filtered away.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("#findings") && target.closest("[hidden]")) {
      one(".reset", filter).click();
      reveal();
    }
  });
})();
