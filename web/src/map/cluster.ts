/** Marks that would cover each other stand as one, and say so. */

import { pixelsPerKm } from "./circle";
import { basisOf, type Claim, groupBy, type Place } from "./sheet";

export const BROAD_KM = 50; // from which on a place is an area and never a point, however small it is drawn
const SHAPE = 32; // pixels that a mark takes
export const SHAPES = 3; // bases of one cluster that are drawn
const SHARP = 11; // pixels that a circle reaches before its mark stops being a point

export interface Cluster {
  places: Place[]; // the one with most claims first
  claims: Claim[];
  x: number;
  y: number;
  soft: boolean; // where exactly is not known
}

export const isSoft = (place: Place, zoom: number): boolean =>
  place.radius_km === null || place.radius_km > BROAD_KM || place.radius_km * pixelsPerKm(place.lat, zoom) > SHARP;

export function gather(
  claims: readonly Claim[],
  places: ReadonlyMap<string, Place>,
  zoom: number,
  project: (place: Place) => { x: number; y: number },
): Cluster[] {
  const pairs = claims.flatMap((claim) => claim.places.map((key) => ({ place: places.get(key)!, claim })));
  const told = [...groupBy(pairs, (pair) => pair.place)].sort((a, b) => b[1].length - a[1].length);
  const found: Cluster[] = [];
  for (const [place, here] of told.map(([place, group]) => [place, group.map((pair) => pair.claim)] as const)) {
    const { x, y } = project(place);
    const soft = isSoft(place, zoom);
    const near = found.find((each) => isBroad(each.places[0]!) === isBroad(place) && covers(each, x, y, here));
    if (!near) found.push({ places: [place], claims: [...here], x, y, soft });
    else {
      near.places.push(place);
      near.claims = [...new Set([...near.claims, ...here])];
      near.soft &&= soft;
    }
  }
  return found;
}

export const isBroad = (place: Place): boolean => (place.radius_km ?? Infinity) > BROAD_KM;

const OUTLIER = 5; // times the usual distance from the middle, from which a place would shrink all others

/** Leave out the places so far off that they would shrink what all the others show. */
export function nearOnes(places: readonly Place[]): Place[] {
  const exact = places.filter((place) => !isBroad(place));
  const [lat, lon] = [median(exact.map((place) => place.lat)), median(exact.map((place) => place.lon))];
  const away = (place: Place): number => Math.hypot(place.lat - lat, place.lon - lon);
  const usual = Math.max(1, median(exact.map(away)));
  return exact.length ? exact.filter((place) => away(place) <= OUTLIER * usual) : [...places];
}

function median(numbers: number[]): number {
  const sorted = numbers.sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Give how far the marks of some claims reach to either side, in pixels. */
export function halfWidth(claims: readonly Claim[]): number {
  const bases = new Set(claims.map(basisOf)).size;
  return (SHAPE / 2) * Math.min(SHAPES, bases) + (bases > SHAPES ? SHAPE / 3 : 0);
}

const covers = (cluster: Cluster, x: number, y: number, claims: readonly Claim[]): boolean =>
  Math.abs(cluster.y - y) < SHAPE && Math.abs(cluster.x - x) < halfWidth(cluster.claims) + halfWidth(claims);

/** Gather claims by the basis that shapes their mark, those with most first. */
export function byBasis(claims: readonly Claim[]): [basis: string, claims: Claim[]][] {
  return [...groupBy(claims, basisOf)].sort((a, b) => b[1].length - a[1].length);
}
