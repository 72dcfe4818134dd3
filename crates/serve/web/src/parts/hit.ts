// One thing found: speaker ‹ chain, standing, words with what was asked for marked, and the ways on.
import type { Done, Hit, Said, Span } from "../answers";
import { address } from "../query";
import type { Query } from "../query";
import { after, bdi, dotted, h, sign, unseen } from "../dom";
import type { Child } from "../dom";
import { KIND_SIGN, KIND_WORD } from "../signs";
import { oneLine } from "../words";
import { citeButton, ofHit } from "./cite";
import {
  counted,
  deedLine,
  eventClass,
  nameLink,
  names,
  relays,
  setting,
  standingWords,
  typeLabel,
  unknown,
  whom,
} from "./events";

/** The address of a hit in its report. */
export function place(hit: Hit): string {
  const report = `/report/${encodeURIComponent(hit.report.key)}`;
  if (hit.item) return `${report}#${hit.item}`;
  return hit.spans.length ? `${report}#c${hit.spans[0][0]}-${hit.spans[hit.spans.length - 1][1]}` : report;
}

/** A hit as an item of a list. `before` stands at its head, `after` below it. */
export function hitItem(hit: Hit, before: Child = null, after: Child = null): HTMLElement {
  return h(
    "article",
    { class: `hit item is-${hit.what}`, tabindex: "-1", "data-open": place(hit) },
    before,
    head(hit),
    words(hit),
    below(hit),
    after,
    tools(hit),
  );
}

function head(hit: Hit): Child {
  if (hit.what === "statement") return h("p", { class: "who" }, speaker(hit), after(...how(hit)));
  if (hit.what === "event") return h("ul", { class: "events" }, doneLine(hit));
  return null;
}

/** An event with all that is known of it, as a line of a list. */
export const doneLine = (done: Hit & Done): HTMLElement =>
  h("li", { class: eventClass(done), "data-event": done.event }, doneWords(done));

/** `“ Teo Varga ‹ Morgen` */
export function speaker(said: Said): Child[] {
  const known = said.source.length > 0;
  const who = known ? h("b", null, names(said.source)) : unknown("unknown source");
  const instead =
    !known && said.source_words ? [" ", h("span", { class: "role" }, "“", bdi(said.source_words), "”")] : null;
  return [sign(KIND_SIGN[said.kind], "wording"), " ", who, instead, relays(said.via.map(nameLink))];
}

function how(said: Said): Child[] {
  const stance =
    said.stance === "affirms"
      ? null
      : h("b", { class: said.stance }, said.stance === "denies" ? [sign("⊘"), " "] : null, said.stance);
  return [
    said.cue && h("i", null, bdi(oneLine(said.cue))),
    KIND_WORD[said.kind],
    stance,
    said.time && h("bdi", { class: "whole" }, said.time),
  ];
}

function doneWords(done: Hit & Done): Child[] {
  const cues = done.status_words.filter((cue) => cue !== done.trigger);
  const standing = standingWords(done.status, done.historical, cues);
  return [
    typeLabel(done.type, done.status, done.historical, place(done)),
    " ",
    whom(done.actor, done.recipient),
    after(
      h("i", null, bdi(oneLine(done.trigger))),
      ...setting(done),
      h("span", { class: "standing" }, standing || "actual"),
    ),
    h(
      "span",
      { class: "holder" },
      done.holder.length ? relays(done.holder.map((name) => bdi(name))) : unseen(", told by the report itself"),
    ),
  ];
}

function words(hit: Hit): HTMLElement {
  const said = hit.what === "statement";
  const link = h("a", { class: "open", href: place(hit), dir: "auto" }, marked(hit));
  return h(said ? "blockquote" : "p", { class: `words ${said ? `st ${hit.kind}` : ""}`.trim() }, link);
}

function below(hit: Hit): Child {
  if (hit.what !== "statement" || (hit.events.length === 0 && hit.quantities.length === 0)) return null;
  const numbers = hit.quantities.length ? h("li", { class: "measures" }, dotted(...hit.quantities.map(counted))) : null;
  return h(
    "ul",
    { class: "events" },
    hit.events.map((deed) => deedLine(deed, `/report/${encodeURIComponent(hit.report.key)}#${deed.event}`)),
    numbers,
  );
}

function tools(hit: Hit): HTMLElement {
  const traced = traceOf(hit);
  return h(
    "p",
    { class: "tools" },
    traced && h("a", { href: address("/trace", traced) }, "trace"),
    citeButton(() => ofHit(hit)),
  );
}

/** The words with what was asked for in `<mark>`. */
export function marked(hit: Hit): Child[] {
  const points = [...hit.words];
  const ranges = located(hit.spans, hit.found, points.length);
  const out: Child[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at) continue;
    out.push(points.slice(at, start).join(""), h("mark", { class: "found" }, points.slice(start, end).join("")));
    at = end;
  }
  out.push(points.slice(at).join(""));
  return out;
}

/** Spans of the report's text as places in the words of a hit, which are its spans, joined. */
export function located(spans: Span[], found: Span[], length: number): Span[] {
  const covered = spans.reduce((sum, [start, end]) => sum + end - start, 0);
  const gap = spans.length > 1 ? (length - covered) / (spans.length - 1) : 0;
  if (!Number.isInteger(gap) || gap < 0 || (spans.length === 1 && covered !== length)) return [];
  let before = 0;
  const out = spans.flatMap(([start, end]) => {
    const shift = before - start;
    before += end - start + gap;
    return found
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Span => [from + shift, to + shift]);
  });
  return out.sort((a, b) => a[0] - b[0]);
}

/** The question that traces what a hit says; `null` where it says nothing to trace. */
export function traceOf(hit: Hit): Query | null {
  if (hit.what !== "event") return traceQuery(hit.words);
  return traceQuery(
    [hit.trigger, hit.actor[0]?.name, hit.recipient[0]?.name, hit.place?.name].filter(Boolean).join(" "),
  );
}

/** The words of a claim: few, since a trace allows for one of them to be told otherwise. */
export function traceQuery(words: string): Query | null {
  const telling = salient(words);
  return telling ? { words: telling } : null;
}

const CLAIM = 5;
/** Words of four letters and more that tell nothing of a claim. */
const EMPTY = new Set(
  [
    "about after against also among because been before being both could does doing down during each every from have",
    "having into itself just more most much must other over said says same should some such than that their them then",
    "there these they this those through under until very were what when where which while will with within would your",
  ]
    .join(" ")
    .split(" "),
);

/** The words of a saying that tell most: numbers, names, then the longest. */
function salient(words: string): string {
  const all =
    words.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu)?.map((word) => word.replace(/[^\p{L}\p{N}]+$/u, "")) ?? [];
  const ranked = all.map((word, at) => ({ word, at, weight: weight(word, at) })).filter(({ weight }) => weight > 0);
  const best = ranked.sort((a, b) => b.weight - a.weight || a.at - b.at).slice(0, CLAIM);
  return [...new Set(best.sort((a, b) => a.at - b.at).map(({ word }) => word))].join(" ");
}

function weight(word: string, at: number): number {
  if (/\d/.test(word)) return 20;
  const long = [...word].length;
  if (long < 4 || EMPTY.has(word.toLowerCase())) return 0;
  return (at > 0 && /^\p{Lu}/u.test(word) ? 6 : 0) + Math.min(long, 12);
}
