/** What is looked at, as the address has it: filters, window of days, part of the map, what is selected. */

import { readDay, writeDay } from "./days";

export type Box = [west: number, south: number, east: number, north: number];

export interface State {
  since: number | null; // first and last day of the window
  until: number | null;
  type: string;
  origins: number;
  opposed: string;
  basis: string[]; // none: all of them
  place: string;
  claim: string;
  box: Box | null; // drawn on the map
  inView: boolean; // only what the map shows
  at: [lon: number, lat: number, zoom: number] | null;
  allDays: boolean; // the axis reaches as far as anything told
}

const OURS = [
  "since",
  "until",
  "type",
  "origins",
  "opposed",
  "basis",
  "place",
  "claim",
  "box",
  "in_view",
  "at",
  "days",
];

export function readState(query: string): State {
  const told = new URLSearchParams(query);
  const box = numbers(told.get("box"));
  const at = numbers(told.get("at"));
  return {
    since: readDay(told.get("since")),
    until: readDay(told.get("until")),
    type: told.get("type") ?? "",
    origins: Number.parseInt(told.get("origins") ?? "", 10) || 0,
    opposed: told.get("opposed") ?? "",
    basis: told.getAll("basis").filter(Boolean),
    place: told.get("place") ?? "",
    claim: told.get("claim") ?? "",
    box: box.length === 4 ? (box as Box) : null,
    inView: told.get("in_view") === "true",
    at: at.length === 3 && Math.abs(at[1] ?? 91) <= 85 ? (at as [number, number, number]) : null,
    allDays: told.get("days") === "all",
  };
}

/** Write a state into a query that keeps what else stands in it. */
export function writeState(state: State, query: string): string {
  const told = new URLSearchParams(query);
  for (const name of OURS) told.delete(name);
  const put = (name: string, value: string | number | null): void => {
    if (value !== null && value !== "" && value !== 0) told.append(name, String(value));
  };
  put("since", state.since === null ? null : writeDay(state.since));
  put("until", state.until === null ? null : writeDay(state.until));
  put("type", state.type);
  put("origins", state.origins);
  put("opposed", state.opposed);
  for (const basis of state.basis) put("basis", basis);
  put("place", state.place);
  put("claim", state.claim);
  put("box", state.box && state.box.map((degrees) => degrees.toFixed(3)).join(","));
  put("in_view", state.inView ? "true" : null);
  put("at", state.at && state.at.map((each) => each.toFixed(2)).join(","));
  put("days", state.allDays ? "all" : null);
  return told.toString();
}

function numbers(told: string | null): number[] {
  const found = (told ?? "").split(",").map(Number);
  return told && found.every(Number.isFinite) ? found : [];
}
