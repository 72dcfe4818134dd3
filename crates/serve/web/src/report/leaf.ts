// One report being set, and what its parts share.
import type { Participant, Quantity, Rec, RecordEvent, ReportPage, Span, Statement } from "../answers";
import type { Citation } from "../parts/cite";
import { RELATION_SIGN, RELAY } from "../signs";
import { Points, figure, oneLine } from "../words";
import type { Cover } from "./covers";
import { covers } from "./covers";

/** Elements that shine with an item: its own, and those of its chain. */
export interface Light { own: Element[]; chain: Element[] }

export class Leaf {
  readonly record: Rec;
  readonly points: Points;
  readonly covers: Cover[];
  readonly lights = new Map<string, Light>();
  private readonly rows: Map<string, Statement | RecordEvent | Quantity | { span: Span; value?: string }>;
  readonly page: ReportPage;
  /** The place of each actor in the record, for its id in the store. */
  private readonly places: Map<string, number>;

  constructor(page: ReportPage) {
    this.page = page;
    this.record = page.record;
    this.points = new Points(this.record.text);
    this.covers = covers(this.record);
    const { statements, events, quantities, times, places } = this.record;
    this.rows = new Map([...statements, ...events, ...quantities, ...times, ...places].map((row) => [row.id, row]));
    this.places = new Map(this.record.actors.map(({ id }, at) => [id, at]));
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
    return { name: at === undefined ? "?" : oneLine(this.record.actors[at].name), id: at === undefined ? null : (this.page.actors[at] ?? null) };
  }
  people(list: Participant[]): { name: string; id: string | null }[] {
    return [...new Set(list.map((one) => one.id))].map((id) => this.name(id));
  }
  relays(statement: Statement): { name: string; id: string | null }[] {
    return statement.via.map((relay) => (relay.actor ? this.name(relay.actor) : { name: oneLine(relay.name), id: null }));
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
    return { words, by: this.by(item), outlet: report.outlet ?? this.record.outlet, title: report.title, published: report.published, url: report.url, spans, key: report.key || null, item };
  }
  private by(item: string): string {
    if (item.startsWith("s")) {
      const statement = this.statement(item);
      const source = statement.source.map((id) => this.name(id).name).join(", ") || (statement.source_span ? `? (“${this.words(statement.source_span)}”)` : "?");
      return [source, ...this.relays(statement).map((relay) => relay.name)].join(` ${RELAY} `);
    }
    const event = this.event(item);
    const side = (list: Participant[]): string => this.people(list).map((one) => one.name).join(", ") || "?";
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

/** The number of an item in its address: `s12` is 12. */
export const numberOf = (id: string): string => id.replace(/^\D+/, "");
