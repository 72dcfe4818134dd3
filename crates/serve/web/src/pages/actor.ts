// An actor: what it said about whom over time, what it did, what was done to it, what it is called.
import type { ActorLine, ActorPage, Edge, Found, Network, Timeline } from "../answers";
import { ask } from "../api";
import type { Visit } from "../app";
import { bdi, dotted, h, join, refill, s } from "../dom";
import type { Child } from "../dom";
import { chart, core, key, sums } from "../parts/chart";
import { nameLink, standingCount, standings } from "../parts/events";
import { section, show } from "../parts/states";
import { address, search } from "../query";
import { ACTOR_WORD, STATUSES } from "../signs";
import { remember, title } from "../shell";
import { count, dayNumber, figure, oneLine } from "../words";
import { HitList } from "../parts/hits";

/** The page at `/actor/ID`. */
export async function actorPage({ main, rest, signal }: Visit): Promise<void> {
  const into = h("div", { class: "actor" });
  refill(main, into);
  await show(into, ask<ActorPage>(`actors/${encodeURIComponent(rest)}`), (page) => drawn(page, signal), signal);
}

function drawn(page: ActorPage, signal: AbortSignal): Child {
  const { actor, timeline, network } = page;
  title(actor.name);
  remember([actor, ...network.actors]);
  const near = core(timeline.days).days;
  const days =
    near.length > 1
      ? section(
          "Over time",
          key(),
          chart(near, { href: ({ from, to }) => address("/", { actor: actor.id, from, to }) }, signal, 170),
        )
      : null;
  return [head(actor), days, spoken(actor, network, timeline, signal), towards(actor, network), hits(page, signal)];
}

function head(actor: ActorLine): HTMLElement {
  const aliases = actor.aliases.length
    ? h("p", { class: "aliases" }, "also ", dotted(...actor.aliases.map((alias) => bdi(oneLine(alias)))))
    : null;
  return h(
    "header",
    { class: "actor-head" },
    h("h1", { dir: "auto" }, oneLine(actor.name)),
    h(
      "p",
      { class: "imprint" },
      dotted(
        ACTOR_WORD[actor.type],
        actor.role && bdi(oneLine(actor.role)),
        actor.country && h("a", { href: address("/", { country: actor.country }) }, actor.country),
        actor.sector,
      ),
    ),
    aliases,
    h(
      "p",
      { class: "told" },
      h("a", { href: address("/", { speaker: actor.id }) }, count(actor.statements, "statement")),
      " and ",
      count(actor.events, "event"),
      ` in ${count(actor.reports, "report")}.`,
      " ",
      h("a", { href: address("/timeline", { actor: actor.id }) }, "timeline"),
      " · ",
      h("a", { href: address("/map", { actor: actor.id }) }, "map"),
      " · ",
      h("a", { href: address("/network", { actor: actor.id }) }, "network"),
    ),
  );
}

/** Whom it speaks about, each with its days, all on one line of time. */
function spoken(actor: ActorLine, network: Network, timeline: Timeline, signal: AbortSignal): HTMLElement | null {
  const edges = network.edges
    .filter((edge) => edge.type === null && edge.from === actor.id && edge.to !== actor.id)
    .slice(0, 8);
  const numbers = core(timeline.days)
    .days.map(({ day }) => dayNumber(day))
    .filter((at) => at !== null);
  const range: [number, number] = [Math.min(...numbers), Math.max(...numbers)];
  const strips = edges.map((edge) => ({ edge, strip: h("span", { class: "strip" }) }));
  const rows = strips.map(({ edge, strip }) =>
    h(
      "li",
      null,
      nameLink(nameIn(network, edge.to)),
      " ",
      strip,
      " ",
      h(
        "span",
        { class: "numbers" },
        h("a", { href: address("/", { speaker: actor.id, actor: edge.to }) }, figure(edge.statements)),
      ),
    ),
  );
  if (numbers.length > 1) void strung(strips, range, signal);
  return section("Speaks about", rows.length ? h("ul", { class: "lines strips" }, rows) : null);
}

/** Asks for one strip after the other, so that the server can breathe. */
async function strung(
  strips: { edge: Edge; strip: HTMLElement }[],
  range: [number, number],
  signal: AbortSignal,
): Promise<void> {
  for (const { edge, strip } of strips) {
    const days = await ask<Timeline>(`timeline?${search({ speaker: edge.from, actor: edge.to })}`).catch(() => null);
    if (signal.aborted) return;
    if (days) refill(strip, sparkline(days, range));
  }
}

const nameIn = (network: Network, id: string): { name: string; id: string } => ({
  name: network.actors.find((actor) => actor.id === id)?.name ?? id,
  id,
});

/** A tick for every day with a statement, taller with more. */
function sparkline({ days }: Timeline, [first, last]: [number, number]): SVGElement {
  const most = Math.max(1, ...days.map(({ statements }) => statements));
  const marks = days
    .filter(({ statements }) => statements > 0)
    .map(({ day, statements }) => {
      const x = ((dayNumber(day)! - first) / Math.max(1, last - first)) * 196 + 2;
      const tall = 4 + 14 * (statements / most);
      return s(
        "line",
        { x1: x, x2: x, y1: 20, y2: 20 - tall },
        s("title", null, `${day}: ${count(statements, "statement")}`),
      );
    });
  return s(
    "svg",
    { viewBox: "0 0 200 21", class: "spark", "aria-hidden": "true", preserveAspectRatio: "none" },
    s("line", { class: "base", x1: 0, x2: 200, y1: 20.5, y2: 20.5 }),
    marks,
  );
}

/** What it does to others and they to it, by type; who speaks about it. */
function towards(actor: ActorLine, network: Network): HTMLElement | null {
  const own = network.edges.filter((edge) => edge.from !== edge.to);
  const did = own.filter((edge) => edge.type !== null && edge.from === actor.id);
  const done = own.filter((edge) => edge.type !== null && edge.to === actor.id);
  const about = own.filter((edge) => edge.type === null && edge.to === actor.id);
  const line = (edge: Edge, other: string): HTMLElement => {
    const query = edge.type === null ? { speaker: edge.from, actor: edge.to } : { actor: edge.from, type: edge.type };
    return h(
      "li",
      null,
      edge.type && [h("a", { class: "type", href: address("/", query) }, edge.type), " "],
      nameLink(nameIn(network, other)),
      " ",
      h(
        "span",
        { class: "numbers" },
        edge.type === null
          ? h("a", { href: address("/", query) }, figure(edge.statements))
          : standings(edge.events, (status) => address("/", { ...query, status })),
      ),
    );
  };
  const list = (heading: string, edges: Edge[], other: (edge: Edge) => string): Child =>
    section(
      heading,
      edges.length
        ? h(
            "ul",
            { class: "lines" },
            edges.slice(0, 12).map((edge) => line(edge, other(edge))),
          )
        : null,
    );
  const columns = [
    list("Acts towards", did, (edge) => edge.to),
    list("Is acted upon by", done, (edge) => edge.from),
    list("Is spoken of by", about, (edge) => edge.from),
  ].filter(Boolean);
  return columns.length ? h("div", { class: "columns" }, columns) : null;
}

/** What it said, growing on demand, and the newest of what it did and was done to it; more by standing, since a search is for one of them. */
function hits({ actor, said, done, timeline }: ActorPage, signal: AbortSignal): Child {
  const list = (first: Found): HTMLElement => {
    const into = h("div", null);
    const more = new HitList(
      (after) => ask<Found>(`search?${search({ speaker: actor.id }, { limit: "40", ...after })}`),
      signal,
      false,
    );
    void more.fill(into, () => null, 1, first);
    return into;
  };
  const { events } = sums(timeline);
  const all = STATUSES.filter((status) => events[status] > 0).map((status) =>
    standingCount(status, events[status], address("/", { actor: actor.id, status }), true),
  );
  return [
    said.hits.length ? section("Said", list(said)) : null,
    done.hits.length
      ? section(
          "Did, and had done to it",
          h(
            "p",
            { class: "further" },
            "all: ",
            join(all, () => ", "),
          ),
          list({ hits: done.hits, next: null }),
        )
      : null,
  ];
}
