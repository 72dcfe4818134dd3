// Light: point at words or at a note, or go to its address, and the item's words shine, those of its chain dimmer.
import type { Leaf } from "./leaf";

/** Wires a report up; hand back what lights the item that the address bar names. */
export function lights(leaf: Leaf, article: HTMLElement, signal: AbortSignal): () => void {
  const lamp = new Lamp(leaf, article);
  const under = (event: Event): string | null =>
    (event.target as Element).closest<HTMLElement>("[data-item]")?.dataset.item ?? null;
  article.addEventListener("mouseover", (event) => lamp.point(under(event)));
  article.addEventListener("mouseleave", () => lamp.point(null));
  article.addEventListener("focusin", (event) => lamp.point(under(event)));
  article.addEventListener("reader:at", (event) => lamp.to(under(event), false));
  article.addEventListener("click", (event) => clicked(event, lamp, under(event)));
  addEventListener("reader:hash", () => lamp.hash(true), { signal });
  addEventListener("reader:out", () => lamp.to(null, false), { signal });
  return () => lamp.hash(true);
}

function clicked(event: MouseEvent, lamp: Lamp, item: string | null): void {
  const link = (event.target as Element).closest("a");
  const own = link?.getAttribute("href");
  if (own?.startsWith("#")) {
    event.preventDefault();
    return lamp.to(own.slice(1), true);
  }
  const busy = link || (event.target as Element).closest("button,summary,label,details.citation");
  if (!busy && item && getSelection()?.isCollapsed) lamp.to(item, false);
}

class Lamp {
  private fixed: string | null = null;
  private pointed: string | null = null;
  private readonly leaf: Leaf;
  private readonly article: HTMLElement;
  constructor(leaf: Leaf, article: HTMLElement) {
    [this.leaf, this.article] = [leaf, article];
  }

  /** Lights what is under the pointer, until it goes elsewhere. */
  point(item: string | null): void {
    if (item === this.pointed) return;
    this.shine(this.pointed, false);
    this.pointed = item;
    this.shine(this.fixed, true);
    this.shine(item, true);
  }

  /** Lights an item for good, gives it to the address bar and opens its note. */
  to(item: string | null, scroll: boolean): void {
    history.replaceState(history.state, "", item ? `#${item}` : location.pathname + location.search);
    this.hash(scroll);
  }

  /** Lights what the address bar names. */
  hash(scroll: boolean): void {
    this.shine(this.fixed, false);
    this.article.querySelectorAll(".passage").forEach((node) => node.classList.remove("passage"));
    const item = location.hash.slice(1);
    const characters = /^c(\d+)-(\d+)$/.exec(item);
    this.fixed = this.leaf.lights.has(item) ? item : null;
    this.shine(this.fixed, true);
    this.note(this.fixed);
    const at = characters
      ? this.passage(+characters[1], +characters[2])
      : this.fixed
        ? document.getElementById(this.fixed)
        : null;
    if (scroll) at?.scrollIntoView({ block: "center" });
  }

  /** Shows the note of an item as the current one, unfolded where it is folded. */
  private note(item: string | null): void {
    this.article.querySelectorAll(".note.current").forEach((node) => node.classList.remove("current"));
    const line = item && this.leaf.light(item).own.find((node) => node.closest(".note"));
    const note = line ? line.closest(".note") : null;
    note?.classList.add("current");
    const aside = note?.closest("aside");
    if (aside && !aside.classList.contains("open")) aside.querySelector<HTMLElement>(".fold")?.click();
  }

  /** Marks the pieces of a passage that has no item of its own. */
  private passage(start: number, end: number): Element | null {
    const all = [...this.article.querySelectorAll<HTMLElement>("[data-at]")];
    const pieces = all.filter(({ dataset }) => Number(dataset.at) < end && Number(dataset.to) > start);
    pieces.forEach((piece) => piece.classList.add("passage"));
    return pieces[0] ?? null;
  }

  private shine(item: string | null, on: boolean): void {
    const light = item === null ? undefined : this.leaf.lights.get(item);
    light?.chain.forEach((node) => node.classList.toggle("dim", on));
    light?.own.forEach((node) => node.classList.toggle("lit", on));
  }
}
