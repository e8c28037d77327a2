(() => {
  "use strict";

  // A link into a folded listing opens it first.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) {
      if (node instanceof HTMLDetailsElement) node.open = true;
    }
    if (target) target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // Places beyond the first few of a rule belong on paper too.
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details.further")) folded.open = true;
  });

  const filter = document.getElementById("filter");
  if (!filter) return;
  filter.hidden = false;
  const boxes = [...filter.querySelectorAll("input[type=checkbox]")];
  const words = filter.querySelector("input[type=search]");
  const output = filter.querySelector("output");
  const groups = [...document.querySelectorAll(".group")].map((element) => ({
    element,
    severity: element.dataset.severity,
    rules: [...element.querySelectorAll(".rule")].map((rule) => ({
      element: rule,
      heading: [...rule.querySelectorAll(":scope > h4, :scope > .meta")].map((node) => node.textContent).join(" "),
      findings: [...rule.querySelectorAll(".finding")].map((finding) => ({ element: finding, text: null })),
    })),
  }));

  const apply = () => {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = words.value.trim().toLowerCase();
    let shown = 0;
    for (const group of groups) {
      let inGroup = 0;
      if (severities.has(group.severity)) {
        for (const rule of group.rules) {
          const whole = !wanted || rule.heading.toLowerCase().includes(wanted);
          let inRule = 0;
          for (const finding of rule.findings) {
            if (!whole) finding.text ??= finding.element.textContent.toLowerCase();
            const kept = whole || finding.text.includes(wanted);
            finding.element.hidden = !kept;
            inRule += kept;
          }
          rule.element.hidden = inRule === 0;
          inGroup += inRule;
        }
      }
      group.element.hidden = inGroup === 0;
      shown += inGroup;
    }
    output.value = String(shown);
  };
  filter.addEventListener("input", apply);
})();
