// Timeline: standing first, a bar a day; a bar or a stretch of days is a search.
import type { Day, Timeline } from "../answers";
import { ask } from "../api";
import { go } from "../app";
import type { Visit } from "../app";
import { h, refill } from "../dom";
import type { Child } from "../dom";
import { chart, core, key, sums } from "../parts/chart";
import type { Ways } from "../parts/chart";
import { standings } from "../parts/events";
import { empty, show } from "../parts/states";
import { address, search } from "../query";
import type { Query } from "../query";
import { STATUSES, total } from "../signs";
import { title } from "../shell";
import { count, figure } from "../words";

/** The page at `/timeline`. */
export async function timelinePage({ main, query, signal }: Visit): Promise<void> {
  title("Timeline");
  const into = h("div", { class: "timeline" });
  refill(main, h("h1", { class: "unseen" }, "Timeline"), into);
  await show(
    into,
    ask<Timeline>(`timeline?${search(query)}`),
    (timeline) => (timeline.days.length || total(timeline.undated) ? drawn(timeline, query, signal) : nothing()),
    signal,
  );
}

const NONE = { actual: 0, hypothetical: 0, future: 0, negated: 0 };

const nothing = (): HTMLElement =>
  empty("No day has any of this.", h("p", null, "Take a filter away, or ask for fewer words."));

function drawn(timeline: Timeline, query: Query, signal: AbortSignal): Child {
  const ways: Ways = {
    href: ({ from, to }) => address("/", { ...query, from, to }),
    brushed: (from, to) => go(address("/timeline", { ...query, from, to })),
  };
  const { events, statements } = sums(timeline);
  return [
    h(
      "p",
      { class: "told" },
      count(total(events), "event"),
      " and ",
      count(statements, "statement"),
      " on ",
      count(timeline.days.length, "day"),
      total(timeline.undated) ? [" · no day known: ", standings(timeline.undated)] : null,
      ".",
    ),
    timeline.days.length
      ? [
          key(),
          picture(timeline, ways, signal),
          h(
            "p",
            { class: "hint" },
            "A bar leads to its reports; draw across days to look closer. An event stands on the day that the text tells, the search takes days of publication.",
          ),
        ]
      : null,
    table(timeline, query),
  ];
}

/** The days around the reports, with a word on what is told of other times; all days on demand. */
function picture(timeline: Timeline, ways: Ways, signal: AbortSignal): HTMLElement {
  const { days, before, after } = core(timeline.days);
  const into = h("div", null);
  const around = (when: string, others: Day[]): Child =>
    others.length
      ? [
          h("b", null, when),
          ` (${others[0].day.slice(0, 10)}${others.length > 1 ? ` to ${others[others.length - 1].day.slice(0, 10)}` : ""}): `,
          standings(sums({ days: others, undated: NONE }).events),
          " ",
        ]
      : null;
  const all = h(
    "button",
    { type: "button", class: "plain", onclick: () => refill(into, chart(timeline.days, ways, signal, 300)) },
    "show all days",
  );
  refill(
    into,
    chart(days, ways, signal, 300),
    before.length || after.length
      ? h("p", { class: "hint" }, around("told of earlier", before), around("told of later", after), all)
      : null,
  );
  return into;
}

/** The same as a table. */
function table(timeline: Timeline, query: Query): HTMLElement {
  const rows = timeline.days.map(({ day, events, statements }) =>
    h(
      "tr",
      { class: "item", tabindex: "-1", "data-open": address("/", { ...query, from: day, to: day }) },
      h("th", { scope: "row" }, h("a", { href: address("/", { ...query, from: day, to: day }) }, day)),
      STATUSES.map((status) => h("td", null, events[status] ? figure(events[status]) : "")),
      h("td", null, statements ? figure(statements) : ""),
    ),
  );
  return h(
    "details",
    { class: "table" },
    h("summary", null, "the same as a table"),
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
            ["day", ...STATUSES, "statements"].map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h("tbody", null, rows.reverse()),
      ),
    ),
  );
}
