/** Copying what a button carries, and saying so in the line at the foot. */

import { all, one } from "./page";

export function start(): void {
  reveal();
  document.addEventListener("htmx:afterSettle", reveal);
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (!button) return;
    const said = one("#said");
    void navigator.clipboard.writeText(button.dataset["copy"] ?? "").then(
      () => said && (said.textContent = "Copied."),
      () => said && (said.textContent = "The browser did not let it be copied."),
    );
  });
}

/** Show the buttons where the browser lets pages copy: on this machine, or over HTTPS. */
function reveal(): void {
  if (!navigator.clipboard) return;
  for (const button of all("[data-copy]")) button.hidden = false;
}
