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

/** Tell which row is at hand, counted from the top; -1 where none is. */
export const position = (): number => all("[data-row]").filter(shown).findIndex((row) => row.classList.contains(AT));

/** Take the row that now stands where the one at hand stood before the list was drawn anew. */
export function stay(at: number): void {
  const rows = all("[data-row]").filter(shown);
  const row = at < 0 ? undefined : rows[Math.min(at, rows.length - 1)];
  row?.classList.add(AT);
  (row?.querySelector<HTMLElement>("[data-open]") ?? row)?.focus({ preventScroll: true });
}
