/** Drawing a box on the map: the list then has what lies in it. */

import { one } from "../page";
import type { Ground } from "./ground";
import type { Store } from "./store";

export function startBox(store: Store, ground: Ground, stage: HTMLElement): void {
  const cover = one("#cover")!;
  const frame = one("#frame")!;
  const button = one("[data-box]")!;
  let from: { x: number; y: number } | null = null;
  const arm = (on: boolean): void => {
    button.setAttribute("aria-pressed", String(on));
    cover.hidden = !on;
  };
  const here = (event: PointerEvent): { x: number; y: number } => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const place = (a: { x: number; y: number }, b: { x: number; y: number }): void => {
    frame.hidden = false;
    Object.assign(frame.style, {
      left: `${Math.min(a.x, b.x)}px`,
      top: `${Math.min(a.y, b.y)}px`,
      width: `${Math.abs(a.x - b.x)}px`,
      height: `${Math.abs(a.y - b.y)}px`,
    });
  };
  const show = (): void => {
    const { box } = store.state;
    frame.hidden = !box;
    if (box) place(ground.project({ lon: box[0], lat: box[3] }), ground.project({ lon: box[2], lat: box[1] }));
  };
  button.onclick = () => arm(cover.hidden === true);
  window.addEventListener("keydown", (event) => event.key === "Escape" && arm(false));
  // With Shift held, a drag draws a box without the button.
  stage.addEventListener("pointerdown", (event) => event.shiftKey && begin(event), { capture: true });
  cover.addEventListener("pointerdown", (event) => begin(event));
  const begin = (event: PointerEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    from = here(event);
    place(from, from);
  };
  window.addEventListener("pointermove", (event) => from && place(from, here(event)));
  window.addEventListener("pointerup", (event) => {
    if (!from) return;
    const [a, to] = [from, here(event)];
    from = null;
    arm(false);
    if (Math.hypot(a.x - to.x, a.y - to.y) < 6) return show();
    const low = ground.corner(Math.min(a.x, to.x), Math.max(a.y, to.y));
    const high = ground.corner(Math.max(a.x, to.x), Math.min(a.y, to.y));
    store.set({ box: [low.lon, low.lat, high.lon, high.lat] });
  });
  store.onChange(show);
  ground.onMove(show);
}
