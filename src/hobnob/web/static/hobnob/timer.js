// The twenty minutes: started and stopped with ".", kept for this window, never insisting.

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
