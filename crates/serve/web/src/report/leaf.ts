// One report being set, and what its parts share.
import type { Participant, Quantity, Rec, RecordEvent, ReportPage, Span, Statement } from "../answers";
import type { Citation } from "../parts/cite";
import { RELATION_SIGN, RELAY } from "../signs";
import { Points, figure, oneLine } from "../words";
import type { Cover } from "./covers";
import { covers } from "./covers";

/** Elements that shine with an item: its own, and those of its chain. */
export interface Light {
  own: Element[];
  chain: Element[];
}

export class Leaf {
  readonly record: Rec;
  readonly points: Points;
  readonly covers: Cover[];
  readonly lights = new Map<string, Light>();
  private readonly rows: Map<string, Statement | RecordEvent | Quantity | { span: Span; value?: string }>;
  readonly page: ReportPage;
  /** For each cover, where it and all before it end at the latest: what a block has to look at begins there. */
  private readonly reach: number[];
  private readonly held = new Map<string, RecordEvent[]>();
  private readonly tied = new Map<string, Rec["links"]>();
  /** The place of each actor in the record, for its id in the store. */
  private readonly places: Map<string, number>;

  constructor(page: ReportPage) {
    this.page = page;
    this.record = page.record;
    this.points = new Points(this.record.text);
    this.covers = covers(this.record);
    const { statements, events, quantities, times, places } = this.record;
    this.rows = new Map([...statements, ...events, ...quantities, ...times, ...places].map((row) => [row.id, row]));
    let furthest = 0;
    this.reach = this.covers.map(({ span }) => (furthest = Math.max(furthest, span[1])));
    for (const event of events)
      if (event.statement) this.held.set(event.statement, [...(this.held.get(event.statement) ?? []), event]);
    for (const link of this.record.links)
      for (const id of new Set([link.from, link.to])) if (id) this.tied.set(id, [...(this.tied.get(id) ?? []), link]);
    this.places = new Map(this.record.actors.map(({ id }, at) => [id, at]));
  }

  /** The covers that touch a stretch of the text. */
  touching([start, end]: Span): Cover[] {
    const first = cutAt(this.reach, (reach) => reach > start);
    const last = cutAt(this.covers, ({ span }) => span[0] >= end);
    return this.covers.slice(first, last).filter(({ span }) => span[1] > start);
  }
  /** The events that stand in a statement. */
  eventsOf(statement: string): RecordEvent[] {
    return this.held.get(statement) ?? [];
  }
  /** What a statement does to others, and they to it. */
  linksOf(statement: string): Rec["links"] {
    return this.tied.get(statement) ?? [];
  }

  words([start, end]: Span): string {
    return oneLine(this.points.slice(start, end));
  }
  statement(id: string): Statement {
    return this.rows.get(id) as Statement;
  }
  event(id: string): RecordEvent {
    return this.rows.get(id) as RecordEvent;
  }
  quantity(id: string): Quantity {
    return this.rows.get(id) as Quantity;
  }
  placeWords(id: string): string {
    const place = this.rows.get(id);
    return place && "span" in place ? this.words(place.span) : "?";
  }

  /** An actor of the record, with its id in the store. */
  name(id: string): { name: string; id: string | null } {
    const at = this.places.get(id);
    return {
      name: at === undefined ? "?" : oneLine(this.record.actors[at].name),
      id: at === undefined ? null : (this.page.actors[at] ?? null),
    };
  }
  people(list: Participant[]): { name: string; id: string | null }[] {
    return [...new Set(list.map((one) => one.id))].map((id) => this.name(id));
  }
  relays(statement: Statement): { name: string; id: string | null }[] {
    return statement.via.map((relay) =>
      relay.actor ? this.name(relay.actor) : { name: oneLine(relay.name), id: null },
    );
  }
  role(statement: Statement): string | null {
    const at = statement.source.length === 1 ? this.places.get(statement.source[0]) : undefined;
    const actor = at === undefined ? undefined : this.record.actors[at];
    return actor?.role && !actor.name.includes(actor.role) ? oneLine(actor.role) : null;
  }
  amount(quantity: Quantity, of = true): string {
    return `${RELATION_SIGN[quantity.relation]}${figure(quantity.value)}${quantity.unit ? ` ${quantity.unit}` : ""}${of && quantity.of ? ` ${oneLine(quantity.of)}` : ""}`;
  }

  light(item: string): Light {
    let light = this.lights.get(item);
    if (!light) this.lights.set(item, (light = { own: [], chain: [] }));
    return light;
  }

  /** The citation of an item: a statement's words, or the sentence of an event. */
  citation(item: string): Citation {
    const { report } = this.page;
    const spans = item.startsWith("s") ? this.said(this.statement(item)) : [this.sentence(this.event(item).trigger)];
    const words = spans.map((span) => this.words(span)).join(" … ");
    return {
      words,
      by: this.by(item),
      outlet: report.outlet ?? this.record.outlet,
      title: report.title,
      published: report.published,
      url: report.url,
      spans,
      key: report.key || null,
      item,
    };
  }
  private by(item: string): string {
    if (item.startsWith("s")) {
      const statement = this.statement(item);
      const source =
        statement.source.map((id) => this.name(id).name).join(", ") ||
        (statement.source_span ? `? (“${this.words(statement.source_span)}”)` : "?");
      return [source, ...this.relays(statement).map((relay) => relay.name)].join(` ${RELAY} `);
    }
    const event = this.event(item);
    const side = (list: Participant[]): string =>
      this.people(list)
        .map((one) => one.name)
        .join(", ") || "?";
    return `${event.type} ${side(event.actor)}${event.recipient.length ? ` → ${side(event.recipient)}` : ""} (${event.status})`;
  }
  private said(statement: Statement): Span[] {
    return statement.content.length ? statement.content : statement.cue ? [statement.cue] : [];
  }
  /** The sentence around a span. */
  sentence(span: Span): Span {
    return this.record.sentences.find(([start, end]) => start <= span[0] && span[1] <= end) ?? span;
  }
}

/** Where a sorted list begins to be past something. */
function cutAt<T>(list: T[], past: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (past(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The number of an item in its address: `s12` is 12. */
export const numberOf = (id: string): string => id.replace(/^\D+/, "");
