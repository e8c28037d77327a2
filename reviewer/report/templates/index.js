(() => {
  "use strict";
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const one = (selector, inside = document) => inside.querySelector(selector);
  document.documentElement.classList.add("scripting");

  // A link into something folded opens it first.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) {
      if (node instanceof HTMLDetailsElement) node.open = true;
    }
    target?.scrollIntoView();
  };
  addEventListener("hashchange", reveal);

  // Without script the rows lie in folded tables inside `noscript`. Here they are data, and elements are made for one
  // page of them at a time: ten thousand rows of a table would keep any browser busy for seconds.
  const [PLACE, HREF, APP, DEPARTMENT, VERDICT, BEFORE, COUNTS, BLOCKING, STANDING, DETAIL, REASON, MARKS] = Array(12).keys();
  const rows = JSON.parse(one("#records").textContent).map((record, turn) => ({ record, turn, text: null, element: null }));
  const table = one("#rows");
  const body = one("tbody", table);
  const heads = all("thead th", table);
  const names = heads.map((each) => each.textContent);
  for (const hidden of all("#filter, #count, #rows, .scripted")) hidden.hidden = false;

  const filter = one("#filter");
  const words = one("input[type=search]", filter);
  const by = Object.fromEntries(all("select", filter).map((select) => [select.dataset.by, select]));
  const choices = (select) => [...select.options].slice(1).map((option) => ({ key: option.value, label: option.text }));
  const [verdicts, standings] = [choices(by.verdict), choices(by.standing)];
  const marked = one(".mark", filter);
  const count = one("#count");
  const pages = one("#pages");
  const size = one("select", pages);
  const number = new Intl.NumberFormat("en");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const folded = (text) => text.normalize("NFKC").toLowerCase();

  const text = (row) => {
    const { record } = row;
    row.text ??= folded([record[PLACE], record[APP], record[DEPARTMENT], record[REASON] ?? ""].join("\n"));
    return row.text;
  };
  const key = ({ record }, column) => {
    const last = 4 + record[COUNTS].length;
    if (column < 3) return record[[PLACE, APP, DEPARTMENT][column]];
    if (column === 3) return record[VERDICT];
    if (column < last) return record[COUNTS][column - 4];
    return column === last ? record[BLOCKING] : record[STANDING];
  };

  const made = (name, kind, ...content) => {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    element.append(...content);
    return element;
  };
  const badge = (letter, choice) => made("span", `${letter} ${letter}-${choice.key}`, choice.label);
  const more = (said) => (said ? [made("span", "asks", said)] : []);
  const drawn = (row) => {
    if (row.element) return row.element;
    const { record } = row;
    const name = made(record[HREF] === null ? "span" : "a", "", record[PLACE]);
    if (record[HREF] !== null) name.href = record[HREF];
    const head = made("th", "", name, ...more(record[REASON]));
    head.scope = "row";
    const before = record[BEFORE] && `${table.dataset.before}: ${record[BEFORE]}`;
    const figure = (many, turn) => made("td", many ? `n n${turn}` : "n", String(many));
    row.element = made(
      "tr",
      "",
      head,
      made("td", "", record[APP]),
      made("td", "", record[DEPARTMENT]),
      made("td", "", badge("v", verdicts[record[VERDICT]]), ...more(before)),
      ...record[COUNTS].map(figure),
      figure(record[BLOCKING], 1),
      made("td", "", badge("s", standings[record[STANDING]]), ...more(record[DETAIL])),
    );
    // On a narrow screen the table has no head, so each cell says what it is.
    for (const [column, cell] of [...row.element.cells].entries()) {
      if (column > 0) cell.dataset.head = names[column];
    }
    return row.element;
  };

  const state = { sort: null, descending: false, page: 0, mark: "", found: rows };
  const show = () => {
    const many = Number(size.value);
    const last = Math.max(0, Math.ceil(state.found.length / many) - 1);
    state.page = Math.min(state.page, last);
    const shown = state.found.slice(state.page * many, (state.page + 1) * many);
    body.replaceChildren(...shown.map(drawn));
    const said = { all: state.found.length, first: state.page * many + 1, last: state.page * many + shown.length };
    count.textContent = shown.length
      ? table.dataset.shown.replace(/\{(all|first|last)\}/g, (_, what) => number.format(said[what]))
      : table.dataset.none;
    one(".at", pages).textContent = `${state.page + 1} / ${last + 1}`;
    for (const button of all("button", pages)) {
      const back = button.dataset.go === "first" || button.dataset.go === "previous";
      // Not `disabled`: the button that was pressed would lose the focus.
      button.setAttribute("aria-disabled", String(state.page === (back ? 0 : last)));
    }
    pages.hidden = state.found.length <= 50;
  };
  const apply = () => {
    const wanted = folded(words.value.trim()).split(/\s+/).filter(Boolean);
    const verdict = verdicts.findIndex((each) => each.key === by.verdict.value);
    const standing = standings.findIndex((each) => each.key === by.standing.value);
    const department = by.department?.value;
    const severities = by.severity.value === "" ? 0 : Number(by.severity.value) + 1;
    state.found = rows.filter((row) => {
      const { record } = row;
      if (verdict >= 0 && record[VERDICT] !== verdict) return false;
      if (standing >= 0 && record[STANDING] !== standing) return false;
      if (department && record[DEPARTMENT] !== department) return false;
      if (severities && !record[COUNTS].slice(0, severities).some(Boolean)) return false;
      if (state.mark && !` ${record[MARKS]} `.includes(` ${state.mark} `)) return false;
      return wanted.every((word) => text(row).includes(word));
    });
    if (state.sort !== null) {
      const turn = state.descending ? -1 : 1;
      const compared = heads[state.sort].dataset.sort === "text" ? collator.compare : (one, other) => one - other;
      state.found.sort((one, other) => {
        const [mine, others] = [key(one, state.sort), key(other, state.sort)];
        // What has nothing to sort by comes last either way.
        if ((mine === "") !== (others === "")) return mine === "" ? 1 : -1;
        return turn * compared(mine, others) || one.turn - other.turn;
      });
    }
    marked.hidden = !state.mark;
    state.page = 0;
    show();
  };

  for (const [column, each] of heads.entries()) {
    const button = made("button", "", names[column]);
    button.type = "button";
    each.replaceChildren(button);
    button.addEventListener("click", () => {
      // Figures of findings are looked at from the greatest.
      state.descending = state.sort === column ? !state.descending : each.classList.contains("figure");
      state.sort = column;
      for (const other of heads) other.removeAttribute("aria-sort");
      each.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      apply();
    });
  }
  filter.addEventListener("input", apply);
  const reset = () => {
    for (const select of Object.values(by)) select.value = "";
    words.value = "";
    state.mark = "";
  };
  one(".reset", filter).addEventListener("click", () => {
    reset();
    apply();
  });
  pages.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const last = Math.ceil(state.found.length / Number(size.value)) - 1;
    state.page = { first: 0, previous: state.page - 1, next: state.page + 1, last }[button.dataset.go];
    show();
  });
  size.addEventListener("change", () => {
    state.page = 0;
    show();
  });
  addEventListener("click", (event) => {
    const link = event.target.closest(".narrow");
    if (!link) return;
    reset();
    const { by: name, value, label } = link.dataset;
    if (name === "mark") {
      state.mark = value;
      one("bdi", marked).textContent = label;
    } else {
      by[name].value = value;
    }
    apply();
  });

  // On paper the list is whole, as far as it is not filtered, and so is what is folded.
  addEventListener("beforeprint", () => {
    for (const folded of all("details.further")) folded.open = true;
    body.replaceChildren(...state.found.map(drawn));
  });
  addEventListener("afterprint", show);

  show();
  if (location.hash) reveal();
})();
