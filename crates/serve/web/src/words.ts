// Words, numbers and days for people, harmless whatever a report holds.

// Controls, characters that reorder or annotate their neighbours unseen (Unicode Technical Report 36), halves of surrogate pairs, and code
// points that are never characters (the last two of each plane).
const NEVER = Array.from({ length: 17 }, (_, plane) =>
  String.fromCodePoint(plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff),
).join("");
const HARMFUL = new RegExp(
  `[\\0-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u206F\\uFFF9-\\uFFFB\\uFDD0-\\uFDEF\\p{Cs}${NEVER}]`,
  "gu",
);

/** Words without characters that do harm, which are shown by their number as in the terminal; line breaks and tabs stay. */
export const inert = (words: string): string => words.replace(HARMFUL, (c) => (c === "\r" ? " " : `[U+${hex(c)}]`));

const hex = (c: string): string => c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");

/** White space collapsed and trimmed. */
export const oneLine = (words: string): string => words.replace(/\s+/gu, " ").trim();

/** At most `limit` characters: the middle gives way, since both ends tell more. */
export function shortened(words: string, limit: number): string {
  const points = [...words];
  if (points.length <= limit) return words;
  const tail = Math.floor((limit - 3) / 3);
  return `${points
    .slice(0, limit - 3 - tail)
    .join("")
    .trimEnd()} … ${points.slice(-tail).join("").trimStart()}`;
}

/** At most `limit` characters from the beginning. */
export function cut(words: string, limit: number): string {
  const points = [...words];
  return points.length <= limit
    ? words
    : `${points
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}

const FIGURES = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** 30,000 */
export function figure(value: number): string {
  if (Math.abs(value) >= 1e15) return value.toExponential().replace("+", "");
  return FIGURES.format(value);
}

/** "1 statement", "2 statements" */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${figure(number)} ${number === 1 ? one : many}`;

const DAY = 86_400_000;

/** Days since 1970-01-01, `null` for what is no day. */
export function dayNumber(day: string | null): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? "");
  return match ? Date.UTC(+match[1], +match[2] - 1, +match[3]) / DAY : null;
}

/** The day with this number, as 2026-01-31. */
export const dayOf = (number: number): string => new Date(Math.round(number) * DAY).toISOString().slice(0, 10);

export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 31 Jan */
export function shortDay(day: string): string {
  return `${+day.slice(8, 10)} ${MONTHS[+day.slice(5, 7) - 1] ?? "?"}`;
}

/** The address of a web page, `null` for anything else that a report calls its address. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}

/** Where code points begin in a string of JavaScript. */
export class Points {
  private readonly starts: Uint32Array;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
    const starts = new Uint32Array(text.length + 1);
    let points = 0;
    for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) starts[points++] = at;
    starts[points] = text.length;
    this.starts = starts.subarray(0, points + 1);
  }
  get length(): number {
    return this.starts.length - 1;
  }
  slice(start: number, end: number): string {
    const last = this.length;
    return this.text.slice(this.starts[Math.min(start, last)], this.starts[Math.min(end, last)]);
  }
}
