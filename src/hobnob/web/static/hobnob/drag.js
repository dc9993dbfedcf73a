// A person dragged onto a list's name joins it; dragged onto "Take off", they are asked about.

const row = () => document.querySelector(".is-dragged");
const target = (event) => event.target.closest?.("[data-drop]");

// Whatever the rail shows, every list comes into view; the page, and who is dragged, stay in place.
function showLists() {
  const lists = document.getElementById("rail-lists");
  const rail = lists.closest(".rail");
  const [inner, outer] = [lists, rail].map((each) => each.getBoundingClientRect());
  const up = Math.floor(inner.top - outer.top);
  const down = Math.ceil(inner.bottom - outer.bottom);
  rail.scrollTop += Math.min(up, Math.max(0, down));
}

function press(form, name, value) {
  const button = document.createElement("button");
  button.hidden = true;
  button.name = name;
  button.value = value;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
}

document.addEventListener("dragstart", (event) => {
  const dragged = event.target.closest?.("[data-row][draggable]");
  if (!dragged) return;
  event.dataTransfer.setData("text/plain", dragged.querySelector(".name").textContent);
  event.dataTransfer.effectAllowed = "move";
  dragged.classList.add("is-dragged");
  document.body.classList.add("is-dragging");
  showLists();
});

document.addEventListener("dragover", (event) => {
  if (!row()) return;
  document.querySelector("[data-drop].is-target")?.classList.remove("is-target");
  if (!target(event)) return;
  event.preventDefault();
  target(event).classList.add("is-target");
});

document.addEventListener("drop", (event) => {
  const [dragged, onto] = [row(), target(event)];
  if (!dragged || !onto) return;
  event.preventDefault();
  const decide = dragged.querySelector('form[action$="/decide/"]');
  if (onto.dataset.drop) press(decide, "promote", onto.dataset.drop);
  else dragged.querySelector("summary[data-key=x]")?.click();
});

document.addEventListener("dragend", () => {
  row()?.classList.remove("is-dragged");
  document.body.classList.remove("is-dragging");
  document.querySelector("[data-drop].is-target")?.classList.remove("is-target");
});
