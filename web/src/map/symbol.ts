/** Symbols of MIL-STD-2525D for things whose type is sure, of a side that is not told. */

import { make } from "./draw";

type Drawn = string | null;
const drawn = new Map<string, Promise<Drawn>>();

/** Give a picture that fills in once the symbols are loaded; a code that has none leaves it empty. */
export function symbolOf(symbol: { code: string; name: string }): HTMLElement {
  const image = make("img", { class: "symbol", alt: symbol.name, title: symbol.name, hidden: "" });
  const told = getComputedStyle(document.documentElement);
  const [ink, paper] = [told.getPropertyValue("--ink").trim(), told.getPropertyValue("--paper").trim()];
  const key = `${symbol.code} ${ink}`;
  const made = drawn.get(key) ?? render(symbol.code, ink, paper);
  drawn.set(key, made);
  void made.then((found) => {
    if (!found) return;
    image.src = found;
    image.hidden = false;
  });
  return image;
}

async function render(code: string, ink: string, paper: string): Promise<Drawn> {
  const { draw } = await import("./milsymbol");
  return draw(code, ink, paper);
}
