// The current row: one person has the attention, and a decision hands it on to the next.

const waiting = "[data-row]:not([data-leaving])";
let place = 0;

export const current = () => document.querySelector("[data-row][data-current]");

const rows = () => [...document.querySelectorAll(waiting)];

export function choose(row, { focus = true } = {}) {
  current()?.removeAttribute("data-current");
  if (!row) return;
  row.dataset.current = "";
  place = rows().indexOf(row);
  if (!focus) return;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

export function step(by) {
  const all = rows();
  const at = all.indexOf(current());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

// The row that was decided fades at once; the answer of the server then takes it out.
function leave(row) {
  const all = rows();
  const at = all.indexOf(row);
  row.dataset.leaving = "";
  choose(all[at + 1] ?? all[at - 1]);
}

// Focus is never lost: where it was taken away, it goes to the row that stands there now.
function settle() {
  const all = rows();
  if (!current()) choose(all[Math.min(place, all.length - 1)], { focus: false });
  if (document.activeElement && document.activeElement !== document.body) return;
  (current() ?? document.getElementById("page")).focus({ preventScroll: true });
}

document.addEventListener("submit", (event) => {
  const row = event.target.closest("[data-row]");
  if (row && event.target.hasAttribute("hx-post")) leave(row);
});
document.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-row]");
  if (row && row !== current()) choose(row, { focus: false });
});
document.addEventListener("htmx:finally:request", (event) => {
  event.target.closest?.("[data-row]")?.removeAttribute("data-leaving");
});
document.addEventListener("htmx:after:swap", settle);

// Opened on its network: once it is answered there, "done" is the next thing to press.
document.addEventListener("click", (event) => {
  const row = event.target.closest("a[data-key=o]")?.closest("[data-row]");
  if (row) row.dataset.opened = "";
});

choose(rows()[0], { focus: false });
