// Keys. What a key does stands in the page: it presses the element with that data-key,
// looked for in the open menu or dialog, then in the current row, then on the page.

import { choose, current, step } from "./rows.js";

const FIELD = "input:not([type=checkbox], [type=radio], [type=file]), textarea, select";
let prefix = "";

const openMenu = () => document.querySelector("details.menu[open]");

// What a browser closes itself with Escape.
const isAnotherOpen = () => document.querySelector("dialog[open]")
  ?? (CSS.supports("selector(:popover-open)") && document.querySelector(":popover-open"));

function places() {
  const dialog = document.querySelector("dialog[open]");
  if (dialog) return [dialog];
  return [openMenu(), current(), document.getElementById("page"), document].filter(Boolean);
}

function find(key) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  for (const place of places()) {
    const found = [...place.querySelectorAll(selector)].find(
      (each) => !each.closest("dialog:not([open])")
        && (place !== document.getElementById("page") || !each.closest("[data-row]")),
    );
    if (found) return found;
  }
  return null;
}

// In a dialog every letter is a key of its own.
const begins = (key) => !document.querySelector("dialog[open]")
  && document.querySelector(`[data-key^="${CSS.escape(key)} "]`) !== null;

function press(element) {
  if (element.dataset.opens) return openDialog(element);
  if (element.matches(FIELD)) return element.focus();
  element.click();
}

// Whom a dialog is about: the link that opens it says so, or the dialog it stands in; else it is
// the person of the current row.
function whom(opener) {
  if (opener.dataset.person) return { address: opener.dataset.person, name: opener.dataset.name };
  const before = opener.closest("dialog[open]");
  const place = before ?? current();
  const form = place?.querySelector(before ? "form" : 'form[action$="/decide/"]');
  const address = place?.dataset.person ?? form?.getAttribute("action").replace(/[a-z]+\/$/, "");
  const name = place?.querySelector(before ? "[data-about]" : ".name")?.textContent;
  return address && { address, name };
}

// A dialog about somebody borrows the address and the name; what it does is the address's last word.
function openDialog(opener) {
  const dialog = document.getElementById(opener.dataset.opens);
  const about = dialog.querySelector("[data-about]");
  if (about) {
    const person = whom(opener);
    if (!person) return;
    const own = dialog.querySelector("form");
    own.action = `${person.address}${dialog.dataset.to ?? "decide"}/`;
    own.setAttribute("hx-post", own.getAttribute("action"));
    own.reset();
    about.textContent = person.name;
  }
  opener.closest("dialog[open]")?.close();
  dialog.showModal();
}

function escape() {
  const menu = openMenu();
  if (menu) {
    menu.open = false;
    choose(current());
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
  if (["Enter", " "].includes(key) && target.closest("a, button, summary, input")) return;
  const wanted = prefix ? `${prefix} ${key}` : key;
  prefix = "";
  if (wanted === "j" || wanted === "k") {
    step(wanted === "j" ? 1 : -1);
  } else if (begins(wanted)) {
    prefix = wanted;
  } else {
    const found = find(wanted);
    if (!found) return;
    press(found);
  }
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const { target } = event;
  const menu = openMenu();
  if (menu && !menu.contains(target)) menu.open = false;
  const opener = target.closest("a[data-opens], dialog [data-opens]");
  if (opener) {
    event.preventDefault();
    openDialog(opener);
  }
  if (target.closest("[data-closes]")) target.closest("dialog").close();
  if (target.closest("[data-back]") && document.referrer.startsWith(location.origin)) {
    event.preventDefault();
    history.back();
  }
});

// A menu that opens near the edge of the window comes into it whole.
document.addEventListener("toggle", ({ target }) => {
  if (!target.open || !target.matches("details.menu")) return;
  target.querySelector(".menu-list").scrollIntoView({ block: "nearest" });
  target.querySelector(".menu-list :is(a, button)").focus({ preventScroll: true });
}, true);

document.addEventListener("submit", (event) => {
  const menu = openMenu();
  if (menu) menu.open = false;
  const dialog = event.target.closest("dialog");
  if (dialog && event.target.hasAttribute("hx-post")) setTimeout(() => dialog.close());
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
