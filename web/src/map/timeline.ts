/** The timeline: a bar is as long as the days that it may have been; dragging over it chooses a window of days. */

import { one } from "../page";
import { type Axis, type Bar, chooseAxis, layBars } from "./axis";
import { hideCard, showCard } from "./card";
import { readDay, ticks, words } from "./days";
import { draw } from "./draw";
import { groupBy } from "./sheet";
import type { Store } from "./store";

const LANE = 15; // pixels
const THICK = 10;
const HEAD = 40; // pixels that the axis takes
const TICK = 84; // pixels that a named day takes

export class Timeline {
  axis: Axis;
  private width = 1;
  private bars: Bar[] = [];

  constructor(
    private readonly store: Store,
    private readonly box: HTMLElement,
  ) {
    this.axis = this.choose();
    store.onChange(() => this.show());
    store.onPoint((lit) => this.light(lit));
    new ResizeObserver(() => this.show()).observe(box);
    box.addEventListener("pointerover", (event) => this.point(event));
    box.addEventListener("pointerleave", () => this.leave());
  }

  at(day: number): number {
    return ((day - this.axis.first) / (this.axis.end - this.axis.first)) * this.width;
  }

  dayAt(x: number): number {
    const share = Math.min(1, Math.max(0, x / this.width));
    return Math.min(this.axis.end - 1, Math.floor(this.axis.first + share * (this.axis.end - this.axis.first)));
  }

  barOf(target: EventTarget | null): Bar | undefined {
    const found = target instanceof Element ? target.closest("[data-bar]") : null;
    return found ? this.bars[Number(found.getAttribute("data-bar"))] : undefined;
  }

  show(): void {
    this.width = Math.max(1, this.box.clientWidth);
    this.axis = this.choose();
    const laid = layBars(this.store.shown().timed, this.axis, this.width);
    this.bars = laid.bars;
    const height = (Math.max(-1, ...this.bars.map((bar) => bar.lane)) + 2) * LANE;
    const bars = draw("svg", { class: "time-bars", width: this.width, height }, ...this.lines(0, height));
    for (const [number, bar] of this.bars.entries()) bars.append(this.bar(bar, number));
    bars.append(...this.window(height));
    this.box.replaceChildren(this.head(), bars);
    this.beyond("#time-earlier", laid.earlier, "earlier", "◂ ", "");
    this.beyond("#time-later", laid.later, "later", "", " ▸");
  }

  private choose(): Axis {
    const { since, until, allDays } = this.store.state;
    return chooseAxis(this.store.sheet, allDays, [since, until]);
  }

  private head(): SVGElement {
    const head = draw("svg", { class: "time-head", width: this.width, height: HEAD }, ...this.lines(20, HEAD));
    for (const tick of this.ticks())
      if (this.at(tick.day) + TICK / 2 < this.width)
        head.append(draw("text", { x: this.at(tick.day) + 3, y: 14 }, tick.words));
    for (const [day, names] of this.issues()) {
      const out = draw("text", { class: "out", x: this.at(day + 0.5), y: HEAD - 4, "text-anchor": "middle" }, "▲");
      out.append(draw("title", {}, `${words(day)}: ${names.join(", ")}`));
      head.append(out);
    }
    head.append(...this.window(HEAD, true));
    return head;
  }

  private ticks(): { day: number; words: string }[] {
    return ticks(this.axis.first, this.axis.end, Math.max(2, Math.floor(this.width / TICK)));
  }

  private issues(): [day: number, names: string[]][] {
    const told = [...groupBy(this.store.sheet.issues, (issue) => readDay(issue.day) ?? NaN)];
    const shown = told.filter(([day]) => day >= this.axis.first && day < this.axis.end);
    return shown.map(([day, issues]) => [day, issues.map((issue) => issue.name)]);
  }

  private lines(from: number, to: number): SVGElement[] {
    return this.ticks().map((tick) => draw("line", { x1: this.at(tick.day), x2: this.at(tick.day), y1: from, y2: to }));
  }

  private bar(bar: Bar, number: number): SVGElement {
    const y = bar.lane * LANE + 5;
    const sure = bar.start !== null && bar.start === bar.end;
    const outside = !this.inWindow(bar);
    const made = draw("g", {
      class: `time-bar${sure ? "" : " unsure"}${outside ? " outside" : ""}`,
      "data-bar": number,
    });
    made.append(draw("rect", { x: bar.x, y, width: bar.width, height: THICK, rx: 2 }));
    if (bar.start === null || bar.start < this.axis.first)
      made.append(draw("path", { class: "open", d: `M${bar.x + 9} ${y - 1}l-8 6l8 6z` }));
    if (bar.end === null || bar.end >= this.axis.end)
      made.append(draw("path", { class: "open", d: `M${bar.x + bar.width - 9} ${y - 1}l8 6l-8 6z` }));
    if (bar.claims.length > 1)
      made.append(draw("text", { x: bar.x + bar.width + 3, y: y + 9 }, String(bar.claims.length)));
    return made;
  }

  private inWindow(bar: Bar): boolean {
    const { since, until } = this.store.state;
    return (
      (since === null || bar.end === null || bar.end >= since) &&
      (until === null || bar.start === null || bar.start <= until)
    );
  }

  private window(height: number, grips = false): SVGElement[] {
    const { since, until } = this.store.state;
    if (since === null && until === null) return [];
    const left = since === null ? 0 : this.at(since);
    const right = until === null ? this.width : this.at(until + 1);
    const made = [
      draw("rect", { class: "time-window", x: left, y: grips ? 18 : 0, width: Math.max(2, right - left), height }),
    ];
    if (grips)
      for (const [side, x] of [
        ["since", left],
        ["until", right],
      ] as const)
        made.push(draw("rect", { class: "grip", "data-grip": side, x: x - 4, y: 20, width: 8, height: 18, rx: 3 }));
    return made;
  }

  private beyond(selector: string, many: number, name: string, before: string, after: string): void {
    const button = one(selector)!;
    button.hidden = !many;
    button.textContent = `${before}${many} ${name}${after}`;
  }

  private point(event: PointerEvent): void {
    if (event.buttons) return; // a window is being drawn
    const bar = this.barOf(event.target);
    if (!bar) return this.leave();
    this.store.point(bar.claims.map((claim) => claim.id));
    showCard(event.target as Element, bar.claims[0]!.when, bar.claims);
  }

  private leave(): void {
    this.store.point(null);
    hideCard();
  }

  private light(lit: ReadonlySet<string> | null): void {
    for (const element of this.box.querySelectorAll("[data-bar]")) {
      const bar = this.barOf(element);
      const on = bar?.claims.some((claim) => lit?.has(claim.id)) ?? false;
      element.classList.toggle("lit", on);
      element.classList.toggle("dim", lit !== null && !on);
    }
  }
}
