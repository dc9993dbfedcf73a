// A file dropped anywhere on the page is the one that is chosen.

const form = document.querySelector("[data-drop-file]");
const field = form.querySelector(".drop");

const holdsFile = (event) => event.dataTransfer?.types.includes("Files");

document.addEventListener("dragover", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  field.classList.add("is-target");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) field.classList.remove("is-target");
});
document.addEventListener("drop", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  field.classList.remove("is-target");
  form.elements.archive.files = event.dataTransfer.files;
});
