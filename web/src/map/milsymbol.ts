/** The symbols themselves: loaded only where one is to be drawn. */

import {
  ms,
  numberair,
  numberairmissile,
  numberlandcivilian,
  numberlandequipment,
  numberlandinstallation,
  numberlandunit,
  numbersea,
  numbersubsurface,
} from "milsymbol-parts";

ms.addIcons([
  numberair,
  numberairmissile,
  numberlandunit,
  numberlandcivilian,
  numberlandequipment,
  numberlandinstallation,
  numbersea,
  numbersubsurface,
]);

const SIZE = 24; // pixels, of which a frame takes some
const LOOKS = { strokeWidth: 4.5 };
const plain = (paper: string): Record<string, string> =>
  Object.fromEntries(["Civilian", "Friend", "Hostile", "Neutral", "Unknown", "Suspect"].map((side) => [side, paper]));

/** Draw a set and an entity as a thing of unknown side; null where the standard has no such symbol. */
export function draw(code: string, ink: string, paper: string): string | null {
  const symbol = new ms.Symbol(`10${"01"}${code.slice(0, 2)}0000${code.slice(2)}0000`, {
    ...LOOKS,
    size: SIZE,
    monoColor: ink,
    colorMode: plain(paper),
  });
  if (!symbol.isValid()) return null;
  return `data:image/svg+xml,${encodeURIComponent(symbol.asSVG())}`;
}
