/** The registry of keys that the page brings along, with the keys that somebody chose in this browser instead. */

import { one } from "./page";

export interface Shortcut {
  id: string; // where it holds and the keys that it comes with
  keys: string; // one key, or two pressed one after the other
  words: string;
  act: string;
  target: string;
  where: string;
}

const STORE = "keys";
const ANYWHERE = ["everywhere", "lists"];
const SIGNS: Readonly<Record<string, string>> = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc" };

/** Give what the page brings along, as it comes. */
export function ours(): Shortcut[] {
  const told = JSON.parse(one("#shortcuts")?.textContent ?? "[]") as Omit<Shortcut, "id">[];
  return told.map((each) => ({ ...each, id: `${each.where}: ${each.keys}` }));
}

/** Give every shortcut with the keys that hold in this browser. */
export function read(): Shortcut[] {
  const chosen = readChosen();
  return ours().map((each) => ({ ...each, keys: chosen[each.id] ?? each.keys }));
}

/** Keep keys for a shortcut; null: those that it comes with. */
export function choose(id: string, keys: string | null): void {
  const chosen = readChosen();
  if (keys === null) delete chosen[id];
  else chosen[id] = keys;
  localStorage.setItem(STORE, JSON.stringify(chosen));
}

/** Let every chosen key go. */
export const forget = (): void => localStorage.removeItem(STORE);

/** Find what already has some keys, or would never let them be reached, where a shortcut holds. */
export function conflict(of: Shortcut, keys: string, among: readonly Shortcut[]): Shortcut | undefined {
  return among.find(
    (each) => each.id !== of.id && each.keys && meets(each.where, of.where) && blocks(each.keys, keys),
  );
}

export const shownKeys = (keys: string): string[] => keys.split(" ").map((key) => SIGNS[key] ?? key);

const blocks = (held: string, wanted: string): boolean =>
  held === wanted || held.startsWith(`${wanted} `) || wanted.startsWith(`${held} `);

function meets(one: string, other: string): boolean {
  if (ANYWHERE.includes(one) || ANYWHERE.includes(other)) return true;
  return one.split(", ").some((screen) => other.split(", ").includes(screen));
}

function readChosen(): Record<string, string> {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(STORE) ?? "{}");
    const pairs = Object.entries(told && typeof told === "object" ? told : {});
    return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== ""));
  } catch {
    return {};
  }
}
