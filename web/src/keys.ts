/** The keyboard: what each key does comes from the registry that the page brings along. */

import { close } from "./drawer";
import { all, one, shown, typing } from "./page";
import { open } from "./palette";
import { clickIn, move } from "./rows";

export interface Shortcut {
  keys: string;
  words: string;
  act: string;
  target: string;
  where: string;
}

const PATIENCE_MS = 1200; // between the two keys of one shortcut
let begun = "";
let since = 0;

export function start(): void {
  const shortcuts = JSON.parse(one("#shortcuts")?.textContent ?? "[]") as Shortcut[];
  const run = (each: Shortcut): void => perform(each, shortcuts, run);
  document.addEventListener("keydown", (event) => {
    const told = event.key === " " ? "Space" : event.key;
    const key = event.ctrlKey || event.metaKey ? `Ctrl+${told.toLowerCase()}` : told;
    if (event.defaultPrevented || event.altKey || (typing(event.target) && key !== "Ctrl+k" && key !== "Escape")) return;
    const whole = begun && event.timeStamp - since < PATIENCE_MS ? `${begun} ${key}` : key;
    const found = shortcuts.find((each) => each.keys === whole) ?? shortcuts.find((each) => each.keys === key);
    const opens = shortcuts.some((each) => each.keys.startsWith(`${key} `));
    begun = !found && opens ? key : "";
    since = event.timeStamp;
    // Enter on a link, a button or in a dialog is the browser's own, and so is a key for what this page does not have.
    if (!found || (found.keys === "Enter" && event.target !== document.body)) return;
    if (found.keys === "Space" && event.target instanceof Element && event.target.closest("a, button, summary, dialog")) return;
    if (found.act === "click" && !all(found.target).some(shown)) return;
    if (found.act !== "close") event.preventDefault();
    run(found);
  });
}

function perform(each: Shortcut, shortcuts: readonly Shortcut[], run: (each: Shortcut) => void): void {
  const acts: Record<string, () => void> = {
    go: () => go(each.target),
    next: () => move(each.target, 1),
    previous: () => move(each.target, -1),
    open: () => clickIn(each.target),
    click: () => clickIn(each.target),
    focus: () => one(each.target)?.focus(),
    palette: () => open(shortcuts, run),
    help: () => location.assign("/keys"),
    close,
  };
  acts[each.act]?.();
}

/** Go to a screen, as of the same moment. */
function go(path: string): void {
  const asOf = new URLSearchParams(location.search).get("as_of");
  location.assign(asOf ? `${path}?as_of=${encodeURIComponent(asOf)}` : path);
}
