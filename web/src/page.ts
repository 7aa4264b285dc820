/** Finding things in the page. */

export const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
export const one = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

/** Tell whether somebody is typing: then no key does anything else. */
export function typing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === "checkbox") return false;
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export const shown = (element: HTMLElement): boolean => element.getClientRects().length > 0;
