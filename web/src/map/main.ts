/** Map and time: one screen whose map, timeline and list show the same claims. Without it, the page of the server stays. */

import { one } from "../page";
import { startAsking } from "./ask";
import { startBox } from "./box";
import { pixelsPerKm } from "./circle";
import { nearOnes } from "./cluster";
import { count, make } from "./draw";
import { startForm } from "./form";
import { canDraw, type Ground, makeGround } from "./ground";
import { startList } from "./list";
import { Marks } from "./marks";
import { type Place, readSheet } from "./sheet";
import { standStill } from "./still";
import { Store } from "./store";
import { Timeline } from "./timeline";
import { startBrush, startPlay, step } from "./window";

const SCALE = 110; // pixels that it takes at most
const BEYOND = 6; // places that are named beside the map
let ground: Ground | null = null;

async function start(): Promise<void> {
  const live = one("#live");
  if (!live || live.dataset["on"]) return;
  live.dataset["on"] = "yes";
  ground?.remove();
  ground = null;
  const store = new Store(await readSheet(live.dataset["sheet"] ?? ""));
  live.hidden = false;
  startForm(store);
  startList(store);
  const time = one("#time")!;
  const timeline = new Timeline(store, time);
  startBrush(store, timeline, time);
  startPlay(store, timeline);
  startTools(store, timeline);
  startAsking(store, live);
  const stage = one("#stage")!;
  try {
    if (!canDraw()) throw new Error("no WebGL");
    ground = await makeGround(stage, live.dataset["outlines"] ?? "", store.state.at);
    startMap(store, ground, stage);
  } catch {
    stage.replaceChildren();
    standStill(store, stage);
  }
  one("#drawn")!.hidden = true;
  store.set({});
  live.dataset["ready"] = "yes";
}

function startMap(store: Store, map: Ground, stage: HTMLElement): void {
  new Marks(store, map, one("#marks")!);
  startBox(store, map, stage);
  const placed = (): Place[] => {
    const keys = new Set(store.shown().placed.flatMap((claim) => claim.places));
    return store.sheet.places.filter((place) => keys.has(place.key));
  };
  let known = "";
  let selected = "";
  store.onChange(() => {
    const places = placed();
    const told = places.map((place) => place.key).join(" ");
    if (told !== known) map.reach(places);
    known = told;
    const inView = one("[data-in-view]") as HTMLInputElement;
    inView.checked = store.state.inView;
    const claim = store.claims.get(store.state.claim);
    if (claim && claim.id !== selected && !claim.places.some((key) => shows(map, store.places.get(key))))
      map.fit(claim.places.map((key) => store.places.get(key)!));
    selected = claim?.id ?? "";
    tellBeyond(map, places);
    tellScale(map);
  });
  map.onRest(() => {
    store.view = map.view();
    store.set({ at: map.at() });
  });
  one("[data-fit]")!.onclick = () => map.fit(placed().length ? placed() : store.sheet.places);
  one("[data-nearer]")!.onclick = () => map.zoomBy(1);
  one("[data-farther]")!.onclick = () => map.zoomBy(-1);
  one("[data-in-view]")!.onchange = (event) => store.set({ inView: (event.target as HTMLInputElement).checked });
  store.view = map.view();
  const told = placed();
  if (!store.state.at) map.fit(nearOnes(told.length ? told : store.sheet.places));
}

/** Name the places that the map does not show at the moment, each with a way to go there. */
function tellBeyond(map: Ground, places: readonly Place[]): void {
  const beyond = places.filter((place) => !shows(map, place));
  const names = [...new Map(beyond.map((place) => [place.name, place])).values()];
  const buttons = names.slice(0, BEYOND).map((place) => {
    const button = make("button", { type: "button", class: "quiet", dir: "auto" }, place.name);
    button.onclick = () => map.fit([place]);
    return button;
  });
  const line = one("#beyond")!;
  line.replaceChildren(
    "Beyond the map: ",
    ...buttons,
    names.length > BEYOND ? `and ${count(names.length - BEYOND, "more place")}` : "",
  );
  line.hidden = !names.length;
}

/** Tell how long a round distance is in the middle of the map. */
function tellScale(map: Ground): void {
  const line = one("#scale")!;
  const [, lat, zoom] = map.at();
  const each = pixelsPerKm(lat, zoom);
  const km = [1000, 500, 200, 100, 50, 20, 10, 5, 2].find((round) => round * each < SCALE) ?? 1;
  line.textContent = `${km} km`;
  line.style.width = `${km * each}px`;
}

function shows(map: Ground, place: Place | undefined): boolean {
  const [west, south, east, north] = map.view();
  return place !== undefined && west <= place.lon && place.lon <= east && south <= place.lat && place.lat <= north;
}

function startTools(store: Store, timeline: Timeline): void {
  one("[data-time-back]")!.onclick = () => void step(store, timeline, -1);
  one("[data-time-on]")!.onclick = () => void step(store, timeline, 1);
  const days = one("[data-all-days]")!;
  days.onclick = () => store.set({ allDays: !store.state.allDays });
  for (const selector of ["#time-earlier", "#time-later"]) one(selector)!.onclick = () => store.set({ allDays: true });
  store.onChange(() => days.setAttribute("aria-pressed", String(store.state.allDays)));
}

void start().catch(() => one("#live")?.setAttribute("hidden", ""));
// After a judgement the page is drawn anew, and so is this.
document.addEventListener("htmx:afterSettle", () => void start());
