// Cutting a block where any item begins or ends: each piece is one element that stands for everything that covers it.
import type { Span } from "../answers";
import { h } from "../dom";
import { HISTORICAL, STATUS_SIGN } from "../signs";
import type { Cover } from "./covers";
import type { Leaf } from "./leaf";
import { numberOf } from "./leaf";

/** Words of a block with their marks, and the items that begin in it. */
export interface Set {
  nodes: Node[];
  items: string[];
}

/** Sets the words of a block. `seen` holds the items that have begun already. */
export function set(leaf: Leaf, block: Span, seen: globalThis.Set<string>): Set {
  const here = leaf.touching(block);
  const cuts = [
    ...new Set([...here.flatMap(({ span }) => span), ...block].map((at) => Math.min(Math.max(at, block[0]), block[1]))),
  ].sort((a, b) => a - b);
  const out: Set = { nodes: [], items: [] };
  let active: Cover[] = [];
  let waiting = 0;
  for (let at = 0; at + 1 < cuts.length; at++) {
    active = active.filter(({ span }) => span[1] > cuts[at]);
    for (; waiting < here.length && here[waiting].span[0] <= cuts[at]; waiting++) active.push(here[waiting]);
    begin(leaf, active, seen, out);
    out.nodes.push(piece(leaf, active, cuts[at], cuts[at + 1]));
  }
  return out;
}

/** The signs of the items whose own words begin here. */
function begin(leaf: Leaf, active: Cover[], seen: globalThis.Set<string>, out: Set): void {
  for (const { item, own } of active) {
    if (own === null || seen.has(item)) continue;
    seen.add(item);
    out.items.push(item);
    out.nodes.push(anchor(leaf, item));
  }
}

/** Where an item begins: its address and, for statements and events, a sign that leads there. */
function anchor(leaf: Leaf, item: string): HTMLElement {
  if (item.startsWith("s")) {
    const denies = leaf.statement(item).stance === "denies";
    return reference(
      leaf,
      item,
      "no",
      `${numberOf(item)}${denies ? "⊘" : ""}`,
      `statement ${numberOf(item)}${denies ? ", denies" : ""}`,
    );
  }
  if (item.startsWith("e")) {
    const { status, historical } = leaf.event(item);
    return reference(leaf, item, status, STATUS_SIGN[status] + (historical ? HISTORICAL : ""), `${status} event`);
  }
  return h("span", { id: item });
}

function reference(leaf: Leaf, item: string, className: string, mark: string, label: string): HTMLElement {
  const link = h("a", {
    class: `ref ${className}`,
    id: item,
    href: `#${item}`,
    "data-mark": mark,
    "data-item": item,
    "aria-label": label,
  });
  leaf.light(item).own.push(link);
  return link;
}

/** The element around words; those that nothing covers stay bare. */
function piece(leaf: Leaf, active: Cover[], start: number, end: number): Node {
  const words = leaf.points.slice(start, end);
  if (active.length === 0) return h("span", { "data-at": start, "data-to": end }, words);
  const owners = active.filter(({ own }) => own !== null);
  const inner = owners.reduce<Cover | null>(
    (best, cover) => (best && length(best) <= length(cover) ? best : cover),
    null,
  );
  const classes = [...new Set(owners.flatMap(({ own }) => own!.split(" ")))].join(" ");
  const element = h(
    inner ? "mark" : "span",
    { class: classes || null, "data-item": inner?.item, "data-at": start, "data-to": end },
    words,
  );
  for (const { item, own } of active) leaf.light(item)[own === null ? "chain" : "own"].push(element);
  return element;
}

const length = ({ span }: Cover): number => span[1] - span[0];
