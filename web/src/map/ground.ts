/** The ground of the map: outlines, circles of precision, names of countries, drawn by MapLibre from what we serve. */

import type { ExpressionSpecification, GeoJSONSource, Map as MapLibre, StyleSpecification } from "maplibre-gl";

import { BROAD_KM } from "./cluster";
import { circle } from "./circle";
import type { Place } from "./sheet";
import type { Box } from "./state";

const WORKER = "/static/maplibre-worker.js";
const NEAREST = 9; // zoom; closer in, the outlines are too coarse
const FONT = ["Liberation Sans"];
const ROOM = 450; // square degrees at zoom 0 that a country must have to be named

export interface Ground {
  project(place: { lon: number; lat: number }): { x: number; y: number };
  corner(x: number, y: number): { lon: number; lat: number };
  zoom(): number;
  zoomBy(step: number): void;
  at(): [number, number, number];
  view(): Box;
  fit(places: readonly Place[]): void;
  light(keys: ReadonlySet<string>): void;
  reach(places: readonly Place[]): void;
  onMove(act: () => void): void;
  onRest(act: () => void): void;
  remove(): void;
}

const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Tell whether this browser can draw it at all. */
export function canDraw(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

export async function makeGround(
  stage: HTMLElement,
  outlines: string,
  at: [number, number, number] | null,
): Promise<Ground> {
  const { Map: Drawn, setWorkerUrl } = await import("maplibre-gl");
  setWorkerUrl(new URL(WORKER, location.href).href);
  const map = new Drawn({
    container: stage,
    style: style(outlines),
    attributionControl: false,
    boxZoom: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    maxZoom: NEAREST,
    minZoom: 0.4,
    ...(at ? { center: [at[0], at[1]], zoom: at[2] } : {}),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const canvas = map.getCanvas();
  canvas.setAttribute(
    "aria-label",
    "Map. Arrow keys move it, plus and minus change its scale; the list names its marks.",
  );
  await new Promise<void>((ready, fail) => {
    map.once("load", () => ready());
    map.once("error", (event) => fail(event.error));
  });
  const colours = matchMedia("(prefers-color-scheme: dark)");
  const recolour = (): void => paint(map);
  colours.addEventListener("change", recolour);
  recolour();
  return ground(map, () => colours.removeEventListener("change", recolour));
}

function ground(map: MapLibre, end: () => void): Ground {
  let lit: ReadonlySet<string> = new Set();
  return {
    project: ({ lon, lat }) => map.project([lon, lat]),
    corner: (x, y) => {
      const { lng, lat } = map.unproject([x, y]);
      return { lon: lng, lat };
    },
    zoom: () => map.getZoom(),
    zoomBy: (step) => map.zoomTo(map.getZoom() + step, { animate: !calm() }),
    at: () => [map.getCenter().lng, map.getCenter().lat, map.getZoom()],
    view: () => map.getBounds().toArray().flat() as Box,
    fit: (places) => fit(map, places),
    light: (keys) => {
      for (const key of lit) map.setFeatureState({ source: "reach", id: key }, { lit: false });
      for (const key of keys) map.setFeatureState({ source: "reach", id: key }, { lit: true });
      lit = keys;
    },
    reach: (places) => {
      void (map.getSource("reach") as GeoJSONSource).setData({
        type: "FeatureCollection",
        features: places.flatMap((place) =>
          place.radius_km
            ? [
                {
                  type: "Feature",
                  properties: { key: place.key, broad: place.radius_km > BROAD_KM },
                  geometry: { type: "Polygon", coordinates: [circle(place, place.radius_km)] },
                },
              ]
            : [],
        ),
      });
    },
    onMove: (act) => void map.on("move", act),
    onRest: (act) => {
      map.on("moveend", act);
      map.on("resize", act);
    },
    remove: () => {
      end();
      map.remove();
    },
  };
}

/** Show all of some places; a country among towns does not decide what is shown. */
function fit(map: MapLibre, places: readonly Place[]): void {
  const exact = places.filter((place) => (place.radius_km ?? 0) <= BROAD_KM);
  const shown = exact.length ? exact : places;
  if (!shown.length) return;
  const corners = shown.flatMap((place) =>
    exact.length || !place.radius_km ? [[place.lon, place.lat] as const] : circle(place, place.radius_km),
  );
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  const narrow = map.getContainer().clientWidth < 500;
  map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
    padding: narrow ? 36 : 64,
    maxZoom: 7.5,
    animate: !calm(),
    duration: 500,
  });
}

function style(outlines: string): StyleSpecification {
  const empty = { type: "FeatureCollection" as const, features: [] };
  return {
    version: 8,
    sources: {
      outlines: { type: "geojson", data: new URL(outlines, location.href).href, tolerance: 0.2 },
      reach: { type: "geojson", data: empty, promoteId: "key" },
    },
    layers: [
      { id: "sea", type: "background" },
      { id: "land", type: "fill", source: "outlines", filter: ["==", ["get", "kind"], "land"] },
      {
        id: "coast",
        type: "line",
        source: "outlines",
        filter: ["==", ["get", "kind"], "land"],
        paint: { "line-width": 0.8 },
      },
      { id: "reach", type: "fill", source: "reach" },
      { id: "edge", type: "line", source: "reach", paint: { "line-dasharray": [3, 3] } },
      {
        id: "names",
        type: "symbol",
        source: "outlines",
        filter: ["all", ["==", ["get", "kind"], "name"], [">", ["*", ["get", "size"], ["^", 4, ["zoom"]]], ROOM]],
        layout: {
          "text-field": ["upcase", ["get", "name"]],
          "text-font": FONT,
          "text-size": 11,
          "text-letter-spacing": 0.12,
          "text-max-width": 9,
          "symbol-sort-key": ["-", ["get", "size"]],
        },
      },
    ],
  };
}

/** Take the colours of the page. */
function paint(map: MapLibre): void {
  const told = getComputedStyle(document.documentElement);
  const colour = (name: string): string => told.getPropertyValue(name).trim();
  const lit = (on: number, off: number): ExpressionSpecification => [
    "case",
    ["boolean", ["feature-state", "lit"], false],
    on,
    off,
  ];
  map.setPaintProperty("sea", "background-color", colour("--sea"));
  map.setPaintProperty("land", "fill-color", colour("--land"));
  map.setPaintProperty("coast", "line-color", colour("--coast"));
  map.setPaintProperty("reach", "fill-color", colour("--accent"));
  map.setPaintProperty("reach", "fill-opacity", ["case", ["get", "broad"], lit(0.16, 0.04), lit(0.28, 0.13)]);
  map.setPaintProperty("edge", "line-color", colour("--accent"));
  map.setPaintProperty("edge", "line-opacity", lit(0.9, 0.45));
  map.setPaintProperty("names", "text-color", colour("--soft"));
  map.setPaintProperty("names", "text-halo-color", colour("--land"));
  map.setPaintProperty("names", "text-halo-width", 1.2);
}
