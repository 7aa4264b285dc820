/** The card that names what is pointed at; the list says the same to those who do not point. */

import { one } from "../page";
import { make, mark } from "./draw";
import { basisOf, type Claim } from "./sheet";

const MOST = 4;

export function showCard(at: Element, head: string, claims: readonly Claim[]): void {
  const card = one("#card");
  if (!card) return;
  const rows = claims
    .slice(0, MOST)
    .map((claim) => make("li", {}, mark(basisOf(claim)), make("span", { dir: "auto" }, claim.summary)));
  if (claims.length > MOST) rows.push(make("li", { class: "soft" }, `and ${claims.length - MOST} more`));
  card.replaceChildren(make("b", { dir: "auto" }, head), make("ul", {}, ...rows));
  card.hidden = false;
  const box = at.getBoundingClientRect();
  const room = card.getBoundingClientRect();
  const left = Math.min(
    Math.max(8, box.left + box.width / 2 - room.width / 2),
    document.documentElement.clientWidth - room.width - 8,
  );
  const above = box.top - room.height - 8;
  card.style.left = `${left}px`;
  card.style.top = `${above > 8 ? above : box.bottom + 8}px`;
}

export function hideCard(): void {
  const card = one("#card");
  if (card) card.hidden = true;
}
