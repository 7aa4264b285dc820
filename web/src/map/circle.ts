/** Circles on the globe: how far off the true spot may lie. */

import type { Place } from "./sheet";

const EARTH_KM = 6371;
const CORNERS = 64;
const RADIANS = Math.PI / 180;

export type Ring = [lon: number, lat: number][];

/** Give the points that lie so far from a place. */
export function circle(place: Place, radiusKm: number): Ring {
  const angle = radiusKm / EARTH_KM;
  const lat = place.lat * RADIANS;
  const ring: Ring = [];
  for (let corner = 0; corner <= CORNERS; corner += 1) {
    const way = (2 * Math.PI * corner) / CORNERS;
    const there = Math.asin(Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(way));
    const across = Math.atan2(
      Math.sin(way) * Math.sin(angle) * Math.cos(lat),
      Math.cos(angle) - Math.sin(lat) * Math.sin(there),
    );
    ring.push([place.lon + across / RADIANS, there / RADIANS]);
  }
  return ring;
}

const TILE = 512; // pixels that the whole globe takes at zoom 0

export const pixelsPerKm = (lat: number, zoom: number): number =>
  (TILE * 2 ** zoom) / (2 * Math.PI * EARTH_KM * Math.max(0.05, Math.cos(lat * RADIANS)));
