// The head of a report: headline, imprint, the family of copies, the sentence whose numbers are filters.
import type { Rec, ReportLine, Status } from "../answers";
import { bdi, dotted, h, join } from "../dom";
import type { Child } from "../dom";
import { address } from "../query";
import { STATUSES } from "../signs";
import { count, figure, oneLine, webAddress } from "../words";
import type { Leaf } from "./leaf";

/** What may be lit alone. */
export type Pick = "all" | "statement" | "event" | "historical" | Status;

/** Outlet, author and day, where known, and the way to the page the report stood on. */
export function imprint(leaf: Leaf, byline: Child): HTMLElement {
  const { report } = leaf.page;
  const outlet = report.outlet ?? leaf.record.outlet;
  const original = webAddress(report.url);
  return h(
    "p",
    { class: "imprint" },
    dotted(
      outlet && (report.key ? h("a", { href: address("/", { outlet }) }, bdi(outlet)) : bdi(outlet)),
      byline,
      report.published ?? leaf.record.published,
      original && h("a", { href: original, rel: "noopener noreferrer external" }, "original"),
      report.key &&
        h(
          "a",
          { href: `/plain/${encodeURIComponent(report.key)}`, class: "plain-page", download: false },
          "plain page",
        ),
    ),
  );
}

/** The other reports of its family: the one it copies, and its fellow copies. */
export function family(leaf: Leaf): HTMLElement | null {
  const { report, family } = leaf.page;
  const others = family.filter(({ key }) => key !== report.key);
  if (others.length === 0) return null;
  const first = report.copy_of ? others.find(({ key }) => key === report.copy_of) : undefined;
  const rest = others.filter((one) => one !== first);
  const lead = first
    ? h("p", null, "Copy, whole or in part, of ", line(first))
    : h("p", null, `The earliest known of ${count(family.length, "report")} that share these words.`);
  const fold = h(
    "details",
    null,
    h("summary", null, count(rest.length, first ? "other copy" : "copy", first ? "other copies" : "copies")),
    h(
      "ul",
      { class: "plain-list" },
      rest.map((one) => h("li", null, line(one))),
    ),
  );
  return h("div", { class: "family" }, lead, rest.length ? fold : null);
}

const line = (one: ReportLine): HTMLElement =>
  h(
    "span",
    null,
    h("a", { href: `/report/${encodeURIComponent(one.key)}` }, bdi(oneLine(one.outlet ?? one.title ?? one.id))),
    ` ${one.published ?? "day unknown"}`,
    one.outlet && one.title ? [" · ", bdi(oneLine(one.title))] : null,
  );

/** The sentence made from the record, as a group of radio buttons: each number shows only what it counts. */
export function summary(record: Rec, picked: (pick: Pick) => void): HTMLElement {
  const pick = (what: Pick, label: string, checked = false): Child => [
    h("input", {
      type: "radio",
      class: "unseen",
      name: "only",
      id: `only-${what}`,
      checked,
      "aria-label": label,
      onchange: () => picked(what),
    }),
    h("label", { for: `only-${what}`, class: `pick pick-${what}` }, label),
  ];
  return h(
    "fieldset",
    { class: "summary" },
    h("legend", { class: "unseen" }, "Light only"),
    h("p", null, said(record, pick), " · ", done(record, pick), ". ", pick("all", "show all", true)),
  );
}

type Picker = (what: Pick, label: string) => Child;

function said(record: Rec, pick: Picker): Child {
  if (record.statements.length === 0) return "no statements found";
  const known = new Set(record.statements.flatMap(({ source }) => source)).size;
  const nameless = record.statements.filter(({ source }) => source.length === 0).length;
  const by =
    known === 0
      ? ", source unknown"
      : ` by ${count(known, "source")}${nameless ? ` and ${figure(nameless)} unknown` : ""}`;
  const outlets = new Set(
    record.statements
      .flatMap(({ via }) => via)
      .filter(({ actor }) => isOutlet(record, actor))
      .map(({ actor, name }) => actor ?? name),
  ).size;
  return [
    pick("statement", count(record.statements.length, "statement")),
    by,
    outlets ? ` through ${count(outlets, "outlet")}` : null,
  ];
}

/** People and countries that pass a word on are sources of the page, not outlets. */
const isOutlet = (record: Rec, actor: string | null): boolean =>
  actor === null || record.actors.find(({ id }) => id === actor)?.type === "organization";

function done(record: Rec, pick: Picker): Child {
  if (record.events.length === 0) return "no events found";
  const number = (status: Status): number => record.events.filter((event) => event.status === status).length;
  const counts = STATUSES.filter((status) => number(status) > 0).map((status) =>
    pick(status, `${figure(number(status))} ${status}`),
  );
  const past = record.events.filter(({ historical }) => historical).length;
  return [
    pick("event", count(record.events.length, "event")),
    ": ",
    join(counts, () => ", "),
    past ? ["; of these ", pick("historical", `${figure(past)} historical`)] : null,
  ];
}
