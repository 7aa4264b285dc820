/** The list beside the map, which names every mark, and the trays of what cannot be shown. */

import { all, one } from "../page";
import { isBroad } from "./cluster";
import { period, words } from "./days";
import { count, make, mark } from "./draw";
import { basisOf, type Claim, type Missing } from "./sheet";
import type { State } from "./state";
import type { Store } from "./store";
import { symbolOf } from "./symbol";

declare const htmx: { process(element: Element): void } | undefined;

const AT_ONCE = 120; // rows
const link = (path: string, id: string): string => {
  const asOf = new URLSearchParams(location.search).get("as_of");
  return `${path}?id=${encodeURIComponent(id)}${asOf ? `&as_of=${encodeURIComponent(asOf)}` : ""}`;
};

export function startList(store: Store): void {
  const list = one("#marks-list")!;
  store.onChange(() => show(store, list));
  store.onPoint((lit) => {
    for (const row of all("#marks-list [data-of]"))
      row.classList.toggle("lit", lit?.has(row.dataset["of"] ?? "") ?? false);
  });
  const idOf = (event: Event): string | undefined =>
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-of]")?.dataset["of"] : undefined;
  for (const name of ["pointerover", "focusin"])
    list.addEventListener(name, (event) => {
      const id = idOf(event);
      store.point(id ? [id] : null);
    });
  for (const name of ["pointerleave", "focusout"]) list.addEventListener(name, () => store.point(null));
  list.addEventListener("click", (event) => {
    const id = idOf(event);
    if (!id || !(event.target instanceof Element) || event.target.closest("a")) return;
    store.set({ claim: store.state.claim === id ? "" : id });
    one(`#marks-list [data-of="${CSS.escape(id)}"] [data-show]`)?.focus({ preventScroll: true });
  });
}

function show(store: Store, list: HTMLElement): void {
  const shown = store.shown();
  tray("#nowhere", shown.nowhere, (claim) => claim.unplaced);
  tray("#never", shown.never, (claim) => claim.undated);
  say(store, shown.listed.length);
  const told = JSON.stringify([store.state.claim, shown.listed.map((claim) => claim.id)]);
  if (told === list.dataset["told"]) return; // what is focused or pointed at stays
  list.dataset["told"] = told;
  const rows = shown.listed.slice(0, AT_ONCE).map((claim) => row(store, claim));
  if (shown.listed.length > AT_ONCE)
    rows.push(
      make("li", { class: "soft" }, `${count(shown.listed.length - AT_ONCE, "more claim")}: ask for less at once.`),
    );
  if (!rows.length)
    rows.push(make("li", { class: "none" }, "Nothing is told of this. Take a filter away, or widen the window."));
  list.replaceChildren(...rows);
  if (typeof htmx !== "undefined") htmx.process(list);
}

function row(store: Store, claim: Claim): HTMLElement {
  const selected = store.state.claim === claim.id;
  const names = [...new Set(claim.places.map((key) => store.places.get(key)?.name ?? ""))].join(", ");
  const facts = [names || "no place", claim.when || "no date", origins(claim)];
  const by = make("p", { class: "by" }, facts.join(" · "));
  if (claim.opposed) by.append(" ", make("span", { class: "tag bad" }, "contradicted"));
  const picture = make(
    "span",
    { class: "row-mark" },
    mark(basisOf(claim), {
      rings: claim.origins > 1,
      opposed: claim.opposed,
      soft: claim.places.length > 0 && claim.places.every((key) => isBroad(store.places.get(key)!)),
    }),
  );
  if (claim.symbol) picture.append(symbolOf(claim.symbol));
  const acts = make("p", { class: "row-acts" });
  if (claim.places.length || claim.start || claim.end)
    acts.append(
      make(
        "button",
        { class: "quiet", "data-show": "", type: "button", "aria-pressed": String(selected) },
        selected ? "Let go" : "Show",
      ),
      " ",
    );
  const evidence = {
    class: "ev",
    "data-evidence": "",
    href: link("/claim", claim.id),
    "hx-get": link("/evidence", claim.id),
    "hx-target": "#drawer",
  };
  acts.append(make("a", evidence, "Evidence"));
  const open = make("a", { "data-open": "", href: link("/claim", claim.id), dir: "auto" }, claim.summary);
  const what = make("div", {}, make("p", { class: "row-what" }, open), by, acts);
  return make("li", { "data-row": "", "data-of": claim.id, class: selected ? "selected" : "" }, picture, what);
}

function origins(claim: Claim): string {
  const more = claim.origins_possible > claim.origins ? `–${claim.origins_possible}` : "";
  return `${claim.origins}${more} ${claim.origins === 1 && !more ? "origin" : "origins"}`;
}

function tray(selector: string, claims: Claim[], why: (claim: Claim) => Missing | null): void {
  const box = one(selector)!;
  box.hidden = !claims.length;
  box.querySelector("summary .soft")!.textContent = count(claims.length, "claim");
  const rows = claims.slice(0, AT_ONCE).map((claim) => {
    const told = why(claim);
    const reason = make("p", { class: "soft" });
    if (told?.words) reason.append("“", make("bdi", {}, told.words), "” ");
    reason.append(told?.reason ?? "");
    return make("li", {}, make("a", { href: link("/claim", claim.id), dir: "auto" }, claim.summary), reason);
  });
  if (claims.length > AT_ONCE) rows.push(make("li", { class: "soft" }, `and ${claims.length - AT_ONCE} more`));
  box.querySelector("ul")!.replaceChildren(...rows);
}

/** Say how much is shown, and what narrows it, each with a way to let it go. */
function say(store: Store, listed: number): void {
  const { state } = store;
  const parts: [string, Partial<State>][] = [];
  if (state.since !== null || state.until !== null)
    parts.push([
      state.since !== null && state.until !== null
        ? period(state.since, state.until)
        : state.since !== null
          ? `from ${words(state.since)}`
          : `to ${words(state.until!)}`,
      { since: null, until: null },
    ]);
  if (state.box) parts.push(["in the box", { box: null }]);
  if (state.inView && store.view) parts.push(["in view", { inView: false }]);
  if (state.place) parts.push([state.place, { place: "" }]);
  one("#map-said")!.textContent =
    `${listed.toLocaleString("en")} of ${count(store.sheet.total, "claim")}${parts.length ? `, ${parts.map(([name]) => name).join(", ")}` : ""}`;
  const chips = parts.map(([name, without]) => {
    const chip = make(
      "button",
      { type: "button", class: "chip", "aria-label": `Let go of: ${name}` },
      name,
      make("span", { "aria-hidden": "true" }, " ✕"),
    );
    chip.onclick = () => store.set(without);
    return chip;
  });
  one("#chips")!.replaceChildren(...chips);
}
