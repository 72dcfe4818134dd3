// Many hits: pages that grow, groups by report, copies folded.
import type { Found, Hit, ReportLine } from "../answers";
import { keep } from "../app";
import { append, bdi, dotted, h, refill } from "../dom";
import type { Child } from "../dom";
import { address, queryOf } from "../query";
import type { Query } from "../query";
import { count, oneLine } from "../words";
import { announce } from "./cite";
import { doneLine, hitItem, marked } from "./hit";
import { failure, show } from "./states";

/** Hits that grow at their end, grouped by report; what copies say word for word is folded into the first. */
export class HitList {
  private readonly list = h("div", { class: "hits" });
  private readonly more = h("button", { type: "button", class: "more" }, "more");
  private readonly same = new Map<string, Group>();
  private last: Group | null = null;
  private next: string | null = null;
  private shown = 0;
  private pages = 0;
  private readonly fetch: (after: Record<string, string>) => Promise<Found>;
  private readonly signal: AbortSignal;
  private readonly endless: boolean;

  constructor(fetch: (after: Record<string, string>) => Promise<Found>, signal: AbortSignal, endless = true) {
    [this.fetch, this.signal, this.endless] = [fetch, signal, endless];
    this.more.addEventListener("click", () => void this.page());
  }

  /** Shows the first pages. */
  async fill(into: HTMLElement, nothing: () => Child, pages = 1, first?: Found): Promise<void> {
    await show(
      into,
      first ? Promise.resolve(first) : this.fetch({}),
      (found) => (found.hits.length ? (this.add(found), [this.list, this.more]) : nothing()),
      this.signal,
    );
    while (this.pages < pages && this.next !== null && !this.signal.aborted) await this.page();
    if (this.shown > 0) announce(`${count(this.shown, "item")}${this.next ? " and more" : ""}`);
    if (this.endless) this.watch();
  }

  /** Fetches on as the end comes near. */
  private watch(): void {
    const near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void this.page(),
      { rootMargin: "600px" },
    );
    near.observe(this.more);
    this.signal.addEventListener("abort", () => near.disconnect());
  }

  private busy = false;

  private async page(): Promise<void> {
    if (this.busy || this.next === null || this.signal.aborted) return;
    this.busy = true;
    try {
      const found = await this.fetch({ after: this.next });
      if (!this.signal.aborted) this.add(found);
      if (this.endless && !this.signal.aborted) keep({ pages: this.pages });
    } catch (error) {
      this.next = null;
      this.more.replaceWith(failure(error));
    } finally {
      this.busy = false;
    }
  }

  private add(found: Found): void {
    found.hits.forEach((hit) => this.place(hit));
    this.next = found.next;
    this.shown += found.hits.length;
    this.pages += 1;
    this.more.hidden = found.next === null;
  }

  private place(hit: Hit): void {
    const key = `${hit.report.copy_of ?? hit.report.key} ${hit.what} ${hit.words}`;
    const known = this.same.get(key);
    if (known && known.report.key !== hit.report.key) return known.also(hit.report);
    if (this.last?.report.key !== hit.report.key) append(this.list, (this.last = new Group(hit.report)).element);
    this.last.add(hit);
    this.same.set(key, this.last);
  }
}

/** One thing in a group: a statement with its events, or a sentence with its own. */
interface Entry {
  start: number;
  spans: string;
  statement: string | null;
  element: HTMLElement;
  loose: Hit[];
}

/** The hits of one report, in the order of its text. An event is a line under its statement, or under the sentence it shares. */
class Group {
  readonly element: HTMLElement;
  private readonly items = h("div", { class: "items" });
  private readonly others = h("p", { class: "others" });
  private readonly copies = new Map<string, ReportLine>();
  private entries: Entry[] = [];
  private readonly headline: HTMLElement;
  readonly report: ReportLine;

  constructor(report: ReportLine) {
    this.report = report;
    this.others.hidden = true;
    const head = heading(report);
    this.headline = head.querySelector("h2 a")!;
    this.element = h("section", { class: "group" }, head, this.items, this.others);
  }

  add(hit: Hit): void {
    // The headline stands at the head already; only what was asked for in it is marked.
    if (hit.what === "passage" && this.report.title !== null && oneLine(hit.words) === oneLine(this.report.title))
      return refill(this.headline, h("bdi", null, marked(hit)));
    if (hit.what === "event" && this.joins(hit)) return;
    const entry: Entry = {
      start: hit.spans[0]?.[0] ?? 0,
      spans: JSON.stringify(hit.spans),
      statement: hit.what === "statement" ? hit.item : null,
      element: hitItem(hit),
      loose: hit.what === "event" ? [hit] : [],
    };
    const next = this.entries.findIndex(({ start }) => start > entry.start);
    this.items.insertBefore(entry.element, this.entries[next]?.element ?? null);
    this.entries.splice(next < 0 ? this.entries.length : next, 0, entry);
    if (entry.statement) this.gather(entry);
  }

  /** Whether an event finds its statement, or its sentence, here already. */
  private joins(hit: Hit & { what: "event" }): boolean {
    const entry =
      this.entries.find(({ statement }) => statement !== null && statement === hit.statement) ??
      this.entries.find(({ spans, loose }) => loose.length > 0 && spans === JSON.stringify(hit.spans));
    if (!entry) return false;
    if (!entry.statement) entry.loose.push(hit);
    this.line(entry.element, hit);
    return true;
  }

  /** Puts an event with all that is known of it in the place of its short line. */
  private line(item: HTMLElement, hit: Hit & { what: "event" }): void {
    const short = item.querySelector(`[data-event="${CSS.escape(hit.event)}"]`);
    const list =
      item.querySelector(".events") ?? item.insertBefore(h("ul", { class: "events" }), item.querySelector(".tools"));
    if (short) short.replaceWith(doneLine(hit));
    else list.prepend(...[...list.querySelectorAll(".event")], doneLine(hit));
  }

  /** Takes the events of a statement that came before it. */
  private gather(into: Entry): void {
    for (const entry of this.entries.filter(({ loose }) => loose.length > 0)) {
      for (const hit of entry.loose.filter((hit) => hit.what === "event" && hit.statement === into.statement)) {
        entry.element.querySelector(`[data-event="${CSS.escape((hit as Hit & { event: string }).event)}"]`)?.remove();
        this.line(into.element, hit as Hit & { what: "event" });
        entry.loose = entry.loose.filter((one) => one !== hit);
      }
      if (entry.loose.length === 0) entry.element.remove();
    }
    this.entries = this.entries.filter(({ element }) => element.parentNode === this.items);
  }

  /** Another report of the family says the same. */
  also(report: ReportLine): void {
    this.copies.set(report.key, report);
    this.others.hidden = false;
    const lines = [...this.copies.values()].map((one) =>
      h("a", { href: `/report/${encodeURIComponent(one.key)}` }, bdi(one.outlet ?? "?"), " ", one.published ?? ""),
    );
    refill(this.others, `word for word in ${count(this.copies.size, "copy", "copies")}: `, dotted(...lines));
  }
}

/** What is asked here, so that a further filter keeps it. */
const asked = (): Query => (location.pathname === "/" ? queryOf(location.search) : {});

/** Day, outlet and headline of a report, and whether it copies. */
function heading(report: ReportLine): HTMLElement {
  const copy = report.copy_of
    ? h("a", { class: "copy", href: `/report/${encodeURIComponent(report.copy_of)}` }, "copy of an earlier report")
    : null;
  const copies = report.copies > 0 ? count(report.copies, "copy", "copies") : null;
  return h(
    "header",
    { class: "report-line" },
    h(
      "h2",
      null,
      h(
        "a",
        { href: `/report/${encodeURIComponent(report.key)}` },
        bdi(oneLine(report.title ?? "Report without a headline")),
      ),
    ),
    h(
      "p",
      null,
      dotted(
        report.published ?? [h("b", { class: "unknown" }, "?"), " day"],
        report.outlet
          ? h("a", { href: address("/", { ...asked(), outlet: report.outlet }) }, bdi(report.outlet))
          : null,
        copy,
        copies,
      ),
    ),
  );
}
