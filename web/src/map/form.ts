/** The filters above the map, which also work as a plain form. */

import { all, one } from "../page";
import { readDay, writeDay } from "./days";
import type { Store } from "./store";

const field = (name: string): HTMLInputElement | HTMLSelectElement =>
  one(`#map-filters [name="${name}"]`) as HTMLInputElement;

export function startForm(store: Store): void {
  const form = one("#map-filters")!;
  const bases = all("#map-filters [name=basis]") as HTMLInputElement[];
  one("[data-submit]")!.hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () =>
    store.set({
      type: field("type").value,
      origins: Number(field("origins").value) || 0,
      opposed: field("opposed").value,
      since: readDay(field("since").value),
      until: readDay(field("until").value),
      basis: bases.filter((each) => each.checked).map((each) => each.value),
    }),
  );
  store.onChange(() => {
    const { type, origins, opposed, since, until, basis } = store.state;
    field("type").value = type;
    field("origins").value = origins ? String(origins) : "";
    field("opposed").value = opposed;
    field("since").value = since === null ? "" : writeDay(since);
    field("until").value = until === null ? "" : writeDay(until);
    for (const each of bases) each.checked = basis.includes(each.value);
    keepMoment();
  });
}

/** The form that moves the page to another moment keeps what is looked at now. */
function keepMoment(): void {
  const form = one("form.asof");
  if (!form) return;
  for (const old of form.querySelectorAll("input[type=hidden]")) old.remove();
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name === "as_of") continue;
    const kept = document.createElement("input");
    Object.assign(kept, { type: "hidden", name, value });
    form.append(kept);
  }
}
