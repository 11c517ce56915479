// Lets a file be dropped on the box; without it the file field does the same.
"use strict";
document.querySelectorAll("form.drop").forEach((form) => {
  const file = form.querySelector("input[type=file]");
  const lit = (on) => form.classList.toggle("over", on);
  form.addEventListener("dragover", (event) => { event.preventDefault(); lit(true); });
  form.addEventListener("dragleave", () => lit(false));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) { lit(false); return; }
    event.preventDefault();
    file.files = event.dataTransfer.files;
    lit(false);
    form.requestSubmit();
  });
});
