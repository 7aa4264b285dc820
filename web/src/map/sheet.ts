/** What the server knows of the claims: where, when, how they are told. */

export interface Place {
  key: string;
  name: string;
  lat: number;
  lon: number;
  radius_km: number | null;
}

export interface Missing {
  words: string | null;
  reason: string;
}

export interface Claim {
  id: string;
  summary: string;
  type: string;
  basis: string[];
  origins: number;
  origins_possible: number;
  opposed: boolean;
  start: string | null;
  end: string | null;
  when: string;
  places: string[];
  symbol: { code: string; name: string } | null;
  unplaced: Missing | null;
  undated: Missing | null;
}

export interface Sheet {
  as_of: string | null;
  places: Place[];
  claims: Claim[];
  total: number; // claims that are wanted, of which these are the first
  held: number;
  issues: { day: string; name: string }[];
}

export async function readSheet(address: string): Promise<Sheet> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as Sheet;
}

/** Put what has the same key together, in the order that keys and items come. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const found = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}

export const basisOf = (claim: Claim): string => claim.basis[0] ?? "unknown";
