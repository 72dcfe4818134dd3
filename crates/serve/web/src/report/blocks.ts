// The report in blocks: which paragraph, headline or furniture comes next? Together they hold every word of the text once, in its order.
import type { Furniture, Rec, Span } from "../answers";
import type { Points } from "../words";

export type Block = { kind: "title" | "byline" | "paragraph" | "furniture"; span: Span; run: Furniture[] };

/** The whole text in blocks; what has no place of its own is a paragraph. */
export function blocks(record: Rec, points: Points): Block[] {
  const out: Block[] = [];
  let at = 0;
  for (const block of known(record, points)) {
    out.push(...loose(points, at, block.span[0]));
    const span = trimmed(points, Math.max(block.span[0], at), block.span[1]);
    if (span) out.push({ ...block, span });
    at = Math.max(at, block.span[1]);
  }
  return [...out, ...loose(points, at, points.length)];
}

/** What is told apart already, by place; the title before a paragraph that holds it. */
function known(record: Rec, points: Points): Block[] {
  const one = (span: Span | null, kind: Block["kind"]): Block[] => (span ? [{ kind, span, run: [] }] : []);
  const furniture = runs(record, points).map((run): Block => ({
    kind: "furniture",
    span: [run[0].span[0], run[run.length - 1].span[1]],
    run,
  }));
  const all = [
    ...one(record.title, "title"),
    ...one(record.byline, "byline"),
    ...furniture,
    ...record.body.flatMap((span) => one(span, "paragraph")),
  ];
  return all
    .map((block, at) => ({ block, at }))
    .sort((a, b) => a.block.span[0] - b.block.span[0] || a.at - b.at)
    .map(({ block }) => block);
}

/** Neighbours of one kind with nothing but white space between them are one run. */
function runs(record: Rec, points: Points): Furniture[][] {
  const out: Furniture[][] = [];
  for (const piece of record.furniture) {
    const last = out.at(-1)?.at(-1);
    const continues = last && last.kind === piece.kind && points.slice(last.span[1], piece.span[0]).trim() === "";
    if (continues) out.at(-1)!.push(piece);
    else out.push([piece]);
  }
  return out;
}

/** Words between the known ones, in paragraphs parted by blank lines. */
function loose(points: Points, start: number, end: number): Block[] {
  if (start >= end) return [];
  const out: Block[] = [];
  let at = start;
  for (const piece of points.slice(start, end).split(/(\n[^\S\n]*\n\s*)/)) {
    const length = [...piece].length;
    const span = trimmed(points, at, at + length);
    if (span) out.push({ kind: "paragraph", span, run: [] });
    at += length;
  }
  return out;
}

function trimmed(points: Points, start: number, end: number): Span | null {
  if (start >= end) return null;
  const words = points.slice(start, end);
  const before = [...words].length - [...words.trimStart()].length;
  const length = [...words.trim()].length;
  return length > 0 ? [start + before, start + before + length] : null;
}
