/** Choosing other keys, from the list of keys: they are kept in this browser, and what they would clash with is told. */

import { nameKey, PATIENCE_MS } from "./keys";
import { all, one } from "./page";
import { choose, conflict, forget, ours, read, type Shortcut, shownKeys } from "./shortcuts";

const SILENT = ["Tab", "Shift", "Control", "Alt", "Meta", "Escape", "Enter", "Dead", "Process"];

export function start(): void {
  show();
  const dialog = one("#rebind") as HTMLDialogElement | null;
  if (!dialog) return;
  for (const button of all("[data-rebind]")) {
    button.hidden = false;
    button.onclick = () => ask(dialog, button.dataset["rebind"] ?? "");
  }
  const reset = one("[data-forget]");
  if (reset)
    reset.onclick = () => {
      forget();
      show();
    };
}

/** Write the keys that hold wherever a page names them. */
function show(): void {
  const held = new Map(read().map((each) => [each.id, each.keys]));
  const own = new Map(ours().map((each) => [each.id, each.keys]));
  for (const element of all("[data-keys]")) {
    const id = element.dataset["keys"] ?? "";
    const keys = held.get(id);
    if (keys === undefined) continue;
    element.replaceChildren(
      ...shownKeys(keys).flatMap((key) => {
        const made = document.createElement("kbd");
        made.textContent = key;
        return [made, " "];
      }),
    );
    element.classList.toggle("chosen", keys !== own.get(id));
  }
  const reset = one("[data-forget]");
  if (reset) reset.hidden = ![...held].some(([id, keys]) => keys !== own.get(id));
}

function ask(dialog: HTMLDialogElement, id: string): void {
  const shortcuts = read();
  const asked = shortcuts.find((each) => each.id === id);
  const field = one("#rebind-keys") as HTMLInputElement | null;
  const save = one("[data-rebind-save]") as HTMLButtonElement | null;
  const said = one("#rebind-said");
  if (!asked || !field || !save || !said) return;
  let keys = "";
  let since = 0;
  one("#rebind-what")!.textContent = asked.words;
  const tell = (): void => {
    field.value = shownKeys(keys || asked.keys).join(" ");
    const other = keys && keys !== asked.keys ? conflict(asked, keys, shortcuts) : undefined;
    said.textContent = other ? clash(other) : "";
    save.disabled = !keys || other !== undefined;
  };
  field.onkeydown = (event) => {
    if (SILENT.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const key = nameKey(event);
    const goesOn = keys && !keys.includes(" ") && event.timeStamp - since < PATIENCE_MS && !key.startsWith("Ctrl+");
    keys = goesOn ? `${keys} ${key}` : key;
    since = event.timeStamp;
    tell();
  };
  const end = (chosen: string | null): void => {
    choose(id, chosen);
    dialog.close();
    show();
  };
  save.onclick = () => end(keys);
  one("[data-rebind-default]")!.onclick = () => end(null);
  tell();
  dialog.showModal();
  field.focus();
}

const clash = (other: Shortcut): string =>
  `${shownKeys(other.keys).join(" ")} already is: ${other.words} (${other.where}). Choose other keys, or change that first.`;
