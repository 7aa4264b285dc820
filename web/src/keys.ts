/** The keyboard: what each key does comes from the registry that the page brings along. */

import { close } from "./drawer";
import { all, one, shown, typing } from "./page";
import { open } from "./palette";
import { clickIn, move } from "./rows";
import { read, type Shortcut } from "./shortcuts";

export const PATIENCE_MS = 1200; // between the two keys of one shortcut
let begun = "";
let since = 0;

export function start(): void {
  const run = (each: Shortcut): void => perform(each, read(), run);
  document.addEventListener("keydown", (event) => {
    const key = nameKey(event);
    if (event.defaultPrevented || event.altKey || (typing(event.target) && key !== "Ctrl+k" && key !== "Escape")) return;
    const shortcuts = read();
    const whole = begun && event.timeStamp - since < PATIENCE_MS ? `${begun} ${key}` : key;
    const found = find(shortcuts, whole) ?? find(shortcuts, key);
    const opens = shortcuts.some((each) => each.keys.startsWith(`${key} `));
    begun = !found && opens ? key : "";
    since = event.timeStamp;
    // Enter on a link, a button or in a dialog is the browser's own.
    if (!found || (key === "Enter" && event.target !== document.body)) return;
    if (key === "Space" && event.target instanceof Element && event.target.closest("a, button, input, summary, dialog")) return;
    if (found.act !== "close") event.preventDefault();
    run(found);
  });
}

/** Name a key as the registry does. */
export function nameKey(event: KeyboardEvent): string {
  const told = event.key === " " ? "Space" : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${told.toLowerCase()}` : told;
}

/** Find what some keys do on this page; a key for what it does not have is the browser's own. */
const find = (shortcuts: readonly Shortcut[], keys: string): Shortcut | undefined =>
  shortcuts.find((each) => each.keys === keys && (each.act !== "click" || all(each.target).some(shown)));

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
