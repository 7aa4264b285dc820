/** Rows that are selected: how many they are, and which acts so many allow. */

import { all, one } from "./page";

export function start(): void {
  document.addEventListener("change", (event) => {
    if (event.target instanceof Element && event.target.matches("[data-pick]")) count();
  });
  document.addEventListener("reset", () => window.setTimeout(count)); // once the boxes are empty
  document.addEventListener("htmx:afterSettle", count);
}

function count(): void {
  const picked = all("[data-pick]:checked").length;
  const said = one("[data-picked]");
  const merge = one("[data-merge]") as HTMLButtonElement | null;
  if (said) said.textContent = `${picked} selected`;
  if (merge) merge.disabled = picked < 2;
}
