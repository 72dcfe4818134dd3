// Network: who speaks about whom, who acts towards whom. The picture is the same for the same answer: nothing in it is drawn by chance.
import type { ActorLine, Child, Edge, Field, Network, Query, Standings, Visit } from "#app";
import {
  ARROW,
  FIELDS,
  LABELS,
  STATUSES,
  address,
  ask,
  bdi,
  count,
  empty,
  figure,
  h,
  keep,
  oneLine,
  quad,
  refill,
  remember,
  s,
  search,
  show,
  sign,
  standings,
  title,
  total,
} from "#app";
import { GROUPS, curve, labels, place, round } from "../network/layout";
import type { Arc, Dot, Group } from "../network/layout";

const SIZES = [20, 40, 60];

/** The filters that a network takes. */
const TAKEN: Field[] = ["actor", "type", "status", "from", "to"];

/** The page at `/network`. */
export async function networkPage({ main, query, signal, state }: Visit): Promise<void> {
  title("Network");
  const into = h("div", { class: "network" });
  const narrowed = Object.fromEntries(TAKEN.map((field) => [field, query[field]])) as Query;
  const left = FIELDS.filter((field) => query[field] && !TAKEN.includes(field));
  const told = left.length
    ? h(
        "p",
        { class: "hint" },
        `A network is drawn of all words: not narrowed by ${left.map((field) => LABELS[field]).join(", ")}.`,
      )
    : null;
  refill(main, h("h1", { class: "unseen" }, "Network"), told, into);
  await show(
    into,
    ask<Network>(`network?${search(narrowed)}`),
    (network) => (
      remember(network.actors),
      network.edges.length ? new Graph(network, query, signal, state).element : nothing()
    ),
    signal,
  );
}

const nothing = (): HTMLElement =>
  empty("Nobody speaks about or acts towards anybody here.", h("p", null, "Take a filter away."));

class Graph {
  readonly element: HTMLElement;
  private readonly network: Network;
  private readonly query: Query;
  private readonly shown = new Set<Group>(GROUPS);
  private readonly figure = h("figure", { class: "graph" });
  private readonly card = h("div", { class: "card", "aria-live": "polite" });
  private readonly table = h("div", { class: "edges" });
  private size: number;
  private width = 0;
  private picked: string | null = null;

  constructor(network: Network, query: Query, signal: AbortSignal, state: Record<string, unknown>) {
    [this.network, this.query] = [network, query];
    this.size = Number(state.actors) || (innerWidth < 600 ? 20 : 40);
    this.element = h(
      "div",
      null,
      this.told(),
      this.controls(),
      h("div", { class: "beside" }, this.figure, this.card),
      this.table,
    );
    const watch = new ResizeObserver(([entry]) => {
      if (Math.floor(entry.contentRect.width) === this.width) return;
      this.width = Math.floor(entry.contentRect.width);
      this.draw();
    });
    watch.observe(this.figure);
    signal.addEventListener("abort", () => watch.disconnect());
    addEventListener("reader:out", () => this.pick(null), { signal });
    this.figure.addEventListener("click", (event) => event.target === this.figure.firstElementChild && this.pick(null));
    this.pick(null);
    this.list();
  }

  private told(): HTMLElement {
    const { actors, edges } = this.network;
    const said = edges.reduce((sum, edge) => sum + edge.statements, 0);
    const done = edges.reduce((sum, edge) => sum + total(edge.events), 0);
    return h(
      "p",
      { class: "told" },
      count(actors.length, "actor"),
      ` · ${count(said, "statement")} about another · ${count(done, "event")} towards another.`,
    );
  }

  private controls(): HTMLElement {
    const box = (group: Group): HTMLElement => {
      const input = h("input", { type: "checkbox", checked: true });
      input.addEventListener(
        "change",
        () => (input.checked ? this.shown.add(group) : this.shown.delete(group), this.draw(), this.list()),
      );
      return h(
        "label",
        { class: `pick-edge ${className(group)}` },
        input,
        h("span", { class: "swatch", "aria-hidden": "true" }),
        ` ${group}`,
      );
    };
    const size = h(
      "select",
      { "aria-label": "How many actors" },
      SIZES.map((number) => h("option", { value: number, selected: number === this.size }, `busiest ${number}`)),
    );
    size.addEventListener(
      "change",
      () => ((this.size = Number(size.value)), keep({ actors: this.size }), this.draw(), this.list()),
    );
    return h(
      "div",
      { class: "controls", role: "group", "aria-label": "What is drawn" },
      GROUPS.map(box),
      this.network.actors.length > SIZES[0] ? size : null,
    );
  }

  private arcs(): { dots: Dot[]; arcs: Arc[] } {
    const edges = this.network.edges.filter((edge) => this.shown.has(groupOf(edge)) && edge.from !== edge.to);
    const weight = new Map<string, number>();
    for (const edge of edges)
      for (const id of [edge.from, edge.to]) weight.set(id, (weight.get(id) ?? 0) + weigh(edge));
    const actors = this.network.actors
      .filter(({ id }) => weight.has(id))
      .sort((a, b) => weight.get(b.id)! - weight.get(a.id)! || (a.id < b.id ? -1 : 1))
      .slice(0, this.size);
    const most = Math.max(1, ...actors.map(({ id }) => weight.get(id)!));
    const dots = actors.map((actor): Dot => ({
      id: actor.id,
      actor,
      weight: weight.get(actor.id)!,
      radius: 4 + (this.width < 520 ? 9 : 14) * Math.sqrt(weight.get(actor.id)! / most),
      x: NaN,
      y: NaN,
    }));
    const dot = new Map(dots.map((dot) => [dot.id, dot]));
    const arcs = new Map<string, Arc>();
    for (const edge of edges) {
      const [source, target] = [dot.get(edge.from), dot.get(edge.to)];
      if (!source || !target) continue;
      const key = `${edge.from} ${edge.to} ${groupOf(edge)}`;
      const arc = arcs.get(key) ?? { source, target, group: groupOf(edge), weight: 0, actual: 0, edges: [] };
      arc.weight += weigh(edge);
      arc.actual += edge.events.actual;
      arc.edges.push(edge);
      arcs.set(key, arc);
    }
    const tied = new Set([...arcs.values()].flatMap(({ source, target }) => [source, target]));
    return { dots: dots.filter((dot) => tied.has(dot)), arcs: [...arcs.values()] };
  }

  private draw(): void {
    if (this.width < 10) return;
    const { dots, arcs } = this.arcs();
    const height = Math.max(Math.min(this.width * 0.72, 240 + dots.length * 11), Math.min(380, 200 + dots.length * 14));
    place(dots, arcs, this.width, height);
    refill(
      this.figure,
      s(
        "svg",
        {
          viewBox: `0 0 ${this.width} ${height}`,
          width: this.width,
          height,
          role: "group",
          "aria-label": "Network of actors; the table below tells the same",
        },
        s(
          "g",
          { class: "arcs" },
          arcs.map((arc) => this.arc(arc, Math.max(...arcs.map(({ weight }) => weight)))),
        ),
        s(
          "g",
          { class: "dots" },
          dots.map((dot) => this.dot(dot)),
        ),
        s("g", { class: "labels", "aria-hidden": "true" }, labels(dots, this.width)),
      ),
    );
    this.highlight();
  }

  private arc({ source, target, group, weight, actual }: Arc, most: number): SVGElement {
    const { d, head } = curve(source, target, group);
    const untold = group !== "speaks about" && actual === 0 ? " untrue" : "";
    const width = round(1 + (group === "speaks about" ? 1.2 : 3.2) * (Math.log(weight) / Math.log(most + 1)));
    return s(
      "g",
      { class: `arc ${className(group)}${untold}`, "data-from": source.id, "data-to": target.id },
      s("path", { class: "line", d, "stroke-width": width }),
      s("path", { class: "head", d: head }),
    );
  }

  private dot({ id, actor, x, y, radius }: Dot): SVGElement {
    const words = `${actor.name}: ${count(actor.statements, "statement")}, ${count(actor.events, "event")}`;
    const mark = s(
      "g",
      { class: `dot-actor ${actor.type}`, tabindex: "0", role: "button", "data-id": id, "aria-label": words },
      s("title", null, words),
      actor.type === "place"
        ? s("rect", { x: x - radius * 0.9, y: y - radius * 0.9, width: radius * 1.8, height: radius * 1.8, rx: 2 })
        : s("circle", { cx: x, cy: y, r: radius }),
    );
    mark.addEventListener("click", () => this.pick(id));
    mark.addEventListener(
      "keydown",
      (event) =>
        (event.key === "Enter" || event.key === " ") &&
        (event.preventDefault(), event.stopPropagation(), this.pick(id)),
    );
    mark.addEventListener("mouseenter", () => this.highlight(id));
    mark.addEventListener("mouseleave", () => this.highlight());
    return mark;
  }

  /** Only what has to do with one actor stands out. */
  private highlight(id: string | null = this.picked): void {
    const near = new Set<string>(id ? [id] : []);
    for (const arc of this.figure.querySelectorAll<SVGElement>(".arc")) {
      const own = id !== null && (arc.dataset.from === id || arc.dataset.to === id);
      if (own) near.add(arc.dataset.from!).add(arc.dataset.to!);
      arc.classList.toggle("faint", id !== null && !own);
    }
    for (const node of this.figure.querySelectorAll<SVGElement>("[data-id]")) {
      node.classList.toggle("faint", id !== null && !near.has(node.dataset.id!));
      node.classList.toggle("near", id !== null && near.has(node.dataset.id!));
      node.classList.toggle("picked", node.dataset.id === this.picked);
    }
  }

  private pick(id: string | null): void {
    this.picked = id;
    this.highlight();
    const actor = this.network.actors.find((one) => one.id === id);
    refill(
      this.card,
      actor
        ? this.about(actor)
        : h(
            "p",
            { class: "hint" },
            "Choose an actor to see whom it speaks about and acts towards. A square is a country or place. An arrow is dashed where nothing of it happened: it is only threatened, planned, possible or denied.",
          ),
    );
  }

  private about(actor: ActorLine): Child {
    const out = this.network.edges.filter(
      (edge) => edge.from === actor.id && edge.to !== actor.id && this.shown.has(groupOf(edge)),
    );
    const into = this.network.edges.filter(
      (edge) => edge.to === actor.id && edge.from !== actor.id && this.shown.has(groupOf(edge)),
    );
    const lines = (edges: Edge[], other: (edge: Edge) => string): Child =>
      h(
        "ul",
        { class: "plain-list" },
        edges.slice(0, 14).map((edge) => h("li", null, bdi(this.name(other(edge))), " ", this.what(edge))),
        edges.length > 14 ? h("li", { class: "quiet" }, `and ${edges.length - 14} more, in the table`) : null,
      );
    return [
      h("h2", null, h("a", { href: `/actor/${encodeURIComponent(actor.id)}` }, bdi(actor.name))),
      h("p", { class: "quiet" }, [actor.role, actor.country, actor.sector].filter(Boolean).join(" · ")),
      out.length ? [h("h3", null, "towards"), lines(out, (edge) => edge.to)] : null,
      into.length ? [h("h3", null, "from"), lines(into, (edge) => edge.from)] : null,
    ];
  }

  private name = (id: string): string => oneLine(this.network.actors.find((actor) => actor.id === id)?.name ?? id);

  private what(edge: Edge): Child {
    if (edge.type === null)
      return h(
        "a",
        { class: "count", href: address("/", { ...this.query, speaker: edge.from, actor: edge.to }) },
        `“ ${count(edge.statements, "statement")}`,
      );
    return [
      h("a", { class: "type", href: this.search(edge) }, edge.type),
      " ",
      standings(edge.events, (status) => this.search(edge, status)),
    ];
  }

  private search = (edge: Edge, status?: string): string =>
    address("/", { ...this.query, actor: edge.from, type: edge.type ?? undefined, status });

  /** The same as a table. */
  private list(): void {
    const known = new Set(this.arcs().dots.map(({ id }) => id));
    const edges = this.network.edges.filter(
      (edge) => this.shown.has(groupOf(edge)) && known.has(edge.from) && known.has(edge.to) && edge.from !== edge.to,
    );
    const rows = edges.slice(0, 400).map((edge) =>
      h(
        "tr",
        {
          class: "item",
          tabindex: "-1",
          "data-open": edge.type
            ? this.search(edge)
            : address("/", { ...this.query, speaker: edge.from, actor: edge.to }),
        },
        h("td", null, h("a", { href: `/actor/${encodeURIComponent(edge.from)}` }, bdi(this.name(edge.from)))),
        h("td", null, sign(ARROW), h("span", { class: "unseen" }, "towards")),
        h("td", null, h("a", { href: `/actor/${encodeURIComponent(edge.to)}` }, bdi(this.name(edge.to)))),
        h(
          "td",
          null,
          edge.type
            ? h("a", { class: "type", href: this.search(edge) }, edge.type)
            : h("a", { href: address("/", { ...this.query, speaker: edge.from, actor: edge.to }) }, "speaks about"),
        ),
        h(
          "td",
          { class: "numbers" },
          edge.type
            ? standings(edge.events as Standings, (status) => this.search(edge, status))
            : figure(edge.statements),
        ),
      ),
    );
    refill(
      this.table,
      h("h2", null, "The same as a table"),
      h(
        "div",
        { class: "scroll" },
        h(
          "table",
          null,
          h(
            "thead",
            null,
            h(
              "tr",
              null,
              ["who", ARROW, "whom", "what", "how often"].map((words) => h("th", { scope: "col" }, words)),
            ),
          ),
          h("tbody", null, rows),
        ),
      ),
      edges.length > rows.length
        ? h("p", { class: "hint" }, `${edges.length - rows.length} more are not shown.`)
        : null,
    );
  }
}

const groupOf = (edge: Edge): Group => (edge.type === null ? "speaks about" : quad(edge.type));
const className = (group: Group): string => group.replace(" ", "-");
const weigh = (edge: Edge): number => edge.statements + STATUSES.reduce((sum, status) => sum + edge.events[status], 0);
