// A person's browser presses the button itself; what only looks ahead at links does not get here.

document.querySelector("[data-signin]")?.requestSubmit();
