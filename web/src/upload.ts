/** Dropping files: they go where choosing them would have put them. */

import { one } from "./page";

export function start(): void {
  const zone = one("[data-drop]") as HTMLFormElement | null;
  const input = zone?.querySelector<HTMLInputElement>("input[type=file]");
  if (!zone || !input) return;
  const told = zone.querySelector<HTMLOutputElement>("[data-chosen]");
  input.addEventListener("change", () => {
    const names = [...(input.files ?? [])].map((file) => file.name);
    if (told) told.value = names.length > 3 ? `${names.length} files` : names.join(", ");
  });
  for (const name of ["dragover", "dragenter"])
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    zone.requestSubmit();
  });
}
