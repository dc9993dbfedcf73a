// What is on its way: the seconds that are left, and a look at what became of it when they are over.

const SECOND = 1000;
const ends = new WeakMap();
let looks = 0;

function tick() {
  const now = performance.now();
  for (const shown of document.querySelectorAll("[data-seconds]")) {
    const known = ends.get(shown);
    if (known?.said !== shown.dataset.seconds) {
      ends.set(shown, { said: shown.dataset.seconds, at: now + shown.dataset.seconds * SECOND });
    }
    const left = Math.ceil((ends.get(shown).at - now) / SECOND);
    const words = left > 0 ? `${left} s` : "leaving now";
    if (shown.textContent !== words) shown.textContent = words;
    if (left <= 0) look(now);
  }
}

function look(now) {
  if (now - looks < 2 * SECOND) return;
  looks = now;
  const outbox = document.getElementById("outbox");
  // Not while a question is open: it would close under the hand.
  if (outbox && !outbox.querySelector("details[open]")) outbox.dispatchEvent(new Event("refresh"));
}

// Once it has left, `u` would undo something else: what is said about it says so, once.
const TOO_LATE = "The half minute is over: the outbox shows what became of it.";
const leaving = new WeakMap();

function watchToast() {
  const said = document.querySelector("#toast [data-leaves]");
  if (!said) return;
  const now = performance.now();
  if (!leaving.has(said)) leaving.set(said, now + said.dataset.leaves * SECOND);
  if (now < leaving.get(said)) return;
  said.removeAttribute("data-leaves");
  said.className = "";
  said.textContent = TOO_LATE;
}

setInterval(() => {
  tick();
  watchToast();
}, SECOND / 4);

// Where the network's own page is to be opened, it opens by the press that asked for it.
document.addEventListener("htmx:after:swap", () => {
  const link = document.querySelector("#toast [data-opens-now]");
  if (!link) return;
  link.removeAttribute("data-opens-now");
  if (navigator.userActivation?.isActive) link.click();
});
