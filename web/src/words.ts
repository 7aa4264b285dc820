/** Words of a report that are chosen in its text: for a claim to be added by hand, or as the words of one that is there. */

import { all, one } from "./page";

interface Words {
  text: string;
  start: number; // code points of the body
}

let record = ""; // whose edges are being moved; empty where none's are

export function start(): void {
  reveal();
  document.addEventListener("htmx:afterSettle", reveal);
  document.addEventListener("selectionchange", () => window.requestAnimationFrame(tell));
  document.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest("#chosen")) event.preventDefault(); // the words stay chosen
  });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button") : null;
    if (button?.dataset["edges"]) begin(button);
    else if (button?.dataset["edge"]) step(button.dataset["edge"], button.dataset["step"] as "forward" | "backward");
    else if (button?.matches("[data-keep-edges]")) send(one("#edges") as HTMLFormElement | null, { record });
    else if (button?.matches("[data-own-claim]")) fill();
    else if (button?.matches("[data-let-go]")) letGo();
  });
}

function reveal(): void {
  for (const button of all("[data-edges]")) button.hidden = false;
}

/** Give the words that are chosen, no more of them than stand in one paragraph. */
function read(): Words | null {
  const chosen = getSelection();
  if (!chosen || chosen.rangeCount === 0 || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0).cloneRange();
  const at = (node: Node): HTMLElement | null =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-from]") ?? null;
  const paragraph = at(range.startContainer);
  if (!paragraph) return null;
  if (at(range.endContainer) !== paragraph) range.setEnd(paragraph, paragraph.childNodes.length);
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = told(range);
  return text.trim() ? { text, start: Number(paragraph.dataset["from"]) + [...told(before)].length } : null;
}

/** Give the words of a range without the numbers of notes. */
function told(range: Range): string {
  const part = range.cloneContents();
  for (const refs of part.querySelectorAll(".refs")) refs.remove();
  return part.textContent ?? "";
}

function tell(): void {
  const bar = one("#chosen");
  if (!bar) return;
  const words = read();
  if (!words && !bar.contains(document.activeElement)) record = "";
  bar.hidden = !words;
  if (!words) return;
  bar.querySelector("output")!.textContent = `“${words.text.trim()}”`;
  bar.querySelector<HTMLElement>(".edge-tools")!.hidden = !record;
  bar.querySelector<HTMLElement>("[data-own-claim]")!.hidden = Boolean(record);
}

/** Choose the words of a claim, so that their edges can be moved. */
function begin(button: HTMLElement): void {
  const [first, last] = (button.dataset["edges"] ?? "").split("-").map(Number) as [number, number];
  const [from, to] = [place(first), place(last)];
  if (!from || !to) return;
  record = button.dataset["record"] ?? "";
  getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  tell();
  from[0].parentElement?.scrollIntoView({ block: "center" });
  one("[data-edge]")?.focus({ preventScroll: true });
}

/** Give where an offset of the body stands in the page. */
function place(offset: number): [Text, number] | null {
  const paragraph = all("[data-from]").findLast((each) => Number(each.dataset["from"]) <= offset);
  if (!paragraph) return null;
  let left = offset - Number(paragraph.dataset["from"]);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.parentElement?.closest(".refs")) continue;
    const signs = [...text.data];
    if (left <= signs.length) return [text, signs.slice(0, left).join("").length];
    left -= signs.length;
    last = text;
  }
  return last ? [last, last.data.length] : null;
}

/** Move one edge of what is chosen by a word; edges stop at white space, as words of a report do. */
function step(edge: string, way: "forward" | "backward"): void {
  const chosen = getSelection();
  if (!chosen || chosen.rangeCount === 0) return;
  const { startContainer, startOffset, endContainer, endOffset } = chosen.getRangeAt(0);
  const before = chosen.toString();
  if (edge === "start") chosen.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
  else chosen.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  chosen.modify("extend", way, "word");
  if (chosen.toString().trim() === before.trim()) chosen.modify("extend", way, "word"); // it was but a space
  tell();
}

/** Put what is chosen into the form for a claim of one's own. */
function fill(): void {
  const words = read();
  const box = one("#own-claim") as HTMLDetailsElement | null;
  const form = box?.querySelector("form");
  if (!words || !box || !form) return;
  set(form, { words: words.text.trim(), near: String(words.start) });
  box.open = true;
  box.scrollIntoView({ block: "center" });
  form.querySelector<HTMLElement>("[name=type]")?.focus({ preventScroll: true });
}

function send(form: HTMLFormElement | null, more: Record<string, string>): void {
  const words = read();
  if (!form || !words) return;
  set(form, { ...more, words: words.text.trim(), near: String(words.start) });
  form.requestSubmit();
  letGo();
}

function set(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
}

function letGo(): void {
  record = "";
  getSelection()?.removeAllRanges();
  tell();
}
