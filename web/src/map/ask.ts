/** Where the server holds more claims than it sends at once, it is asked anew for those that are wanted. */

import { writeDay } from "./days";
import type { Store } from "./store";

declare const htmx: {
  ajax(verb: string, path: string, options: { target: string; select: string; swap: string }): Promise<void>;
};

const WAIT_MS = 500; // after the last change

/** Draw the page anew, from its address, once what the server chooses claims by has changed. */
export function startAsking(store: Store, live: HTMLElement): void {
  if (live.dataset["cut"] === undefined) return;
  const asked = wanted(store);
  let timer = 0;
  store.onChange(() => {
    window.clearTimeout(timer);
    if (wanted(store) === asked) return;
    const again = (): void =>
      void htmx.ajax("GET", location.href, { target: "#main", select: "#main", swap: "outerHTML" });
    timer = window.setTimeout(() => live.isConnected && again(), WAIT_MS);
  });
}

function wanted(store: Store): string {
  const { type, origins, opposed, place, since, until, box } = store.state;
  const days = [since, until].map((day) => (day === null ? null : writeDay(day)));
  return JSON.stringify([type, origins, opposed, place, days, box?.map((degrees) => degrees.toFixed(3))]);
}
