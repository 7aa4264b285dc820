/** Where nothing can be drawn that moves, the map of the server stands in its place, and the rest works on. */

import { all, one } from "../page";
import type { Store } from "./store";

export function standStill(store: Store, stage: HTMLElement): void {
  for (const drawn of all("#drawn svg.map")) stage.append(drawn);
  stage.classList.add("still");
  one("#still")!.hidden = false;
  for (const tool of all("[data-moves]")) tool.hidden = true;
  const pins = [...stage.querySelectorAll("[data-claims]")];
  const claimsOf = (pin: Element): string[] => (pin.getAttribute("data-claims") ?? "").trim().split(" ");
  for (const pin of pins)
    pin.addEventListener("click", (event) => {
      event.preventDefault();
      const name = store.places.get(pin.getAttribute("href")?.slice(1) ?? "")?.name ?? "";
      store.set({ place: store.state.place === name ? "" : name });
    });
  for (const pin of pins) {
    pin.addEventListener("pointerenter", () => store.point(claimsOf(pin)));
    pin.addEventListener("pointerleave", () => store.point(null));
  }
  store.onChange(() => {
    const shown = new Set(store.shown().placed.map((claim) => claim.id));
    for (const pin of pins) pin.classList.toggle("gone", !claimsOf(pin).some((id) => shown.has(id)));
  });
  store.onPoint((lit) => {
    for (const pin of pins) pin.classList.toggle("dim", lit !== null && !claimsOf(pin).some((id) => lit.has(id)));
  });
}
