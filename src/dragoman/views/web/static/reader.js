// The reader: j and k go from act to act; the words of the chosen act are lit in the text. Without it, links do.
"use strict";
(() => {
  const records = [...document.querySelectorAll(".record")];
  const runs = [...document.querySelectorAll("[data-from]")].map((element) => ({
    element, from: Number(element.dataset.from), letters: [...element.textContent],
  }));
  const chosen = () => records.findIndex((record) => "#" + record.id === decodeURIComponent(location.hash));

  // Offsets count code points, the browser counts UTF-16 units.
  const units = (letters, count) => letters.slice(0, count).join("").length;

  const rangesOf = (start, end) => runs.flatMap(({ element, from, letters }) => {
    const first = Math.max(start - from, 0), last = Math.min(end - from, letters.length);
    if (first >= last || !element.firstChild) return [];
    const range = new Range();
    range.setStart(element.firstChild, units(letters, first));
    range.setEnd(element.firstChild, units(letters, last));
    return [range];
  });

  const light = (record) => {
    if (!globalThis.CSS || !CSS.highlights) return;
    CSS.highlights.clear();
    if (!record) return;
    const lit = new Map();
    for (const told of record.dataset.spans.split(" ").filter(Boolean)) {
      const [role, span] = told.split(":"), [start, end] = span.split("-").map(Number);
      lit.set(role, [...(lit.get(role) || []), ...rangesOf(start, end)]);
    }
    for (const [role, ranges] of lit) {
      const highlight = new Highlight(...ranges);
      highlight.priority = role === "passage" ? 0 : 1;
      CSS.highlights.set(role, highlight);
    }
  };

  const show = (byKey) => {
    const at = chosen(), record = records[at];
    const id = record ? record.id.slice(2) : "";
    for (const { element } of runs)
      element.classList.toggle("chosen", Boolean(id) && (element.dataset.acts || "").split(" ").includes(id));
    document.querySelectorAll(".index a").forEach((link) =>
      link.toggleAttribute("aria-current", Boolean(record) && link.hash === "#" + record.id));
    light(record);
    if (!record) return;
    const word = document.getElementById("e-" + id);
    const box = word && word.getBoundingClientRect();
    const bottom = matchMedia("(max-width: 60rem)").matches ? innerHeight * 0.42 : innerHeight - 60;
    if (box && (box.top < 60 || box.bottom > bottom)) scrollBy({ top: box.top - innerHeight * 0.25 });
    if (byKey) record.focus({ preventScroll: true });
  };

  const go = (to) => {
    if (!records.length) return;
    const hash = to === null ? "#text" : "#" + records[(to + records.length) % records.length].id;
    const top = scrollY;
    location.hash = hash;
    scrollTo({ top });
  };

  let key = false;
  addEventListener("hashchange", () => { show(key); key = false; });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const at = chosen();
    if (event.key === "j") { key = true; go(at + 1); }
    else if (event.key === "k") { key = true; go(at < 0 ? records.length - 1 : at - 1); }
    else if (event.key === "Escape" && at >= 0) go(null);
  });
  show(false);
})();
