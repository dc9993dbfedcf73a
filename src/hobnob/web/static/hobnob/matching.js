// Small helps on the pages of matching; everything works without them.

// A choice in the filter shows at once.
document.addEventListener("change", ({ target }) => {
  target.closest("form[data-sends-itself]")?.requestSubmit();
});

// Whoever comes to a text to be copied finds all of it chosen.
document.addEventListener("focusin", ({ target }) => {
  if (target.matches("[data-copied]")) target.select();
});

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-prints]")) print();
});
