// Keys. What a key does stands in the page: it presses the element with that data-key,
// looked for in the open menu or dialog, then in the current row, then on the page.
// No key acts on somebody who has not the attention, nor by a menu that nobody opened.

import { openDialog, openMenu } from "./dialogs.js";
import { choose, current, step } from "./rows.js";

const FIELD = "input:not([type=checkbox], [type=radio], [type=file]), textarea, select";
let prefix = "";

// What a browser closes itself with Escape.
const isAnotherOpen = () => document.querySelector("dialog[open]")
  ?? (CSS.supports("selector(:popover-open)") && document.querySelector(":popover-open"));

// What is written under a row, or could be: there a letter is meant as a letter.
const panel = () => document.activeElement?.closest(".row-answer");

function places() {
  const within = document.querySelector("dialog[open]") ?? panel();
  if (within) return [within];
  return [openMenu(), current(), document.getElementById("page"), document].filter(Boolean);
}

const isInReach = (element) => {
  const row = element.closest("[data-row]");
  return (!row || row === current())
    && !element.closest("dialog:not([open]), details.menu:not([open]) > .menu-list");
};

function find(key) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  for (const place of places()) {
    const found = [...place.querySelectorAll(selector)].find(isInReach);
    if (found) return found;
  }
  return null;
}

// A key of rows that the current one does not have: silence would leave one guessing.
function sayNotHere(key) {
  const row = current();
  if (panel() || document.querySelector("dialog[open]")) return false;
  if (!row || !document.querySelector(`[data-row] [data-key="${CSS.escape(key)}"]`)) return false;
  const said = document.createElement("p");
  said.className = "is-not-here";
  const name = row.querySelector(".name")?.textContent.trim() ?? "this one";
  said.textContent = `“${key}” does nothing for ${name}.`;
  document.getElementById("toast").append(said);
  return true;
}

// In a dialog, and in what opened under a row, every letter is a key of its own.
const begins = (key) => !document.querySelector("dialog[open]") && !panel()
  && document.querySelector(`[data-key^="${CSS.escape(key)} "]`) !== null;

function press(element) {
  if (element.dataset.opens) return openDialog(element);
  if (element.matches(FIELD)) return element.focus();
  element.click();
}

function escape() {
  const menu = openMenu();
  if (menu) {
    menu.open = false;
    if (current()) choose(current());
    else menu.querySelector("summary").focus();
  } else if (document.activeElement.matches(FIELD)) {
    document.activeElement.blur();
    choose(current());
  } else {
    find("Escape")?.click();
  }
}

// A note has lines, so Enter alone cannot be what keeps it.
function keepNote({ target, key, ctrlKey, metaKey }) {
  const isKept = key === "Enter" && (ctrlKey || metaKey) && target.matches("textarea");
  if (isKept) target.form.querySelector("button[name]").click();
  return isKept;
}

// Words come first and what happened after them: Enter goes on to the keys.
function goesOn({ target, key }) {
  const isOver = key === "Enter" && target.matches("[data-then-keys]") && target.closest("dialog");
  if (isOver) target.blur();
  return isOver;
}

document.addEventListener("keydown", (event) => {
  if (keepNote(event) || goesOn(event)) return event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { target, key } = event;
  if (key === "Escape" && !isAnotherOpen()) return escape();
  if (target.matches(FIELD)) return;
  document.querySelector("#toast > .is-not-here")?.remove();
  // Whoever opened a menu by mistake wants it closed, and nothing else undone.
  if (key === "u" && openMenu()) return escape();
  if (["Enter", " "].includes(key) && target.closest("a, button, summary, input")) return;
  const wanted = prefix ? `${prefix} ${key}` : key;
  prefix = "";
  if ((wanted === "j" || wanted === "k") && !panel()) {
    step(wanted === "j" ? 1 : -1);
  } else if (begins(wanted)) {
    prefix = wanted;
  } else {
    const found = find(wanted);
    if (found) press(found);
    else if (!sayNotHere(wanted)) return;
  }
  event.preventDefault();
});

// What could not be done is said where the undo would have been.
function sorry() {
  const said = document.createElement("p");
  said.className = "is-sorry";
  said.textContent = document.body.dataset.sorry;
  document.getElementById("toast").replaceChildren(said);
}
document.addEventListener("htmx:response:error", sorry);
document.addEventListener("htmx:error", sorry);

// A page that comes back out of the browser's memory would show what is already done.
addEventListener("pageshow", (event) => event.persisted && location.reload());
