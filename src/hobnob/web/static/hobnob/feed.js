// Reading: what was on screen and is passed does not come back, and the place is remembered.

import { choose, current } from "./rows.js";

const SETTLE = 1_000;
const seen = new Set();
const passed = new Set();
const told = new Set();
let before = null;
let waiting = 0;

const feed = () => document.getElementById("feed");
const fold = () => document.getElementById("feed-fold");
const rows = () => [...document.querySelectorAll("#feed [data-row]")];
const token = () => document.querySelector("input[name=csrfmiddlewaretoken]").value;

function pass(row) {
  const post = row.dataset.post;
  if (passed.has(post)) return;
  passed.add(post);
  row.classList.add("is-passed");
  clearTimeout(waiting);
  waiting = setTimeout(tell, SETTLE);
}

// Told at once when the page goes away: a beacon outlives it.
function tell() {
  clearTimeout(waiting);
  const news = [...passed].filter((each) => !told.has(each));
  if (!news.length || !feed()) return;
  news.forEach((each) => told.add(each));
  const form = new FormData();
  form.set("csrfmiddlewaretoken", token());
  form.set("passed", news.join());
  form.set("stop", current()?.dataset.post ?? "");
  navigator.sendBeacon(feed().dataset.read, form);
}

// ── Passed by scrolling ────────────────────────────────────────────────────

const isMostly = ({ intersectionRatio, intersectionRect, rootBounds }) =>
  intersectionRatio >= 0.5 || intersectionRect.height >= rootBounds.height / 2;

const watching = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      const { target, boundingClientRect, rootBounds } = entry;
      if (!target.isConnected) continue;
      if (isMostly(entry)) seen.add(target.dataset.post);
      else if (seen.has(target.dataset.post) && boundingClientRect.bottom <= rootBounds.top) pass(target);
    }
  },
  { threshold: [0, 0.25, 0.5] },
);

// Whoever scrolls down to the end has passed everything that was on screen.
const ending = new IntersectionObserver((entries) => {
  if (!entries.some((each) => each.isIntersecting) || !scrollY) return;
  rows().filter((row) => seen.has(row.dataset.post)).forEach(pass);
});

function watch() {
  if (!feed()) return;
  rows().forEach((row) => watching.observe(row));
  ending.observe(document.getElementById("feed-end"));
}

// ── Passed by keys ─────────────────────────────────────────────────────────

document.addEventListener("focusin", ({ target }) => {
  const row = target.closest?.("#feed [data-row]");
  if (!row || row === before) return;
  const isFurther = before && before.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
  // Whoever was decided about leaves: that is no reading of what they said.
  if (isFurther && before.isConnected && !before.hasAttribute("data-leaving")) pass(before);
  before = row;
});

// l and h: the next person, and the one before.
document.addEventListener("click", ({ target }) => {
  const by = Number(target.closest?.("[data-person]")?.dataset.person);
  if (!by) return;
  const all = rows();
  const author = current()?.dataset.author;
  let at = all.indexOf(current());
  while (all[at]?.dataset.author === author) at += by;
  if (!all[at]) return;
  const theirs = all[at].dataset.author;
  while (by < 0 && all[at - 1]?.dataset.author === theirs) at -= 1;
  choose(all[at]);
});

// ── Link-drops: rows like all others, once they are unfolded ────────────────

let isOpen = false;

function unfold() {
  fold()?.querySelectorAll("[data-folded]").forEach((line) => line.toggleAttribute("data-row", isOpen));
}

document.addEventListener("toggle", ({ target }) => {
  if (target !== fold()) return;
  isOpen = target.open;
  unfold();
  watch();
}, true);

// ── When the page changes, and when it goes ────────────────────────────────

document.addEventListener("htmx:after:swap", () => {
  if (isOpen && fold()) fold().open = true;
  unfold();
  rows().filter((row) => passed.has(row.dataset.post)).forEach((row) => row.classList.add("is-passed"));
  watch();
  // Where nothing is left to read, one is not left looking at the foot of it.
  if (feed() && !rows().length) scrollTo(0, 0);
});
document.addEventListener("visibilitychange", () => document.hidden && tell());
addEventListener("pagehide", tell);
// A reload asks for the page anew before the old one hides.
window.navigation?.addEventListener("navigate", tell);

before = current();
watch();
const stopped = document.getElementById(`post-${feed()?.dataset.stopped}`);
if (stopped && !location.hash) {
  before = stopped;
  choose(stopped);
}
