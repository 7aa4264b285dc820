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
  issues: { day: string; name: string }[];
}

export async function readSheet(address: string): Promise<Sheet> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as Sheet;
}

export const basisOf = (claim: Claim): string => claim.basis[0] ?? "unknown";
