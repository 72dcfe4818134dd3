// Where everything stands in the picture of a trace: time from left to right, a lane for each origin, a level for each way it came.
import type { Hit, Saying, Trace } from "../answers";
import { dayNumber } from "../words";

/** A mark: one saying, or the copies of one origin on one day. */
export interface Mark {
  x: number;
  y: number;
  sayings: number[];
  copies: boolean;
}
/** Sayings that came the same way: through these relays. */
export interface Level {
  y: number;
  via: string[];
  marks: Mark[];
  denial: boolean;
}
export interface Lane {
  origin: number;
  node: { x: number; y: number };
  levels: Level[];
  denies: boolean;
}
export interface Column {
  day: string | null;
  x: number;
}
/** A thread from a denial up to what it denies. */
export interface Thread {
  x: number;
  from: number;
  to: number;
  left: number;
}
export interface Layout {
  width: number;
  height: number;
  columns: Column[];
  lanes: Lane[];
  threads: Thread[];
  hidden: number;
}

export const MARK = 24;
const STEP = 30;
const COLUMN = 62;
const LEVEL = 47;
/** Room for the names of relays. */
const RELAYED = 14;
const TITLE = 26;
const LEFT = 34;
const RIGHT = 22;
const TOP = 34;

/** Ways drawn for one origin; the rest share the last. */
const MOST = 6;
/** Origins drawn at first, and denials with them. */
const FIRST = 10;

/** The layout of a trace for a width in pixels; `all` draws every origin, however many. */
export function layout(trace: Trace, width: number, all: boolean): Layout {
  const columns = columnsOf(trace, width);
  const order = orderOf(trace, all);
  let y = TOP;
  const lanes = order.map((origin) => {
    const lane = laneOf(trace, origin, columns, y);
    y = lane.levels[lane.levels.length - 1].y + LEVEL - 12;
    return lane;
  });
  return {
    width,
    height: y,
    columns,
    lanes,
    threads: threads(trace, lanes),
    hidden: trace.origins.length - order.length,
  };
}

/** The earliest origin first, each followed by those that deny it. */
function orderOf(trace: Trace, all: boolean): number[] {
  const origins = trace.origins
    .map((_, at) => at)
    .filter((at) => trace.origins[at].sayings.some((saying) => trace.sayings[saying]));
  const affirming = origins.filter((at) => !trace.origins[at].denies).slice(0, all ? undefined : FIRST);
  const denying = origins.filter((at) => trace.origins[at].denies).slice(0, all ? undefined : FIRST);
  const hung = new Map(
    denying.map((at) => [at, affirming.includes(denied(trace, at)) ? denied(trace, at) : affirming[0]]),
  );
  return affirming.length ? affirming.flatMap((at) => [at, ...denying.filter((one) => hung.get(one) === at)]) : denying;
}

/** The origin of the first saying that an origin denies. */
function denied(trace: Trace, origin: number): number {
  const relation = trace.relations.find(
    ({ type, from, to }) => type === "denies" && trace.origins[origin].sayings.includes(from) && trace.sayings[to],
  );
  return relation ? trace.sayings[relation.to].origin : -1;
}

/** Through whom a saying came, nearest to the source first. */
export function via(hit: Hit): string[] {
  if (hit.what === "statement") return hit.via.map(({ name }) => name);
  return hit.what === "event" ? hit.holder.slice(1) : [];
}

const dayOfSaying = (saying: Saying): string | null =>
  dayNumber(saying.report.published) === null ? null : saying.report.published!.slice(0, 10);

/** One column a day, apart by the logarithm of the days between; what has no day stands last. */
function columnsOf(trace: Trace, width: number): Column[] {
  const days = [...new Set(trace.sayings.map(dayOfSaying).filter((day) => day !== null))].sort();
  const all: (string | null)[] = trace.sayings.some((saying) => dayOfSaying(saying) === null) ? [...days, null] : days;
  const widths = all.map((day) => Math.max(COLUMN, busiest(trace, day) * STEP + 10));
  const gaps = all.map((day, at) => (at === 0 ? 0 : 10 * Math.log2(1 + apart(all[at - 1], day))));
  const room = width - LEFT - RIGHT;
  const cells = sum(widths);
  const stretch = cells + sum(gaps) < room && sum(gaps) > 0 ? Math.min((room - cells) / sum(gaps), 14) : 1;
  const scale = Math.min(1, room / (cells + sum(gaps) * stretch));
  let x = LEFT;
  return all.map((day, at) => {
    x += gaps[at] * stretch * scale;
    const column = { day, x };
    x += widths[at] * scale;
    return column;
  });
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

const apart = (before: string | null, after: string | null): number => {
  const [first, second] = [dayNumber(before), dayNumber(after)];
  return first === null || second === null ? 7 : second - first;
};

/** How many marks stand in one cell of a day, at most. */
function busiest(trace: Trace, day: string | null): number {
  const cells = new Map<string, number>();
  const copies = new Set<string>();
  for (const saying of trace.sayings.filter((one) => dayOfSaying(one) === day)) {
    const key = `${saying.origin} ${levelKey(saying)}`;
    if (saying.role === "copy" && copies.has(key)) continue;
    if (saying.role === "copy") copies.add(key);
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...cells.values());
}

const levelKey = (saying: Saying): string => `${saying.role === "denial" ? "⊘" : ""}${via(saying).join(" ‹ ")}`;

function laneOf(trace: Trace, origin: number, columns: Column[], top: number): Lane {
  const own = trace.origins[origin].sayings.filter((at) => trace.sayings[at]);
  const keys = [...new Set(own.map((at) => levelKey(trace.sayings[at])))];
  const ways =
    keys.length > MOST
      ? [...keys.slice(0, MOST - 1).map((key) => [key]), keys.slice(MOST - 1)]
      : keys.map((key) => [key]);
  let y = top + TITLE + 14 - LEVEL;
  const levels = ways.map((way) => {
    const relayed = way.some((key) => key.replace("⊘", "") !== "");
    const sayings = own.filter((at) => way.includes(levelKey(trace.sayings[at])));
    return levelOf(trace, sayings, way.length, columns, (y += LEVEL + (relayed ? RELAYED : 0)));
  });
  const first = Math.min(...levels.flatMap(({ marks }) => marks.map(({ x }) => x)), columns.at(-1)?.x ?? LEFT);
  return { origin, node: { x: first - STEP * 0.62, y: top + 12 }, levels, denies: trace.origins[origin].denies };
}

function levelOf(trace: Trace, own: number[], ways: number, columns: Column[], y: number): Level {
  const marks = columns.flatMap(({ day, x }) =>
    cell(
      trace,
      own.filter((at) => dayOfSaying(trace.sayings[at]) === day),
      x + MARK / 2,
      y,
    ),
  );
  const one = trace.sayings[own[0]];
  return { y, via: ways > 1 ? [`${ways} other ways`] : via(one), marks: bundled(marks), denial: one.role === "denial" };
}

/** Marks that would lie on each other become one. */
function bundled(marks: Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (last && mark.x - last.x < MARK + 4) {
      const both = [last, mark].sort((a, b) => Number(a.copies) - Number(b.copies));
      [last.sayings, last.copies] = [both.flatMap(({ sayings }) => sayings), last.copies && mark.copies];
    } else out.push({ ...mark });
  }
  return out;
}

/** The marks of one day: each saying by itself, its copies as one. */
function cell(trace: Trace, own: number[], x: number, y: number): Mark[] {
  const copies = own.filter((at) => trace.sayings[at].role === "copy");
  const marks: Mark[] = own
    .filter((at) => trace.sayings[at].role !== "copy")
    .map((at) => ({ x: 0, y, sayings: [at], copies: false }));
  if (copies.length) marks.push({ x: 0, y, sayings: copies, copies: true });
  return marks.map((mark, at) => ({ ...mark, x: x + at * STEP }));
}

/** Each denial hangs from the line of what it denies. */
function threads(trace: Trace, lanes: Lane[]): Thread[] {
  const spot = new Map<number, { lane: Lane; level: Level; mark: Mark }>();
  for (const lane of lanes)
    for (const level of lane.levels)
      for (const mark of level.marks) mark.sayings.forEach((at) => spot.set(at, { lane, level, mark }));
  const affirmed = lanes.find(({ denies }) => !denies)?.levels.find(({ denial }) => !denial);
  return trace.sayings.flatMap((saying, at) => {
    const own = spot.get(at);
    if (!own || saying.role !== "denial") return [];
    const told = trace.relations.find(({ type, from }) => type === "denies" && from === at);
    const above = told && spot.get(told.to);
    const level = above && above.level.y < own.level.y ? above.level : affirmed;
    if (!level || level.y >= own.level.y) return [];
    return [
      {
        x: own.mark.x,
        from: level.y,
        to: own.level.y,
        left: Math.max(
          ...level.marks.map(({ x }) => x).filter((x) => x <= own.mark.x),
          level.marks[0]?.x ?? own.mark.x,
        ),
      },
    ];
  });
}
