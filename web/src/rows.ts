/** Moving through the rows of a list, or the changes of a comparison, one at a time. */

import { all, shown } from "./page";

const AT = "at";

/** Go to the next (1) or the previous (-1) of the elements that a selector names. */
export function move(selector: string, step: 1 | -1): void {
  const rows = all(selector).filter(shown);
  const now = rows.findIndex((row) => row.classList.contains(AT));
  const next = rows[Math.min(rows.length - 1, Math.max(0, now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step))];
  if (!next) return;
  rows[now]?.classList.remove(AT);
  next.classList.add(AT);
  next.scrollIntoView({ block: "center" });
  const link = next.querySelector<HTMLElement>("[data-open]") ?? next;
  link.focus({ preventScroll: true });
}

/** Click something in the row that is at hand; where no row is, or it has nothing of the kind, in the page. */
export function clickIn(selector: string): void {
  const row = document.querySelector(`.${AT}`);
  (row?.querySelector<HTMLElement>(selector) ?? all(selector).find(shown))?.click();
}
