/** Linked brushing: what is pointed at on the map is told apart on the timeline, and the other way round; in the
 * lineage, the edges of the report that is pointed at. */

import { all } from "./page";

const claimsOf = (element: Element): string[] => (element.getAttribute("data-claims") ?? "").split(" ");

function point(on: EventTarget | null, leave: boolean): void {
  if (!(on instanceof Element)) return;
  const pin = on.closest("[data-claims]");
  const row = on.closest("[data-claim]");
  const node = on.closest("[data-node]");
  if (pin) {
    const wanted = new Set(claimsOf(pin));
    for (const each of all("[data-claim]")) each.classList.toggle("dim", !leave && !wanted.has(each.dataset["claim"] ?? ""));
  } else if (row) {
    const claim = row.getAttribute("data-claim") ?? "";
    for (const each of document.querySelectorAll("[data-claims]"))
      each.classList.toggle("dim", !leave && !claimsOf(each).includes(claim));
  } else if (node) {
    const id = node.getAttribute("data-node");
    for (const edge of document.querySelectorAll("[data-from]"))
      edge.classList.toggle("on", !leave && (edge.getAttribute("data-from") === id || edge.getAttribute("data-to") === id));
  }
}

export function start(): void {
  for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => point(event.target, false));
  for (const name of ["pointerout", "focusout"]) document.addEventListener(name, (event) => point(event.target, true));
}
