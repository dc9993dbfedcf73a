// The twenty minutes: started and stopped with ".", kept for this window, never insisting.
// And how long a list was read, or a person's page, and when that was made: told only while the page is visible and somebody is there.

const timer = document.getElementById("timer");
const KEY = "hobnob-session-began";
const MINUTE = 60_000;

function show() {
  const began = Number(sessionStorage.getItem(KEY));
  const left = Number(timer.dataset.minutes) - Math.floor((Date.now() - began) / MINUTE);
  timer.classList.toggle("is-over", Boolean(began) && left <= 0);
  if (!began) timer.textContent = `${timer.dataset.minutes} minutes`;
  else timer.textContent = left > 0 ? `${left} min left` : "Time for something else";
}

timer.addEventListener("click", () => {
  if (sessionStorage.getItem(KEY)) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, String(Date.now()));
  show();
});

timer.hidden = false;
show();
setInterval(show, MINUTE / 4);

// ── Time spent ─────────────────────────────────────────────────────────────

// Who touches nothing for so long has looked away.
const AWAY = MINUTE;
let counted = Date.now();
let active = counted;
let isVisible = !document.hidden;
let spent = 0;

function count() {
  const now = Date.now();
  if (isVisible) spent += Math.max(0, Math.min(now, active + AWAY) - counted);
  counted = now;
}

function tell() {
  count();
  const { place, at } = document.querySelector("[data-place]")?.dataset ?? {};
  const seconds = Math.round(spent / 1_000);
  if (!place || !seconds) return;
  spent = 0;
  const form = new FormData();
  form.set("csrfmiddlewaretoken", document.querySelector("input[name=csrfmiddlewaretoken]").value);
  form.set("place", place);
  form.set("seconds", String(seconds));
  if (at) form.set("at", at);
  // A beacon outlives the page.
  navigator.sendBeacon("/time/", form);
}

function touch() {
  count();
  active = Date.now();
}

for (const sign of ["keydown", "pointermove", "pointerdown", "scroll"]) {
  document.addEventListener(sign, touch, { passive: true, capture: true });
}
document.addEventListener("visibilitychange", () => {
  count();
  isVisible = !document.hidden;
  if (isVisible) active = Date.now();
  else tell();
});
addEventListener("pagehide", tell);
setInterval(tell, MINUTE / 2);
