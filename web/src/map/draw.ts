/** Making elements: words only ever become text. */

const SVG = "http://www.w3.org/2000/svg";

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

export function draw(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...inside: (Node | string)[]
): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...inside);
  return made;
}

/** Draw the mark of a basis; the page brings the shapes along. */
export function mark(
  basis: string,
  about: { many?: number; rings?: boolean; soft?: boolean; opposed?: boolean } = {},
): SVGElement {
  const made = draw("svg", {
    class: `mark${about.soft ? " approximate" : ""}`,
    viewBox: "-14 -14 28 28",
    "aria-hidden": "true",
  });
  if (about.rings) made.append(draw("use", { href: `#basis-${basis}`, class: "ring", transform: "scale(1.32)" }));
  made.append(draw("use", { href: `#basis-${basis}`, class: "body" }));
  if ((about.many ?? 1) > 1)
    made.append(draw("text", { y: 4, "text-anchor": "middle" }, about.many! > 99 ? "99+" : String(about.many)));
  if (about.opposed)
    made.append(
      draw("circle", { class: "against", cx: 9, cy: -9, r: 5.2 }),
      draw("path", { class: "against", d: "M6.5 -10.4h5M6.5 -7.6h5" }),
    );
  return made;
}

export const count = (number: number, noun: string): string =>
  `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
