// Search: everything found, newest first, by report; with nothing asked, what the store holds.
import type { Found, Stats, Timeline } from "../answers";
import { go } from "../app";
import type { Visit } from "../app";
import { ask } from "../api";
import { bdi, dotted, h, join, refill } from "../dom";
import { chart, core, sums } from "../parts/chart";
import { standingCount } from "../parts/events";
import { HitList } from "../parts/hits";
import { overview } from "../parts/overview";
import { empty, show } from "../parts/states";
import { tableButton } from "../parts/table";
import { FIELDS, LABELS, address, isEmpty, search } from "../query";
import type { Query } from "../query";
import { STATUSES, total } from "../signs";
import { title } from "../shell";
import { count } from "../words";

/** The page at `/`. */
export async function searchPage({ main, query, signal, state }: Visit): Promise<void> {
  title(query.words ?? "");
  const results = h("div", { class: "results" });
  const about = h("div", { class: "about" });
  refill(main, h("h1", { class: "unseen" }, "Search"), about, results);
  const overviewed = isEmpty(query) ? showOverview(about, signal) : measured(about, query, signal);
  const list = new HitList((after) => ask<Found>(`search?${search(query, { limit: "40", ...after })}`), signal);
  await Promise.all([overviewed, list.fill(results, () => nothing(query), Number(state.pages ?? 1))]);
  if (!(await overviewed) && !signal.aborted) refill(results);
}

/** What the store holds; false where it holds nothing. */
async function showOverview(into: HTMLElement, signal: AbortSignal): Promise<boolean> {
  let holds = true;
  await show(into, ask<Stats>("stats"), (stats) => ((holds = stats.reports > 0), overview(stats)), signal);
  return holds;
}

/** How much there is in all, by standing and over time; each a way to ask for less. */
async function measured(into: HTMLElement, query: Query, signal: AbortSignal): Promise<true> {
  const timeline = await ask<Timeline>(`timeline?${search(query)}`).catch(() => null);
  if (!timeline || signal.aborted) return true;
  const { events, statements } = sums(timeline);
  if (total(events) + statements === 0) return true;
  const days = core(timeline.days).days;
  const ways = {
    href: ({ from, to }: { from: string; to: string }) => address("/", { ...query, from, to }),
    brushed: (from: string, to: string) => go(address("/", { ...query, from, to })),
  };
  const counts = STATUSES.filter((status) => events[status] > 0).map((status) =>
    standingCount(status, events[status], address("/", { ...query, status }), true),
  );
  refill(
    into,
    h(
      "p",
      { class: "told" },
      dotted(
        statements > 0 && count(statements, "statement"),
        counts.length > 0 && [count(total(events), "event"), ": ", join(counts, () => ", ")],
      ),
      ". ",
      tableButton(query),
    ),
    days.length > 1 ? chart(days, ways, signal, 118) : null,
  );
  return true;
}

/** Why nothing may have been found, and what to try. */
function nothing(query: Query): HTMLElement {
  const filters = FIELDS.filter((field) => query[field]);
  const without =
    filters.length > 1
      ? filters.map((field) =>
          h(
            "li",
            null,
            h(
              "a",
              { href: address("/", { ...query, [field]: "" }) },
              "without ",
              LABELS[field],
              " ",
              bdi(query[field]!),
            ),
          ),
        )
      : [];
  return empty(
    "Nothing has all of this.",
    h(
      "p",
      null,
      "Every word must stand in the same statement or sentence. Fewer words find more; a part in quotation marks is found as it stands.",
    ),
    without.length ? h("ul", { class: "plain-list" }, without) : null,
  );
}
