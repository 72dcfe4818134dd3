// Which words does each item cover: its own, which are marked, and those of its chain, which light up with it?
import type { Rec, RecordEvent, Span, Statement } from "../answers";

/** Words that an item covers. `own` are the classes of its own words; `null` for words of its chain. */
export interface Cover {
  span: Span;
  item: string;
  own: string | null;
}

/** Events in one statement from which its words no longer shine with each of them: a page would grow with the square of its report. */
const CROWD = 32;

/** All covers, by where they begin, the longer first. */
export function covers(record: Rec): Cover[] {
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]));
  const held = new Map<string, number>();
  for (const { statement } of record.events) if (statement) held.set(statement, (held.get(statement) ?? 0) + 1);
  const all = [
    ...record.statements.flatMap((statement) => ofStatement(statement, statements)),
    ...record.events.flatMap((event) => ofEvent(event, statements, (held.get(event.statement ?? "") ?? 0) > CROWD)),
    ...record.times.map(({ span, id }) => ({ span, item: id, own: "time" })),
    ...record.quantities.map(({ span, id }) => ({ span, item: id, own: "quantity" })),
  ];
  return all.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

type Statements = Map<string, Statement>;

const chain = (spans: (Span | null)[], item: string): Cover[] =>
  spans.flatMap((span) => (span ? [{ span, item, own: null }] : []));

/** Its content; where nothing is said, its cue. */
function ofStatement(statement: Statement, all: Statements): Cover[] {
  const words = statement.content.length ? statement.content : statement.cue ? [statement.cue] : [];
  const own = `st ${statement.kind}${statement.within ? " nested" : ""}`;
  return [...words.map((span) => ({ span, item: statement.id, own })), ...chain(bearers(statement, all), statement.id)];
}

/** Source, cue and relays of a statement, then all words of those it stands in. */
function bearers(statement: Statement, all: Statements): (Span | null)[] {
  const spans: (Span | null)[] = [];
  for (let next: Statement | undefined = statement, deep = 0; next && deep < 64; deep++) {
    spans.push(next.source_span, next.cue, ...next.via.map((relay) => relay.span));
    next = next.within ? all.get(next.within) : undefined;
    if (next) spans.push(...next.content);
  }
  return spans;
}

function ofEvent(event: RecordEvent, all: Statements, crowded: boolean): Cover[] {
  const own = {
    span: event.trigger,
    item: event.id,
    own: `ev ${event.status}${event.historical ? " historical" : ""}`,
  };
  const people = [...event.actor, ...event.recipient].map((one) => one.span);
  const holder = event.statement && !crowded ? all.get(event.statement) : undefined;
  const around = holder ? [...holder.content, ...bearers(holder, all)] : [];
  return [own, ...chain([...people, ...event.status_cues, ...around], event.id)];
}
