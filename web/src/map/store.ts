/** One place that knows what is looked at; map, timeline and list ask it and are told when it changes. */

import { readDay } from "./days";
import { basisOf, type Claim, type Place, type Sheet } from "./sheet";
import { type Box, readState, type State, writeState } from "./state";

export interface Shown {
  listed: Claim[]; // what passes every filter
  timed: Claim[]; // what passes all but the window of days
  placed: Claim[]; // what passes all but the part of the map
  nowhere: Claim[]; // of what passes the window, what no map can show
  never: Claim[]; // of what passes the map, what has no day
}

export class Store {
  state: State = readState(location.search);
  view: Box | null = null; // what the map shows; null where there is none that moves
  readonly places: ReadonlyMap<string, Place>;
  readonly claims: ReadonlyMap<string, Claim>;
  private readonly changed: (() => void)[] = [];
  private readonly pointed: ((ids: ReadonlySet<string> | null) => void)[] = [];

  constructor(readonly sheet: Sheet) {
    this.places = new Map(sheet.places.map((place) => [place.key, place]));
    this.claims = new Map(sheet.claims.map((claim) => [claim.id, claim]));
  }

  onChange(act: () => void): void {
    this.changed.push(act);
  }

  onPoint(act: (ids: ReadonlySet<string> | null) => void): void {
    this.pointed.push(act);
  }

  set(patch: Partial<State>): void {
    Object.assign(this.state, patch);
    const query = writeState(this.state, location.search);
    history.replaceState(history.state, "", query ? `${location.pathname}?${query}` : location.pathname);
    for (const act of this.changed) act();
  }

  /** Tell apart some claims everywhere; null: none. */
  point(ids: Iterable<string> | null): void {
    const lit = ids === null ? null : new Set(ids);
    for (const act of this.pointed) act(lit);
  }

  shown(): Shown {
    const kept = this.sheet.claims.filter((claim) => this.passes(claim));
    const inTime = new Set(kept.filter((claim) => this.inWindow(claim)));
    const there = new Set(kept.filter((claim) => this.inRegion(claim)));
    return {
      listed: kept.filter((claim) => inTime.has(claim) && there.has(claim)),
      timed: kept.filter((claim) => there.has(claim)),
      placed: kept.filter((claim) => inTime.has(claim) && claim.places.length),
      nowhere: kept.filter((claim) => inTime.has(claim) && claim.unplaced),
      never: kept.filter((claim) => there.has(claim) && claim.undated),
    };
  }

  private passes(claim: Claim): boolean {
    const { type, origins, opposed, basis, place } = this.state;
    return (
      (!type || claim.type === type) &&
      claim.origins >= origins &&
      (!opposed || String(claim.opposed) === opposed) &&
      (!basis.length || basis.includes(basisOf(claim))) &&
      (!place || claim.places.some((key) => this.places.get(key)?.name.toLowerCase() === place.toLowerCase()))
    );
  }

  private inWindow(claim: Claim): boolean {
    const { since, until } = this.state;
    if (since === null && until === null) return true;
    const start = readDay(claim.start);
    const end = readDay(claim.end);
    if (start === null && end === null) return false;
    return (since === null || end === null || end >= since) && (until === null || start === null || start <= until);
  }

  private inRegion(claim: Claim): boolean {
    const { box, inView } = this.state;
    const regions = [box, inView ? this.view : null].filter((each) => each !== null);
    return regions.every((region) => claim.places.some((key) => holds(region, this.places.get(key))));
  }
}

const holds = (box: Box, place: Place | undefined): boolean =>
  place !== undefined && box[0] <= place.lon && place.lon <= box[2] && box[1] <= place.lat && place.lat <= box[3];
