// An answer written under its row: where the caret stands, how much room is left, when it closes.

const ADDRESS = /https?:\/\/\S+/g;
const HANDLE = /(^|\s)@(\w+)@[\w.-]+/g;
const AN_ADDRESS_COUNTS = 23;
const letters = new Intl.Segmenter();

const count = (text) => [...letters.segment(text)].length;

// What each network counts: X takes most scripts of Asia, and emoji, for two.
// https://docs.x.com/fundamentals/counting-characters
const isNarrow = (point) =>
  point <= 0x10ff || (point >= 0x2000 && point <= 0x200d) || (point >= 0x2010 && point <= 0x201f) ||
  (point >= 0x2032 && point <= 0x2037);
const widths = (text) =>
  [...letters.segment(text)].reduce(
    (sum, { segment }) => sum + ([...segment].every((each) => isNarrow(each.codePointAt(0))) ? 1 : 2), 0,
  );
const lengths = {
  bluesky: count,
  mastodon: (text) => count(text.replace(ADDRESS, "x".repeat(AN_ADDRESS_COUNTS)).replace(HANDLE, "$1@$2")),
  x: (text) => widths(text.replace(ADDRESS, "x".repeat(AN_ADDRESS_COUNTS))),
};

function showRoom(field) {
  const shown = document.querySelector(`[data-left-of="${field.id}"]`);
  const longest = Number(field.dataset.longest);
  if (!shown || !longest) return;
  const left = longest - lengths[field.dataset.network](field.value.trim());
  shown.textContent = left < 0 ? `${-left} too many` : `${left} left`;
  shown.classList.toggle("is-over", left < 0);
}

function begin(field) {
  // In a row that can be dragged, the mouse could not choose words.
  field.closest("[data-row]")?.removeAttribute("draggable");
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  showRoom(field);
}

const slot = (element) => element.closest?.(".row-answer");

function close(place) {
  const row = place.closest("[data-row]");
  place.replaceChildren();
  if (row?.id) row.draggable = true;
  (row ?? document.getElementById("page")).focus({ preventScroll: true });
}

// Where there is nothing to write, the first thing to press has the focus: no letter acts there.
function attend(place) {
  const field = place.querySelector("textarea");
  if (field) return begin(field);
  place.querySelector("a, button, input:not([type=hidden])")?.focus({ preventScroll: true });
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("textarea[data-longest]")) showRoom(target);
});
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-leaves-it]")) close(slot(target));
});
// A form that was opened has the attention once everything else has settled.
document.addEventListener("htmx:finally:request", ({ target, detail }) => {
  const place = detail.ctx.target;
  if (place?.matches?.(".row-answer")) {
    attend(place);
    place.scrollIntoView({ block: "nearest" });
  } else if (target.matches?.("form.answer") && !document.querySelector("#toast .is-sorry")) {
    const left = slot(target);
    if (left?.isConnected) left.replaceChildren();
  }
});

for (const field of document.querySelectorAll("textarea[data-longest]")) begin(field);
