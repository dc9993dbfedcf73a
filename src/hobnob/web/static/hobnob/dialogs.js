// What opens over the page: dialogs, and menus. One of them at a time.

import { current } from "./rows.js";

export const openMenu = () => document.querySelector("details.menu[open]");

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
export function openDialog(opener) {
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
