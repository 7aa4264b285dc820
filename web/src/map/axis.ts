/** The axis of the timeline: which days it shows, and where each lies. */

import { readDay } from "./days";
import { type Claim, groupBy, type Sheet } from "./sheet";

const BACK = 45; // days before the moment of the picture that are shown unless more is asked for
const AHEAD = 14;
const LEAST = 5; // days; one day still has days around it

export interface Axis {
  first: number;
  end: number; // the first day after it
}

/** Choose the days to show: those about the picture's moment, or all that are told; and always the window. */
export function chooseAxis(sheet: Sheet, all: boolean, window: (number | null)[]): Axis {
  const told = [
    ...sheet.claims.flatMap((claim) => [readDay(claim.start), readDay(claim.end)]),
    ...sheet.issues.map((issue) => readDay(issue.day)),
  ];
  const days = told.filter((day) => day !== null);
  const pivot = readDay(sheet.as_of) ?? Math.max(...days, 0);
  const near = days.filter((day) => all || (day - pivot >= -BACK && day - pivot <= AHEAD));
  const shown = near.length ? near : days.length ? days : [pivot];
  let first = Math.min(...shown);
  let end = Math.max(...shown) + 1;
  const room = Math.max((LEAST - (end - first)) / 2, (end - first) * 0.03);
  first -= Math.ceil(room);
  end += Math.ceil(room);
  const chosen = window.filter((day) => day !== null);
  return { first: Math.min(first, ...chosen), end: Math.max(end, ...chosen.map((day) => day + 1)) };
}

export interface Bar {
  claims: Claim[];
  start: number | null;
  end: number | null;
  x: number;
  width: number;
  lane: number;
}

const LEAST_WIDTH = 6; // pixels
const GAP = 4;
const LABEL = 8; // pixels a digit

/** Gather claims of the same days and lay them into lanes, so that no two touch. */
export function layBars(
  claims: readonly Claim[],
  axis: Axis,
  width: number,
): { bars: Bar[]; earlier: number; later: number } {
  const within: Claim[] = [];
  let earlier = 0;
  let later = 0;
  for (const claim of claims) {
    const [start, end] = [readDay(claim.start), readDay(claim.end)];
    if (start === null && end === null) continue;
    if (end !== null && end < axis.first) earlier += 1;
    else if (start !== null && start >= axis.end) later += 1;
    else within.push(claim);
  }
  const bars = [...groupBy(within, (claim) => `${claim.start} ${claim.end}`).values()].map((group) =>
    place(group, axis, width),
  );
  bars.sort((a, b) => a.x - b.x || b.width - a.width);
  const lanes: number[] = [];
  for (const bar of bars) {
    const found = lanes.findIndex((taken) => taken + GAP <= bar.x);
    bar.lane = found < 0 ? lanes.length : found;
    lanes[bar.lane] = bar.x + bar.width + (bar.claims.length > 1 ? LABEL * (String(bar.claims.length).length + 1) : 0);
  }
  return { bars, earlier, later };
}

function place(claims: Claim[], axis: Axis, width: number): Bar {
  const first = claims[0]!;
  const [start, end] = [readDay(first.start), readDay(first.end)];
  const at = (day: number): number => ((day - axis.first) / (axis.end - axis.first)) * width;
  const left = start === null ? 0 : Math.max(0, at(start));
  const right = end === null ? width : Math.min(width, at(end + 1));
  return { claims, start, end, x: left, width: Math.max(LEAST_WIDTH, right - left - 1), lane: 0 };
}
