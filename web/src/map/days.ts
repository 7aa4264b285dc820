/** Days as numbers: whole days since 1970, so that they can be laid out along an axis. */

const DAY_MS = 86_400_000;
const MONTHS = "Jan Feb March April May June July Aug Sept Oct Nov Dec".split(" ");

/** Read the day that an ISO 8601 text starts with; null where it is less than a day. */
export function readDay(told: string | null): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(told ?? "");
  return found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / DAY_MS : null;
}

export const writeDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export function words(day: number, year = true): string {
  const date = new Date(day * DAY_MS);
  const short = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return year ? `${short} ${date.getUTCFullYear()}` : short;
}

export function period(first: number, last: number): string {
  if (first === last) return words(first);
  const same = writeDay(first).slice(0, 7) === writeDay(last).slice(0, 7);
  if (same) return `${new Date(first * DAY_MS).getUTCDate()}–${words(last)}`;
  return `${words(first, writeDay(first).slice(0, 4) !== writeDay(last).slice(0, 4))} – ${words(last)}`;
}

export interface Tick {
  day: number;
  words: string;
}

/** Choose days to name between two, at most so many: round ones of days, months or years. */
export function ticks(first: number, end: number, most: number): Tick[] {
  const days = end - first;
  for (const step of [1, 2, 5, 7, 14]) if (days / step <= most) return daily(first, end, step);
  for (const step of [1, 3, 6]) if (days / (30.4 * step) <= most) return monthly(first, end, step);
  for (const step of [1, 2, 5, 10, 20, 50, 100])
    if (days / (365.2 * step) <= most) return monthly(first, end, 12 * step);
  return [];
}

function daily(first: number, end: number, step: number): Tick[] {
  const found: Tick[] = [];
  for (let day = Math.ceil(first); day < end; day += step) found.push({ day, words: words(day, false) });
  return found;
}

function monthly(first: number, end: number, step: number): Tick[] {
  const found: Tick[] = [];
  const year = new Date(first * DAY_MS).getUTCFullYear();
  const begin = Math.floor((year * 12) / step) * step;
  for (let month = begin; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
    if (day >= end) return found;
    const name = step % 12 ? `${MONTHS[month % 12]}${month % 12 ? "" : ` ${Math.floor(month / 12)}`}` : `${month / 12}`;
    if (day >= first) found.push({ day, words: name });
  }
}
