// Where everything stands in the picture of a network: dots by forces, arrows as bows, names where there is room.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { SimulationLinkDatum, SimulationNodeDatum } from "d3-force";
import type { ActorLine, Child, Edge, Quad } from "#app";
import { QUADS, cut, oneLine, s } from "#app";

export type Group = Quad | "speaks about";
export const GROUPS: Group[] = ["speaks about", ...QUADS];

/** All edges of one kind between two actors, in one direction. */
export interface Arc extends SimulationLinkDatum<Dot> {
  source: Dot;
  target: Dot;
  group: Group;
  weight: number;
  actual: number;
  edges: Edge[];
}
export interface Dot extends SimulationNodeDatum {
  id: string;
  actor: ActorLine;
  weight: number;
  radius: number;
  x: number;
  y: number;
}

/** Finds room for the dots. The forces start from a fixed spiral and run a fixed number of steps, so the same network looks the same. */
export function place(dots: Dot[], arcs: Arc[], width: number, height: number): void {
  const room = Math.min(width, height);
  dots.forEach((dot, at) => {
    const [angle, distance] = [at * 2.399963, Math.sqrt((at + 0.5) / dots.length) * room * 0.5];
    [dot.x, dot.y] = [Math.cos(angle) * distance * (width / height), Math.sin(angle) * distance];
  });
  const spread = Math.sqrt((width * height) / Math.max(dots.length, 1));
  const degree = new Map<Dot, number>();
  for (const { source, target } of arcs)
    for (const dot of [source, target]) degree.set(dot, (degree.get(dot) ?? 0) + 1);
  const busy = (dot: Dot): number => Math.sqrt(degree.get(dot) ?? 1);
  forceSimulation(dots)
    .force(
      "link",
      forceLink<Dot, Arc>(arcs)
        .distance(({ source, target }) => spread * 0.45 + 9 * (busy(source) + busy(target)))
        .strength(({ source, target }) => 0.5 / Math.max(busy(source), busy(target))),
    )
    .force(
      "apart",
      forceManyBody<Dot>()
        .strength((dot) => -spread * (1.6 + busy(dot)))
        .distanceMax(spread * 4),
    )
    .force("x", forceX<Dot>(0).strength(0.05 * (height / width)))
    .force("y", forceY<Dot>(0).strength(0.05 * (width / height)))
    .force("room", forceCollide<Dot>((dot) => dot.radius + 14).iterations(3))
    .stop()
    .tick(400);
  fit(dots, width, height);
}

/** Stretches the picture into its frame. */
function fit(dots: Dot[], width: number, height: number): void {
  const span = (key: "x" | "y"): [number, number] => [
    Math.min(...dots.map((dot) => dot[key])),
    Math.max(...dots.map((dot) => dot[key])),
  ];
  const [[left, right], [top, bottom]] = [span("x"), span("y")];
  const [side, edge] = [Math.min(70, width * 0.12), 30];
  for (const dot of dots) {
    dot.x = right > left ? side + ((dot.x - left) / (right - left)) * (width - 2 * side) : width / 2;
    dot.y = bottom > top ? edge + ((dot.y - top) / (bottom - top)) * (height - 2 * edge) : height / 2;
  }
}

/** A bow from one dot to another, each group of edges a little more bent, and its head. */
export function curve(from: Dot, to: Dot, group: Group): { d: string; head: string } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = (0.09 + 0.055 * GROUPS.indexOf(group)) * length;
  const [cx, cy] = [(from.x + to.x) / 2 - (dy / length) * bend, (from.y + to.y) / 2 + (dx / length) * bend];
  const end = towards(cx, cy, to, to.radius + 3);
  const start = towards(cx, cy, from, from.radius + 1);
  const angle = Math.atan2(end[1] - cy, end[0] - cx);
  const wing = (turn: number): string =>
    `${round(end[0] - 8 * Math.cos(angle + turn))} ${round(end[1] - 8 * Math.sin(angle + turn))}`;
  return {
    d: `M${round(start[0])} ${round(start[1])}Q${round(cx)} ${round(cy)} ${round(end[0])} ${round(end[1])}`,
    head: `M${wing(0.42)}L${round(end[0])} ${round(end[1])}L${wing(-0.42)}`,
  };
}

function towards(cx: number, cy: number, dot: Dot, stop: number): [number, number] {
  const length = Math.hypot(cx - dot.x, cy - dot.y) || 1;
  return [dot.x + ((cx - dot.x) / length) * stop, dot.y + ((cy - dot.y) / length) * stop];
}

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Names beside their dots, the busiest first; where one would lie on another it goes below, above or away. */
export function labels(dots: Dot[], width: number): Child[] {
  const taken = dots.map(({ x, y, radius }): Box => [x - radius, y - radius, x + radius, y + radius]);
  return dots.map((dot) => {
    const words = cut(oneLine(dot.actor.name), 24);
    const long = words.length * 6.4;
    const tries: [number, number][] = [
      [dot.x + dot.radius + 4, dot.y + 4],
      [dot.x - long / 2, dot.y + dot.radius + 13],
      [dot.x - long / 2, dot.y - dot.radius - 5],
      [dot.x - dot.radius - 4 - long, dot.y + 4],
    ];
    const free = tries.find(
      ([x, y]) => x > 2 && x + long < width - 2 && !taken.some((box) => overlap(box, [x, y - 10, x + long, y + 3])),
    );
    // Without room of its own a name shows when its actor is pointed at.
    const [x, y] = free ?? [Math.min(tries[0][0], width - long - 4), tries[0][1]];
    if (free) taken.push([x, y - 10, x + long, y + 3]);
    return s("text", { x: round(x), y: round(y), "data-id": dot.id, class: free ? null : "roomless" }, words);
  });
}

type Box = [number, number, number, number];
const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
