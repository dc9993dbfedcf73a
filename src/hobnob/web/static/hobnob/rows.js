// The current row: one person has the attention, and a decision hands it on to the next.

const waiting = "[data-row]:not([data-leaving])";
let place = 0;

// The rows that were decided about, newest last; and those that an undo is bringing back.
const decided = [];
const returning = new Set();

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

// What was refused did not happen: whom it was about has the attention again.
function keep(row) {
  if (decided.includes(row.id)) decided.splice(decided.lastIndexOf(row.id), 1);
  returning.clear();
  choose(document.getElementById(row.id));
}

const wasRefused = () => document.querySelector("#toast .is-sorry") !== null;

// Focus is never lost: where it was taken away, it goes to the row that stands there now.
function settle() {
  const back = rows().find((row) => returning.delete(row.id));
  if (back) return choose(back);
  const all = rows();
  if (!current()) choose(all[Math.min(place, all.length - 1)], { focus: false });
  if (document.activeElement && document.activeElement !== document.body) return;
  (current() ?? document.getElementById("page")).focus({ preventScroll: true });
}

document.addEventListener("submit", ({ target: form }) => {
  if (!form.hasAttribute("hx-post")) return;
  if (form.id === "undo") return returning.add(decided.pop());
  const row = form.closest("[data-row]");
  decided.push((row ?? current())?.id);
  // Who is liked, or looked for, still has the attention.
  if (row && !form.hasAttribute("data-stays")) leave(row);
});
// What leaves still has the focus for a moment, but the attention went on: no key acts on it again.
function attend(event) {
  const row = event.target.closest?.(waiting);
  if (row && row !== current()) choose(row, { focus: false });
}

// A row with the attention shows more and is taller. Were it given between the press of a button and
// its release, the button would move away from under the pointer.
let isPressed = false;
document.addEventListener("pointerdown", () => (isPressed = true), true);
for (const end of ["pointerup", "pointercancel", "dragend"]) {
  document.addEventListener(end, () => (isPressed = false), true);
}
document.addEventListener("focusin", (event) => isPressed || attend(event));
document.addEventListener("click", attend);
document.addEventListener("htmx:finally:request", (event) => {
  const row = event.target.closest?.("[data-row]");
  row?.removeAttribute("data-leaving");
  if (row && wasRefused()) keep(row);
});
document.addEventListener("htmx:after:swap", settle);

// Opened on its network: once it is answered there, "done" is the next thing to press.
document.addEventListener("click", (event) => {
  const row = event.target.closest("a[data-key=o]")?.closest("[data-row]");
  if (row) row.dataset.opened = "";
});

choose(rows()[0], { focus: false });
