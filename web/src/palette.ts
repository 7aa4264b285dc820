/** The palette: every command by its name, and whatever a search finds. */

import { one } from "./page";
import { type Shortcut, shownKeys } from "./shortcuts";

interface Offer {
  words: string;
  keys: string;
  run: () => void;
}

interface Hit {
  kind: "claim" | "report";
  id: string;
  title: string | null;
}

const WAIT_MS = 160; // after the last letter, before the server is asked
let offers: Offer[] = [];
let chosen = 0;
let timer = 0;

export function open(shortcuts: readonly Shortcut[], run: (shortcut: Shortcut) => void): void {
  const dialog = one("#palette") as HTMLDialogElement | null;
  const wish = one("#wish") as HTMLInputElement | null;
  if (!dialog || !wish || dialog.open) return;
  const commands = shortcuts.filter((each) => each.act !== "palette" && each.act !== "close");
  const show = (found: Hit[]): void => {
    const words = wish.value.toLowerCase();
    offers = commands
      .filter((each) => each.words.toLowerCase().includes(words))
      .map((each) => ({ words: each.words, keys: shownKeys(each.keys).join(" "), run: () => run(each) }));
    offers.push(...found.map(offer));
    if (wish.value.trim()) {
      const address = `/search?q=${encodeURIComponent(wish.value)}`;
      offers.push({ words: `Search for “${wish.value}”`, keys: "", run: () => location.assign(address) });
      const question = `/question?q=${encodeURIComponent(wish.value)}`;
      offers.push({ words: `Ask “${wish.value}”`, keys: "", run: () => location.assign(question) });
    }
    chosen = 0;
    draw();
  };
  wish.value = "";
  wish.oninput = () => {
    show([]);
    window.clearTimeout(timer);
    if (wish.value.trim().length > 1) timer = window.setTimeout(() => void find(wish.value, show), WAIT_MS);
  };
  wish.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      chosen = (chosen + step + offers.length) % Math.max(1, offers.length);
      draw();
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(chosen);
    }
  };
  show([]);
  dialog.showModal();
  wish.focus();
}

function offer(hit: Hit): Offer {
  const address = `/${hit.kind}?id=${encodeURIComponent(hit.id)}`;
  return { words: hit.title ?? hit.id, keys: hit.kind, run: () => location.assign(address) };
}

async function find(words: string, show: (found: Hit[]) => void): Promise<void> {
  const answer = await fetch(`/search.json?limit=6&q=${encodeURIComponent(words)}`);
  const wish = one("#wish") as HTMLInputElement | null;
  if (answer.ok && wish?.value === words) show((await answer.json()) as Hit[]);
}

function take(number: number): void {
  (one("#palette") as HTMLDialogElement | null)?.close();
  offers[number]?.run();
}

function draw(): void {
  const list = one("#offers");
  list?.replaceChildren(
    ...offers.map((each, number) => {
      const item = document.createElement("li");
      item.id = `offer-${number}`;
      item.role = "option";
      item.ariaSelected = String(number === chosen);
      const words = document.createElement("span");
      words.textContent = each.words;
      const keys = document.createElement("kbd");
      keys.textContent = each.keys;
      item.append(words, ...(each.keys ? [keys] : []));
      item.onclick = () => take(number);
      return item;
    }),
  );
  one("#wish")?.setAttribute("aria-activedescendant", `offer-${chosen}`);
  list?.children[chosen]?.scrollIntoView({ block: "nearest" });
}
