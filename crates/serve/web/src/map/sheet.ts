// The drawn map: projection, marks, names, and how it moves.
import {
  geoAzimuthalEqualArea,
  geoBounds,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  geoGraticule10,
  geoPath,
} from "d3-geo";
import type { GeoProjection } from "d3-geo";
import type { Child, PlaceName, Query, Spot } from "#app";
import { STATUSES, address, cut, h, oneLine, refill, s, total } from "#app";
import { world } from "./world";
import type { World } from "./world";

/** Radius of the earth in pixels from which the fine shapes show. */
const NEAR = 420;

/** A country or region: the event is somewhere in it. */
export const isArea = ({ feature }: PlaceName): boolean => feature === "A" || feature === "L";

/** A place in the search: by its id where it has one. */
export const at = (place: PlaceName): string => (place.geonameid === null ? place.name : String(place.geonameid));

/** The drawn map: moves with the pointer, the wheel, the buttons and the keys + − 0. */
export class Sheet {
  readonly element: HTMLElement;
  private readonly svg = s("svg", { role: "group", "aria-label": "Map of events; + and − zoom, 0 shows all" });
  private readonly spots: Spot[];
  private world: World;
  private fine = false;
  private readonly query: Query;
  private width = 0;
  private height = 0;
  private projection!: GeoProjection;
  private fitted = 1;

  constructor(spots: Spot[], world: World, query: Query, signal: AbortSignal) {
    this.spots = [...spots].sort((a, b) => total(b.events) - total(a.events) || (a.place.name < b.place.name ? -1 : 1));
    [this.world, this.query] = [world, query];
    const zoom = (by: number, label: string, words: string): HTMLElement =>
      h("button", { type: "button", "aria-label": words, onclick: () => this.zoom(by) }, label);
    this.element = h(
      "figure",
      { class: "sheet" },
      this.svg,
      h(
        "div",
        { class: "zoom" },
        zoom(1.6, "+", "closer"),
        zoom(1 / 1.6, "−", "farther"),
        h("button", { type: "button", "aria-label": "show all", onclick: () => this.fit() }, "all"),
      ),
    );
    const watch = new ResizeObserver(([entry]) => this.resize(entry.contentRect.width));
    watch.observe(this.element);
    signal.addEventListener("abort", () => watch.disconnect());
    this.listen();
  }

  private resize(width: number): void {
    if (Math.floor(width) === this.width || width < 10) return;
    this.width = Math.floor(width);
    this.height = Math.floor(Math.min(Math.max(width * 0.56, 280), 620));
    for (const [name, value] of [
      ["width", this.width],
      ["height", this.height],
      ["viewBox", `0 0 ${this.width} ${this.height}`],
    ])
      this.svg.setAttribute(String(name), String(value));
    this.fit();
  }

  /** All places in view: a part of the world flat around its middle, the whole world as a whole. */
  private fit(): void {
    const points = {
      type: "MultiPoint" as const,
      coordinates: this.spots.map(({ place }) => [place.lon!, place.lat!] as [number, number]),
    };
    const middle = this.spots.length > 1 ? geoCentroid(points) : points.coordinates[0];
    const radius = Math.max(...points.coordinates.map((one) => geoDistance(one, middle)));
    const part = radius < 1.1 && Number.isFinite(middle[0]);
    const pad = Math.min(60, this.width / 7);
    const box: [[number, number], [number, number]] = [
      [pad, pad],
      [this.width - pad, this.height - pad],
    ];
    this.projection = part
      ? geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).clipAngle(100)
      : geoEqualEarth().rotate([-centre(points), 0]);
    if (part && radius > 0.02) this.projection.fitExtent(box, points);
    else if (part) this.projection.scale(this.height * 4).translate([this.width / 2, this.height / 2]);
    else
      this.projection.fitExtent(
        [
          [8, 8],
          [this.width - 8, this.height - 8],
        ],
        { type: "Sphere" },
      );
    this.fitted = this.projection.scale();
    this.draw();
  }

  private zoom(by: number, x = this.width / 2, y = this.height / 2): void {
    const scale = this.projection.scale();
    const to = Math.min(Math.max(scale * by, this.fitted / 8), this.fitted * 64);
    const [left, top] = this.projection.translate();
    const real = to / scale;
    this.projection.scale(to).translate([x + (left - x) * real, y + (top - y) * real]);
    this.draw();
  }

  private move(dx: number, dy: number): void {
    const [x, y] = this.projection.translate();
    this.projection.translate([x + dx, y + dy]);
    this.draw();
  }

  /** Takes the fine shapes once the map is near. */
  private sharpen(): void {
    if (this.fine || this.projection.scale() < NEAR) return;
    this.fine = true;
    void world("world-fine").then(
      (fine) => ((this.world = fine), this.draw()),
      () => undefined,
    );
  }

  private draw(): void {
    this.sharpen();
    this.projection.clipExtent([
      [-20, -20],
      [this.width + 20, this.height + 20],
    ]);
    const path = geoPath(this.projection).digits(1);
    const focused = (document.activeElement as Element | null)?.getAttribute?.("data-spot");
    refill(
      this.svg,
      s("path", { class: "sphere", d: path({ type: "Sphere" }) }),
      s("path", { class: "graticule", d: path(geoGraticule10()) }),
      s("path", { class: "land", d: path(this.world.land) }),
      s("path", { class: "borders", d: path(this.world.borders) }),
      this.marks(),
    );
    if (focused) this.svg.querySelector<SVGElement>(`[data-spot="${CSS.escape(focused)}"]`)?.focus();
  }

  /** The marks, the largest undermost, with as many names as have room. */
  private marks(): Child[] {
    const taken: [number, number, number, number][] = [];
    const there = this.spots.flatMap((spot, index) => {
      const xy = this.projection([spot.place.lon!, spot.place.lat!]);
      const visible =
        xy && geoPath(this.projection)({ type: "Point", coordinates: [spot.place.lon!, spot.place.lat!] }) !== null;
      return visible && xy[0] > -20 && xy[0] < this.width + 20 && xy[1] > -20 && xy[1] < this.height + 20
        ? [{ spot, index, x: xy[0], y: xy[1] }]
        : [];
    });
    const most = Math.max(...this.spots.map(({ events }) => total(events)));
    const radius = (number: number): number => Math.sqrt(number / most) * Math.min(26, this.width / 22);
    const names = there
      .slice(0, 60)
      .map(({ spot, x, y }) => this.label(spot, x, y, Math.max(5, radius(total(spot.events))), taken));
    return [there.map(({ spot, index, x, y }) => this.mark(spot, index, x, y, radius)), names];
  }

  private mark(
    { place, events }: Spot,
    index: number,
    x: number,
    y: number,
    radius: (number: number) => number,
  ): SVGElement {
    const words = `${place.name}: ${STATUSES.filter((status) => events[status])
      .map((status) => `${events[status]} ${status}`)
      .join(", ")}`;
    const outer = Math.max(5, radius(total(events)));
    const inner =
      events.actual === 0
        ? 0
        : Math.min(Math.max(2.5, radius(events.actual)), events.actual === total(events) ? outer : outer - 2);
    const shape = (className: string, r: number): SVGElement =>
      isArea(place)
        ? s("rect", { class: className, x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, rx: 2 })
        : s("circle", { class: className, cx: x, cy: y, r });
    return s(
      "a",
      {
        href: address("/", { ...this.query, place: at(place) }),
        class: `spot${events.actual ? "" : " untrue"}`,
        "data-spot": String(index),
        "aria-label": words,
      },
      s("title", null, words),
      shape("all", outer),
      inner > 0 && shape("actual", inner),
    );
  }

  private label(
    { place }: Spot,
    x: number,
    y: number,
    radius: number,
    taken: [number, number, number, number][],
  ): Child {
    const words = cut(oneLine(place.name), 22);
    const box: [number, number, number, number] = [x + radius + 3, y - 7, x + radius + 3 + words.length * 6.6, y + 7];
    if (
      box[2] > this.width ||
      taken.some(([left, top, right, bottom]) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top)
    )
      return null;
    taken.push(box);
    return s("text", { class: "placename", x: box[0], y: y + 4, "aria-hidden": "true" }, words);
  }

  private listen(): void {
    const { svg } = this;
    let last: [number, number] | null = null;
    let moved = 0;
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener(
      "pointerdown",
      (event) =>
        event.pointerType === "mouse" && event.button === 0 && ([last, moved] = [[event.clientX, event.clientY], 0]),
    );
    addEventListener("pointerup", () => (last = null));
    svg.addEventListener("pointermove", (event) => {
      if (!last) return;
      const [dx, dy] = [event.clientX - last[0], event.clientY - last[1]];
      moved += Math.abs(dx) + Math.abs(dy);
      last = [event.clientX, event.clientY];
      if (moved > 4) this.move(dx, dy);
    });
    svg.addEventListener(
      "click",
      (event) => moved > 4 && (event.preventDefault(), event.stopPropagation(), (moved = 0)),
      true,
    );
    svg.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg && !svg.contains(document.activeElement))
          return;
        event.preventDefault();
        const { left, top } = svg.getBoundingClientRect();
        this.zoom(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
      },
      { passive: false },
    );
    svg.addEventListener("dblclick", (event) => {
      const { left, top } = svg.getBoundingClientRect();
      this.zoom(1.8, event.clientX - left, event.clientY - top);
    });
    this.element.addEventListener("keydown", (event) => {
      const by = { "+": 1.6, "=": 1.6, "-": 1 / 1.6, "−": 1 / 1.6 }[event.key];
      if (by) this.zoom(by);
      else if (event.key === "0") this.fit();
    });
  }
}

/** The longitude around which the places lie. */
function centre(points: Parameters<typeof geoBounds>[0]): number {
  const [[west], [east]] = geoBounds(points);
  const middle = west <= east ? (west + east) / 2 : (west + east + 360) / 2;
  return Number.isFinite(middle) && east - west < 200 && east >= west ? middle : 0;
}
