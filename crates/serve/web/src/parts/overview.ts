// What the store holds, in one sentence and three lists, every number a way in.
import type { Stats } from "../answers";
import { bdi, dotted, h, join } from "../dom";
import type { Child } from "../dom";
import { address } from "../query";
import { STATUSES, TYPES, total } from "../signs";
import { count, figure } from "../words";
import { nameLink, standingCount, standings } from "./events";
import { empty, section } from "./states";

/** The start page above the newest hits; where nothing has been added yet, how to add. */
export function overview(stats: Stats): Child {
  if (stats.reports === 0) return teach();
  return [
    sentence(stats),
    h(
      "details",
      { class: "holds", open: innerWidth > 640 },
      h("summary", null, "by event, speaker and outlet"),
      h("div", { class: "columns" }, types(stats), speakers(stats), outlets(stats)),
    ),
    h("h2", { class: "newest" }, "Newest"),
  ];
}

/** The first words that somebody sees. */
export function teach(): HTMLElement {
  return empty(
    "No reports yet.",
    h("p", null, "Add a folder of pages or texts, then load this page again:"),
    h("pre", null, h("code", null, "sayso add clippings/")),
    h("p", null, "Or ", h("a", { href: "/read" }, "paste one report"), " and see what sayso reads in it."),
  );
}

function sentence(stats: Stats): HTMLElement {
  const copies = stats.reports - stats.origins;
  const events = STATUSES.filter((status) => stats.events[status] > 0).map((status) =>
    standingCount(status, stats.events[status], address("/", { status }), true),
  );
  return h(
    "p",
    { class: "told" },
    count(stats.reports, "report"),
    copies > 0 && `, ${figure(copies)} of them copies`,
    stats.days && [" · ", stats.days[0], " to ", stats.days[1]],
    " · ",
    count(stats.statements, "statement"),
    " · ",
    count(total(stats.events), "event"),
    events.length ? [": ", join(events, () => ", ")] : null,
    ".",
    stats.failures > 0 && h("span", { class: "failures" }, ` ${count(stats.failures, "input")} could not be read.`),
  );
}

/** What happened, against what was only said. */
function types(stats: Stats): Child {
  const rows = stats.types.slice(0, 16).map(({ type, events }) =>
    h(
      "li",
      null,
      h("a", { href: address("/", { type }), title: TYPES.find(([name]) => name === type)?.[1] }, type),
      " ",
      h(
        "span",
        { class: "numbers" },
        standings(events, (status) => address("/", { type, status })),
      ),
    ),
  );
  return rows.length ? section("What happened, what was said", h("ul", { class: "lines" }, rows)) : null;
}

function speakers(stats: Stats): Child {
  const rows = stats.speakers
    .slice(0, 16)
    .map((actor) =>
      h(
        "li",
        null,
        nameLink(actor),
        " ",
        h(
          "span",
          { class: "numbers" },
          h(
            "a",
            { href: address("/", { speaker: actor.id }), title: count(actor.statements, "statement") },
            figure(actor.statements),
          ),
        ),
      ),
    );
  return rows.length
    ? section(
        "Who speaks",
        h("ul", { class: "lines" }, rows),
        h("p", { class: "further" }, h("a", { href: "/actors" }, "all actors")),
      )
    : null;
}

function outlets(stats: Stats): Child {
  const rows = stats.outlets
    .slice(0, 16)
    .map(({ outlet, reports, copies }) =>
      h(
        "li",
        null,
        outlet ? h("a", { href: address("/", { outlet }) }, bdi(outlet)) : h("b", { class: "unknown" }, "?"),
        " ",
        h(
          "span",
          { class: "numbers" },
          dotted(count(reports, "report"), copies > 0 ? count(copies, "copy", "copies") : null),
        ),
      ),
    );
  return rows.length ? section("Outlets", h("ul", { class: "lines" }, rows)) : null;
}
