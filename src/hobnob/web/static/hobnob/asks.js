// To ask is to ask somebody: the key leads to the person who has the attention, if anybody has.

import { current } from "./rows.js";

document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[data-asks]");
  const person = current()?.querySelector("a.name")?.getAttribute("href");
  if (!link || !/^\/people\/\d+\/$/.test(person ?? "")) return;
  const here = encodeURIComponent(location.pathname + location.search);
  link.href = `${person}ask/?back=${here}`;
});
