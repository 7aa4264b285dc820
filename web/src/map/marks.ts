/** The marks on the map: shaped by basis, hollow where the place is not exact, ringed where origins are several. */

import { hideCard, showCard } from "./card";
import { type Cluster, byBasis, gather, halfWidth, SHAPES } from "./cluster";
import { count, make, mark } from "./draw";
import type { Ground } from "./ground";
import type { Claim } from "./sheet";
import type { Store } from "./store";
import { symbolOf } from "./symbol";

const SYMBOLS = 2;
const SYMBOL = 40; // pixels that one takes
const LETTER = 8; // pixels, about
const CLOSE = 8.5; // zoom from which on nothing is gained by going nearer

interface Drawn {
  cluster: Cluster;
  element: HTMLElement;
}

export class Marks {
  private drawn: Drawn[] = [];

  constructor(
    private readonly store: Store,
    private readonly ground: Ground,
    private readonly layer: HTMLElement,
  ) {
    store.onChange(() => this.show());
    store.onPoint((lit) => this.light(lit));
    ground.onMove(() => this.move());
    ground.onRest(() => this.show());
  }

  show(): void {
    const clusters = gather(this.store.shown().placed, this.store.places, this.ground.zoom(), (place) =>
      this.ground.project(place),
    );
    this.drawn = clusters.map((cluster) => ({ cluster, element: this.draw(cluster) }));
    this.layer.replaceChildren(...this.drawn.map((each) => each.element));
    this.name(clusters);
    this.move();
  }

  private move(): void {
    for (const { cluster, element } of this.drawn) {
      const { x, y } = this.ground.project(cluster.places[0]!);
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
  }

  private draw(cluster: Cluster): HTMLElement {
    const shapes = byBasis(cluster.claims);
    const row = make("div", { class: "shapes" });
    for (const [basis, claims] of shapes.slice(0, SHAPES))
      row.append(
        mark(basis, {
          many: claims.length,
          rings: claims.some((each) => each.origins > 1),
          soft: cluster.soft,
          opposed: claims.some((each) => each.opposed),
        }),
      );
    if (shapes.length > SHAPES) row.append(make("span", { class: "more" }, `+${shapes.length - SHAPES}`));
    const selected = cluster.claims.some((claim) => claim.id === this.store.state.claim);
    const made = make("div", { class: `cluster${selected ? " selected" : ""}` }, row);
    const symbols = symbolsOf(cluster.claims).slice(0, SYMBOLS);
    if (symbols.length) made.prepend(make("div", { class: "symbols" }, ...symbols.map(symbolOf)));
    made.onpointerenter = () => {
      this.store.point(cluster.claims.map((claim) => claim.id));
      showCard(row, `${title(cluster)}: ${count(cluster.claims.length, "claim")}`, cluster.claims);
    };
    made.onpointerleave = () => {
      this.store.point(null);
      hideCard();
    };
    made.onclick = () => this.choose(cluster);
    return made;
  }

  /** Go nearer to places that stand as one; the list shows those of a place that stands alone. */
  private choose(cluster: Cluster): void {
    hideCard();
    const names = new Set(cluster.places.map((place) => place.name));
    if (names.size > 1 && this.ground.zoom() < CLOSE) return this.ground.fit(cluster.places);
    const name = cluster.places[0]!.name;
    this.store.set({ place: this.store.state.place === name ? "" : name });
  }

  private light(lit: ReadonlySet<string> | null): void {
    for (const { cluster, element } of this.drawn) {
      const on = lit !== null && cluster.claims.some((claim) => lit.has(claim.id));
      element.classList.toggle("lit", on);
      element.classList.toggle("dim", lit !== null && !on);
    }
    const keys = [...(lit ?? [])].flatMap((id) => this.store.claims.get(id)?.places ?? []);
    this.ground.light(new Set(keys));
  }

  /** Write names where they cover no mark and no other name. */
  private name(clusters: readonly Cluster[]): void {
    const taken: Room[] = clusters.map(({ x, y, claims }) => {
      const half = halfWidth(claims);
      return { left: x - half, right: x + half, top: y - 14, bottom: y + 14 };
    });
    for (const { x, y, claims } of clusters) {
      const half = (Math.min(SYMBOLS, symbolsOf(claims).length) * SYMBOL) / 2;
      if (half) taken.push({ left: x - half, right: x + half, top: y - 14 - SYMBOL, bottom: y - 14 });
    }
    for (const [number, { cluster, element }] of this.drawn.entries()) {
      const words = title(cluster);
      const box = taken[number]!;
      const wide = words.length * LETTER;
      const spots = [
        { side: "right", left: box.right + 2, right: box.right + 2 + wide, top: cluster.y - 9, bottom: cluster.y + 9 },
        {
          side: "below",
          left: cluster.x - wide / 2,
          right: cluster.x + wide / 2,
          top: box.bottom,
          bottom: box.bottom + 18,
        },
        { side: "left", left: box.left - 2 - wide, right: box.left - 2, top: cluster.y - 9, bottom: cluster.y + 9 },
      ];
      const free = spots.find(
        (spot) => spot.right < this.layer.clientWidth && spot.left > 0 && !taken.some((other) => meets(spot, other)),
      );
      if (!free) continue;
      taken.push(free);
      const name = make("span", { class: `place-name ${free.side}`, dir: "auto" }, words);
      if (free.side === "right") name.style.left = `${free.left - cluster.x}px`;
      if (free.side === "left") name.style.right = `${cluster.x - free.right}px`;
      element.append(name);
    }
  }
}

interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const meets = (a: Room, b: Room): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function title(cluster: Cluster): string {
  const names = [...new Set(cluster.places.map((place) => place.name))];
  return names.length > 1 ? `${names[0]} +${names.length - 1}` : names[0]!;
}

function symbolsOf(claims: readonly Claim[]): { code: string; name: string }[] {
  return [
    ...new Map(claims.flatMap((claim) => (claim.symbol ? [[claim.symbol.code, claim.symbol] as const] : []))).values(),
  ];
}
