/** The drawer that shows the words behind a claim beside whatever page asks, and the line that says what was done. */

import { one } from "./page";
import { position, stay } from "./rows";

let before: HTMLElement | null = null;

declare const htmx: {
  ajax(verb: string, path: string, options: { target: string; select: string; swap: string }): Promise<void>;
};

export function close(): void {
  const drawer = one("#drawer");
  if (!drawer?.firstChild) return;
  drawer.replaceChildren();
  before?.focus();
}

export function start(): void {
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-close]")) {
      event.preventDefault();
      close();
    }
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target instanceof HTMLElement && event.target.getAttribute("hx-target") === "#drawer") before = event.target;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const drawer = one("#drawer");
    if (event.target !== drawer || !drawer) return;
    drawer.tabIndex = -1;
    drawer.scrollTop = 0;
    drawer.focus();
  });
  // What is refused is told in the line at the foot, whatever part of the page asked.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const detail = (event as CustomEvent<{ xhr: XMLHttpRequest; shouldSwap: boolean; target: Element | null }>).detail;
    if (detail.xhr.status < 400) return;
    detail.shouldSwap = true;
    detail.target = one("#said");
  });
  // A judgement changes numbers all over the page: it is shown anew, and the line at the foot stays.
  document.addEventListener("judged", () => {
    close();
    const at = position();
    void htmx.ajax("GET", location.href, { target: "#main", select: "#main", swap: "outerHTML" }).then(() => stay(at));
  });
}
