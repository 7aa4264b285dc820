/** Choosing a window of days: by dragging, by buttons and keys, and by letting it run. */

import { one } from "../page";
import type { Bar } from "./axis";
import type { Store } from "./store";
import type { Timeline } from "./timeline";

const NEAR = 4; // pixels that a click may move
const BEAT_MS = 700; // between two steps while it runs
const CALM_MS = 1500; // where less motion is asked for

type Drag = {
  bar: Bar | undefined;
  from: number;
  grip: string | null;
  moves: boolean;
  x: number;
  began: boolean;
  since: number;
  until: number;
};

export function startBrush(store: Store, timeline: Timeline, box: HTMLElement): void {
  let drag: Drag | null = null;
  const xOf = (event: PointerEvent): number => event.clientX - box.getBoundingClientRect().left;
  box.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const target = event.target as Element;
    const { since, until } = store.state;
    const grip = target.getAttribute("data-grip");
    box.setPointerCapture(event.pointerId);
    drag = {
      bar: timeline.barOf(event.target),
      from: timeline.dayAt(xOf(event)),
      grip,
      moves: !grip && target.classList.contains("time-window") && target.closest(".time-head") !== null,
      x: xOf(event),
      began: false,
      since: since ?? timeline.axis.first,
      until: until ?? timeline.axis.end - 1,
    };
    event.preventDefault(); // no text is selected
  });
  window.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!drag.began && Math.abs(xOf(event) - drag.x) < NEAR) return;
    drag.began = true;
    const day = timeline.dayAt(xOf(event));
    if (drag.moves) store.set({ since: drag.since + day - drag.from, until: drag.until + day - drag.from });
    else if (drag.grip === "since") store.set({ since: Math.min(day, drag.until), until: drag.until });
    else if (drag.grip === "until") store.set({ since: drag.since, until: Math.max(day, drag.since) });
    else store.set({ since: Math.min(day, drag.from), until: Math.max(day, drag.from) });
  });
  window.addEventListener("pointerup", () => {
    if (!drag) return;
    const { bar } = drag;
    if (!drag.began && bar) store.set({ since: bar.start, until: bar.end });
    else if (!drag.began && !drag.grip) store.set({ since: null, until: null });
    drag = null;
  });
  window.addEventListener("pointercancel", () => (drag = null));
}

/** Move the window by its step; where there is none, put one at the end that is moved from. */
export function step(store: Store, timeline: Timeline, way: 1 | -1): boolean {
  const { first, end } = timeline.axis;
  const { since, until } = store.state;
  if (since === null && until === null) {
    const long = Math.max(1, Math.round((end - first) / 8));
    const start = way > 0 ? first : end - long;
    store.set({ since: start, until: start + long - 1 });
    return true;
  }
  const [from, to] = [since ?? first, until ?? end - 1];
  const by = way * Math.max(1, Math.round((to - from) / 4));
  const next = { since: from + by, until: to + by };
  if (next.since >= end || next.until < first) return false;
  store.set(next);
  return true;
}

export function startPlay(store: Store, timeline: Timeline): void {
  const button = one("[data-play]")!;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let timer = 0;
  const stop = (): void => {
    window.clearInterval(timer);
    timer = 0;
    button.setAttribute("aria-pressed", "false");
    button.lastElementChild!.textContent = "Play";
  };
  const beat = (): void => {
    if (!button.isConnected || !step(store, timeline, 1)) stop();
  };
  button.onclick = () => {
    if (timer) return stop();
    button.setAttribute("aria-pressed", "true");
    button.lastElementChild!.textContent = "Stop";
    beat();
    timer = window.setInterval(beat, calm.matches ? CALM_MS : BEAT_MS);
  };
}
