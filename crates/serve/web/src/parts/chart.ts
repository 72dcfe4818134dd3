// Events over time: filled for what happened, hollow for the rest; below the line, statements.
import type { Day, Standings, Status, Timeline } from "../answers";
import { h, refill, s } from "../dom";
import type { Child } from "../dom";
import { STATUSES, STATUS_SIGN } from "../signs";
import { MONTHS, count, dayNumber, dayOf, figure } from "../words";

/** Days drawn as one bar. */
export interface Bin {
  from: string;
  to: string;
  events: Record<Status, number>;
  statements: number;
}
type Size = "day" | "week" | "month" | "year";

/** What a chart does when days are taken, and where a bar leads. */
export interface Ways {
  href: (bin: Bin) => string;
  brushed?: (from: string, to: string) => void;
}

const LEFT = 34;
const BOTTOM = 46;
const TOP = 12;

/** The chart, drawn again where its room changes. */
export function chart(days: Day[], ways: Ways, signal: AbortSignal, height = 240): HTMLElement {
  const figure = h("figure", { class: "chart" });
  const tall = days.some(({ events }) => STATUSES.some((status) => events[status] > 0))
    ? height
    : Math.min(height, TOP + BOTTOM + 8);
  const watch = new ResizeObserver(([entry]) =>
    refill(figure, drawn(days, Math.max(240, Math.floor(entry.contentRect.width)), tall, ways)),
  );
  watch.observe(figure);
  signal.addEventListener("abort", () => watch.disconnect());
  return figure;
}

/** Days gathered into the finest bars that can still be seen and hit. */
export function bins(days: Day[], room: number): { size: Size; bins: Bin[]; first: number; last: number } {
  const numbered = days.flatMap((day) => {
    const at = dayNumber(day.day);
    return at === null ? [] : [{ day, at }];
  });
  const first = Math.min(...numbered.map(({ at }) => at));
  const last = Math.max(...numbered.map(({ at }) => at));
  const span = last - first + 1;
  const size: Size =
    span * 6 <= room ? "day" : (span / 7) * 6 <= room ? "week" : (span / 30) * 6 <= room ? "month" : "year";
  const gathered = new Map<number, Bin>();
  for (const { day, at } of numbered) {
    const [from, to] = edges(at, size);
    const bin = gathered.get(from) ?? {
      from: dayOf(from),
      to: dayOf(to),
      events: { actual: 0, negated: 0, hypothetical: 0, future: 0 },
      statements: 0,
    };
    STATUSES.forEach((status) => (bin.events[status] += day.events[status]));
    bin.statements += day.statements;
    gathered.set(from, bin);
  }
  return {
    size,
    bins: [...gathered].sort(([a], [b]) => a - b).map(([, bin]) => bin),
    first: edges(first, size)[0],
    last: edges(last, size)[1],
  };
}

/** The days around those of publication, and what is told of long before or after them: one event of 1976 must not press a year of
 *  reports into a corner. */
export function core(days: Day[]): { days: Day[]; before: Day[]; after: Day[] } {
  const published = days
    .filter(({ statements }) => statements > 0)
    .map(({ day }) => dayNumber(day))
    .filter((at) => at !== null);
  if (published.length === 0) return { days, before: [], after: [] };
  const [first, last] = [published[0], published[published.length - 1]];
  const margin = 7 + Math.round((last - first) * 0.15);
  const at = ({ day }: Day): number => dayNumber(day) ?? first;
  return {
    days: days.filter((day) => at(day) >= first - margin && at(day) <= last + margin),
    before: days.filter((day) => at(day) < first - margin),
    after: days.filter((day) => at(day) > last + margin),
  };
}

/** All days together, the unknown one with them. */
export function sums({ days, undated }: Timeline): { events: Standings; statements: number } {
  const events = { ...undated };
  for (const day of days) STATUSES.forEach((status) => (events[status] += day.events[status]));
  return { events, statements: days.reduce((sum, day) => sum + day.statements, 0) };
}

function edges(at: number, size: Size): [number, number] {
  const date = new Date(at * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const start = (month: number): number => Date.UTC(year, month, 1) / 86_400_000;
  if (size === "day") return [at, at];
  if (size === "week") return [at - ((date.getUTCDay() + 6) % 7), at - ((date.getUTCDay() + 6) % 7) + 6];
  return size === "month" ? [start(month), start(month + 1) - 1] : [start(0), start(12) - 1];
}

function drawn(days: Day[], width: number, height: number, ways: Ways): SVGSVGElement {
  const { size, bins: all, first, last } = bins(days, width - LEFT - 8);
  const scale = (at: number): number => LEFT + ((at - first) / Math.max(last - first + 1, 1)) * (width - LEFT - 8);
  const most = Math.max(1, ...all.map((bin) => sum(bin)));
  const said = Math.max(1, ...all.map(({ statements }) => statements));
  const room = height - TOP - BOTTOM;
  const base = TOP + room;
  const svg = s(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "group",
      "aria-label": `Events by ${size}; arrow keys move between the bars`,
    },
    rules(most, width, base, room),
    s("g", { class: "ticks" }, ticks(first, last, scale, width, base)),
    all.map((bin, at) => bar(bin, at, { scale, base, room, most, said }, ways, size)),
    s("rect", { class: "brush", y: TOP, height: height - TOP - 14, x: 0, width: 0 }),
  );
  keys(svg);
  if (ways.brushed)
    brush(svg, (x) => first + ((x - LEFT) / (width - LEFT - 8)) * (last - first + 1), [first, last], ways.brushed);
  return svg;
}

const sum = ({ events }: Bin): number => STATUSES.reduce((all, status) => all + events[status], 0);

interface Scales {
  scale: (at: number) => number;
  base: number;
  room: number;
  most: number;
  said: number;
}

function bar(bin: Bin, at: number, { scale, base, room, most, said }: Scales, ways: Ways, size: Size): SVGElement {
  const left = scale(dayNumber(bin.from)!);
  const full = scale(dayNumber(bin.to)! + 1) - left;
  const width = Math.max(2, Math.min(full - 1.5, 26));
  const x = left + (full - width) / 2;
  let y = base;
  const parts = STATUSES.filter((status) => bin.events[status] > 0).map((status) => {
    const tall = Math.max(2, (bin.events[status] / most) * room);
    y -= tall;
    return s("rect", {
      class: status,
      x: x + 0.75,
      y: y + 0.75,
      width: Math.max(1, width - 1.5),
      height: Math.max(1, tall - 1.5),
    });
  });
  const words = `${size === "day" ? bin.from : `${bin.from} to ${bin.to}`}: ${
    STATUSES.filter((status) => bin.events[status])
      .map((status) => `${bin.events[status]} ${status}`)
      .join(", ") || "no events"
  }; ${count(bin.statements, "statement")}`;
  return s(
    "a",
    { href: ways.href(bin), class: "bar", "aria-label": words, tabindex: at === 0 ? "0" : "-1" },
    s("title", null, words),
    s("rect", { class: "area", x: left, y: TOP, width: Math.max(full, 3), height: room + 22 }),
    parts,
    bin.statements > 0 &&
      s("rect", { class: "statements", x, y: base + 2, width, height: Math.max(1.5, (bin.statements / said) * 14) }),
  );
}

function rules(most: number, width: number, base: number, room: number): Child[] {
  const step = most <= 4 ? 1 : niceStep(most / 4);
  const out: Child[] = [s("line", { class: "base", x1: LEFT, x2: width - 8, y1: base + 0.5, y2: base + 0.5 })];
  for (let value = step; value <= most && room > 20; value += step) {
    const y = base - (value / most) * room;
    out.push(
      s("line", { class: "rule", x1: LEFT, x2: width - 8, y1: y, y2: y }),
      s("text", { class: "tick", x: LEFT - 6, y: y + 4, "text-anchor": "end" }, figure(value)),
    );
  }
  return out;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= rough) ?? 10 * power;
}

/** Days, months or years, as many as have room. */
function ticks(first: number, last: number, scale: (at: number) => number, width: number, base: number): Child[] {
  const out: Child[] = [];
  let free = -1;
  let year = "";
  const span = last - first;
  for (let at = first; at <= last; at++) {
    const day = dayOf(at);
    const begins = span <= 45 ? true : span <= 1500 ? day.endsWith("-01") : day.endsWith("-01-01");
    const x = scale(at);
    if (!begins || x < free) continue;
    const month = MONTHS[+day.slice(5, 7) - 1];
    const lead = span <= 45 ? `${+day.slice(8)} ${month}` : span <= 1500 ? month : "";
    const words = [lead, day.slice(0, 4) === year ? "" : day.slice(0, 4)].filter(Boolean).join(" ");
    if (!words || x + words.length * 6.3 > width) continue;
    year = day.slice(0, 4);
    free = x + words.length * 6.3 + 12;
    out.push(
      s("line", { class: "tick", x1: x, x2: x, y1: base, y2: base + 24 }),
      s("text", { class: "tick", x: x + 3, y: base + 34 }, words),
    );
  }
  return out;
}

/** Arrow keys move between the bars. */
function keys(svg: SVGElement): void {
  svg.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[(event as KeyboardEvent).key];
    const all = [...svg.querySelectorAll<SVGElement>("a.bar")];
    const at = all.indexOf(document.activeElement as unknown as SVGElement);
    if (by && at >= 0) (event.preventDefault(), all[Math.min(Math.max(at + by, 0), all.length - 1)].focus());
  });
}

/** Drawing the pointer over days takes them. */
function brush(
  svg: SVGSVGElement,
  day: (x: number) => number,
  [first, last]: [number, number],
  taken: (from: string, to: string) => void,
): void {
  const mark = svg.querySelector<SVGRectElement>(".brush")!;
  const x = (event: PointerEvent): number => event.clientX - svg.getBoundingClientRect().left;
  let start: number | null = null;
  let drawn = false;
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener(
    "pointerdown",
    (event) => event.pointerType === "mouse" && event.button === 0 && ((start = x(event)), (drawn = false)),
  );
  svg.addEventListener("pointermove", (event) => {
    if (start === null || Math.abs(x(event) - start) < 5) return;
    if (!drawn) svg.setPointerCapture(event.pointerId);
    drawn = true;
    mark.setAttribute("x", String(Math.min(start, x(event))));
    mark.setAttribute("width", String(Math.abs(x(event) - start)));
  });
  svg.addEventListener("pointerup", (event) => {
    const [a, b] = start === null ? [0, 0] : [Math.min(start, x(event)), Math.max(start, x(event))];
    start = null;
    mark.setAttribute("width", "0");
    if (drawn) taken(dayOf(clamp(Math.floor(day(a)), first, last)), dayOf(clamp(Math.floor(day(b)), first, last)));
  });
  svg.addEventListener(
    "click",
    (event) => drawn && (event.preventDefault(), event.stopPropagation(), (drawn = false)),
    true,
  );
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** What the bars mean. */
export const key = (): HTMLElement =>
  h(
    "p",
    { class: "key" },
    STATUSES.map((status) =>
      h(
        "span",
        { class: `key-${status}` },
        h("span", { class: "sign", "aria-hidden": "true" }, STATUS_SIGN[status]),
        ` ${status} `,
      ),
    ),
    h("span", { class: "key-statements" }, "▂ statements, below the line"),
  );
