// The picture of a trace, as SVG: origins as lanes, relays as steps, copies folded, denials hanging below the line.
import type { Trace } from "../answers";
import { h, refill, s } from "../dom";
import type { Child } from "../dom";
import { RELAY } from "../signs";
import { count, cut, oneLine, shortDay } from "../words";
import type { Lane, Layout, Level, Mark, Thread } from "./layout";
import { MARK, layout } from "./layout";

/** Width of a letter of the small type, in pixels, rather too much than too little. */
const LETTER = 6.3;

/** The picture, drawn again where its room changes. */
export function picture(trace: Trace, signal: AbortSignal): HTMLElement {
  const figure = h("figure", { class: "picture" });
  let [width, all] = [0, false];
  const draw = (): void => {
    const plan = layout(trace, width, all);
    const more = h(
      "button",
      { type: "button", class: "plain", onclick: () => ((all = !all), draw()) },
      all ? "show fewer" : `show ${count(plan.hidden, "more origin")}`,
    );
    refill(figure, drawn(trace, plan), plan.hidden || all ? more : null);
  };
  const watch = new ResizeObserver(([entry]) => {
    if (Math.floor(entry.contentRect.width) === width) return;
    width = Math.max(260, Math.floor(entry.contentRect.width));
    draw();
  });
  watch.observe(figure);
  signal.addEventListener("abort", () => watch.disconnect());
  return figure;
}

function drawn(trace: Trace, plan: Layout): SVGElement {
  const { width, height } = plan;
  return s(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "group",
      "aria-label": "Who said it when, and through whom; the list below tells the same",
    },
    axis(plan),
    plan.threads.map(thread),
    plan.lanes.map((lane) => lines(lane)),
    plan.lanes.map((lane) => laneOf(trace, lane, plan)),
  );
}

function axis({ columns, width, height }: Layout): Child[] {
  let free = 0;
  let year = "";
  return columns.map(({ day, x }) => {
    const words =
      day === null ? "no day" : day.slice(0, 4) === year ? shortDay(day) : `${shortDay(day)} ${day.slice(0, 4)}`;
    const fits = x >= free && x + words.length * LETTER <= width;
    if (fits) [free, year] = [x + words.length * LETTER + 8, day?.slice(0, 4) ?? year];
    return (
      fits && [
        s("line", { class: "day", x1: x + MARK / 2, x2: x + MARK / 2, y1: 20, y2: height }),
        s("text", { class: "tick", x, y: 13 }, words),
      ]
    );
  });
}

/** From the origin down to each level, and along it. */
function lines({ node, levels, denies }: Lane): Child[] {
  return levels.map(({ y, marks, denial }) =>
    s("path", {
      class: `way${denies || denial ? " denies" : ""}`,
      d: `M${node.x} ${node.y}V${y - 8}Q${node.x} ${y} ${node.x + 8} ${y}H${Math.max(...marks.map(({ x }) => x))}`,
    }),
  );
}

/** From what is denied along its line, then down to the denial. */
const thread = ({ x, from, to, left }: Thread): Child =>
  s("path", { class: "thread", d: `M${left} ${from}H${x}V${to}` });

function laneOf(trace: Trace, lane: Lane, { width }: Layout): Child {
  const origin = trace.origins[lane.origin];
  const name = oneLine(origin.who?.name ?? "? nobody named");
  const details = [
    origin.copies ? `${count(origin.copies, "copy", "copies")} of one origin` : "",
    origin.sayings.length > 1 ? count(origin.sayings.length, "saying") : "",
  ]
    .filter(Boolean)
    .join(" · ");
  const right = (width - lane.node.x - 14) / LETTER;
  const mark = lane.denies ? 2 : 0;
  const rest = details && mark + name.length + details.length + 3 < right ? `  ${details}` : "";
  // Where the name has no room to the right, it stands to the left of its node.
  const left = name.length + mark + 1 > right && lane.node.x / LETTER > right;
  const short = cut(name, Math.max(6, Math.floor((left ? lane.node.x / LETTER : right) - mark - 1)));
  return s(
    "g",
    { class: `lane${lane.denies ? " denies" : ""}` },
    s("circle", { class: "node", cx: lane.node.x, cy: lane.node.y, r: 4 }),
    s(
      "text",
      {
        class: "origin",
        x: lane.node.x + (left ? -10 : 10),
        y: lane.node.y + 4,
        "text-anchor": left ? "end" : "start",
      },
      lane.denies && s("tspan", { class: "deny" }, "⊘ "),
      s("tspan", { class: "name" }, short),
      rest && s("tspan", { class: "more" }, rest),
    ),
    lane.levels.map((level) => levelOf(trace, level, lane.node.x, width)),
  );
}

function levelOf(trace: Trace, level: Level, start: number, width: number): Child {
  const relays = level.via.length
    ? cut(
        `${RELAY} ${level.via.map(oneLine).join(` ${RELAY} `)}`,
        Math.max(6, Math.floor((width - start - 10) / LETTER)),
      )
    : "";
  let free = 0;
  const labels = level.marks.map((mark) => {
    const words = label(trace, mark);
    const x = Math.min(mark.x - MARK / 2, width - words.length * LETTER);
    if (x < free) return null;
    free = x + words.length * LETTER + 6;
    return s("text", { class: "outlet", x, y: level.y + 25 }, words);
  });
  return [
    relays && s("text", { class: "relays", x: start + 7, y: level.y - 16 }, relays),
    labels,
    level.marks.map((mark) => markOf(trace, mark)),
  ];
}

function label(trace: Trace, mark: Mark): string {
  return mark.copies ? "" : cut(oneLine(trace.sayings[mark.sayings[0]].report.outlet ?? "?"), 16);
}

/** A mark leads to its saying in the list below; where several share it, to the first. */
function markOf(trace: Trace, mark: Mark): SVGElement {
  const { x, y, sayings, copies } = mark;
  const { role } = trace.sayings[sayings[0]];
  const words = copies
    ? `+${sayings.length}`
    : sayings.length > 1
      ? `${sayings.length}×`
      : `${role === "denial" ? "⊘" : ""}${sayings[0] + 1}`;
  const width = Math.max(MARK, words.length * 6.8 + 7);
  const told = tell(trace, mark);
  return s(
    "a",
    { href: `#y${sayings[0] + 1}`, class: `mark ${copies ? "copy" : role}`, "aria-label": told },
    s("title", null, told),
    s("rect", { x: x - MARK / 2, y: y - 11, width, height: 22, rx: copies ? 11 : 4 }),
    s("text", { x: x - MARK / 2 + width / 2, y: y + 4.5, "text-anchor": "middle" }, words),
  );
}

function tell(trace: Trace, { sayings, copies }: Mark): string {
  const one = (at: number): string =>
    `${at + 1}, ${ROLE[trace.sayings[at].role]}: ${trace.sayings[at].report.outlet ?? "?"}, ${trace.sayings[at].report.published ?? "day unknown"}`;
  if (!copies) return sayings.slice(0, 8).map(one).join("; ");
  return `${count(sayings.length, "copy", "copies")}: ${[...new Set(sayings.map((at) => trace.sayings[at].report.outlet ?? "?"))].slice(0, 12).join(", ")}`;
}

/** What part a saying plays, in words. */
export const ROLE = {
  first: "the earliest known",
  independent: "on no earlier word",
  repeat: "the same origin again",
  copy: "in a copy",
  denial: "denies it",
  declined: "neither confirms nor denies",
} as const;
