// The notes in the margin: on whose word does this stand, and did it happen?
import type { RecordEvent, Statement } from "../answers";
import { after, bdi, h, sign, unseen } from "../dom";
import type { Child } from "../dom";
import { citeButton, link, plain } from "../parts/cite";
import { eventClass, nameLink, names, relays, standingWords, typeLabel, unknown, whom } from "../parts/events";
import { traceQuery } from "../parts/hit";
import { address } from "../query";
import { KIND_SIGN, KIND_WORD, LINK_SIGN, LINK_WORDS } from "../signs";
import type { Leaf } from "./leaf";
import { numberOf } from "./leaf";

/** The notes on the items that begin in a block, in the order of the text. */
export function notes(leaf: Leaf, items: string[]): HTMLElement[] {
  const out = items.flatMap((item) =>
    item.startsWith("s")
      ? [said(leaf, leaf.statement(item))]
      : item.startsWith("e") && !leaf.event(item).statement
        ? [happened(leaf, leaf.event(item))]
        : [],
  );
  const measured = items.filter((item) => /^[tq]/.test(item)).map((item) => measure(leaf, item));
  return measured.length ? [...out, h("ul", { class: "note measures" }, measured)] : out;
}

/** Registers an element of a note, so that it shines with its item. */
function lit<E extends HTMLElement>(leaf: Leaf, item: string, element: E): E {
  element.dataset.item = item;
  leaf.light(item).own.push(element);
  return element;
}

function said(leaf: Leaf, statement: Statement): HTMLElement {
  const { id } = statement;
  const line = h(
    "p",
    { class: "who" },
    h("a", { class: "number", href: `#${id}` }, unseen("statement "), numberOf(id)),
    " ",
    who(leaf, statement),
    after(...how(leaf, statement)),
  );
  const events = leaf
    .eventsOf(id)
    .map((event) => lit(leaf, event.id, h("li", { class: eventClass(event) }, line1(leaf, event))));
  return h(
    "div",
    { class: `note said item${statement.within ? " nested" : ""}`, id: `n-${id}`, tabindex: "-1", "data-item": id },
    lit(leaf, id, line),
    events.length ? h("ul", { class: "events" }, events) : null,
    links(leaf, id),
    tools(leaf, id),
  );
}

/** `“ Dagny Holm, Prime Minister ‹ Morgen` */
function who(leaf: Leaf, statement: Statement): Child[] {
  const known = statement.source.length > 0;
  const speaker = known
    ? h("b", null, names(statement.source.map((one) => leaf.name(one))))
    : unknown("unknown source");
  const role = known ? leaf.role(statement) : statement.source_span && `“${leaf.words(statement.source_span)}”`;
  return [
    sign(KIND_SIGN[statement.kind], "wording"),
    " ",
    speaker,
    role ? [known ? ", " : " ", h("span", { class: "role" }, bdi(role))] : null,
    relays(leaf.relays(statement).map(nameLink)),
  ];
}

/** Cue, wording, stance, circumstances. */
function how(leaf: Leaf, statement: Statement): Child[] {
  const { stance, place, to, within } = statement;
  return [
    statement.cue && h("i", null, bdi(leaf.words(statement.cue))),
    KIND_WORD[statement.kind],
    stance === "affirms" ? null : h("b", { class: stance }, stance === "denies" ? [sign("⊘"), " "] : null, stance),
    statement.time && h("bdi", { class: "whole" }, statement.time),
    place && [`in `, bdi(leaf.placeWords(place))],
    to.length ? ["to ", names(to.map((one) => leaf.name(one)))] : null,
    within && ["inside ", h("a", { href: `#${within}` }, numberOf(within))],
  ];
}

/** `◌ SANCTION Velmar → Kastria · close · hypothetical (may, if)` */
function line1(leaf: Leaf, event: RecordEvent): Child[] {
  const cues = event.status_cues
    .filter((cue) => cue[0] !== event.trigger[0] || cue[1] !== event.trigger[1])
    .map((cue) => leaf.words(cue));
  const numbers = event.quantities.map((id) => bdi(leaf.amount(leaf.quantity(id))));
  return [
    typeLabel(event.type, event.status, event.historical, `#${event.id}`),
    " ",
    whom(leaf.people(event.actor), leaf.people(event.recipient)),
    after(
      h("i", null, bdi(leaf.words(event.trigger))),
      event.place && ["in ", bdi(leaf.placeWords(event.place))],
      event.time && h("bdi", { class: "whole" }, event.time),
      ...numbers,
      h("span", { class: "standing" }, standingWords(event.status, event.historical, cues) || "actual"),
    ),
  ];
}

/** An event on the report's own word. */
function happened(leaf: Leaf, event: RecordEvent): HTMLElement {
  const line = lit(leaf, event.id, h("p", { class: eventClass(event) }, line1(leaf, event)));
  return h(
    "div",
    { class: "note happened item", id: `n-${event.id}`, tabindex: "-1", "data-item": event.id },
    line,
    tools(leaf, event.id),
  );
}

/** What a statement does to others, and what they do to it. */
function links(leaf: Leaf, id: string): Child {
  const lines = leaf.linksOf(id).map(({ type, from, to, event }) => {
    const [does, done] = LINK_WORDS[type];
    const other = from === id ? to : from;
    const meant = event && [
      ": ",
      h("a", { class: "type", href: `#${event}` }, h("span", null, leaf.event(event)?.type ?? "")),
    ];
    return h(
      "span",
      null,
      sign(LINK_SIGN[type]),
      " ",
      from === id ? does : done,
      " ",
      other && h("a", { href: `#${other}` }, numberOf(other)),
      meant,
      " ",
    );
  });
  return lines.length ? h("p", { class: "links" }, lines) : null;
}

/** The way to the trace of an item: of a statement's words, or of who does what to whom. */
function traced(leaf: Leaf, id: string): string | null {
  const query = traceQuery(id.startsWith("e") ? deedWords(leaf, leaf.event(id)) : leaf.citation(id).words);
  return query && address("/trace", query);
}

function deedWords(leaf: Leaf, event: RecordEvent): string {
  const people = [leaf.people(event.actor)[0], leaf.people(event.recipient)[0]].map((one) => one?.name);
  return [leaf.words(event.trigger), ...people, event.place && leaf.placeWords(event.place)].filter(Boolean).join(" ");
}

function tools(leaf: Leaf, id: string): HTMLElement {
  const to = leaf.page.report.key ? traced(leaf, id) : null;
  const fold = h("details", { class: "citation" }, h("summary", null, "cite"));
  fold.addEventListener("toggle", () => fold.childNodes.length === 1 && fold.append(citationBlock(leaf, id)));
  return h("div", { class: "tools" }, to && h("a", { href: to }, "trace"), fold);
}

function citationBlock(leaf: Leaf, id: string): HTMLElement {
  const citation = leaf.citation(id);
  const [words, ...rest] = plain(citation).split("\n");
  return h(
    "div",
    { class: "cited" },
    h("blockquote", { dir: "auto" }, words),
    h("p", null, rest.join(" ").replace(/^— /, "")),
    h(
      "p",
      null,
      citeButton(() => citation, "copy"),
      link(citation) ? [" ", h("a", { href: `#${id}` }, "address")] : null,
    ),
  );
}

/** "more than 1,400 soldiers" > 1,400: what is counted is not said again where the words say it. */
function measure(leaf: Leaf, item: string): HTMLElement {
  const time = leaf.record.times.find(({ id }) => id === item);
  const quantity = time ? null : leaf.quantity(item);
  const span = time?.span ?? quantity!.span;
  const said = quantity?.of_span && quantity.of_span[0] >= span[0] && quantity.of_span[1] <= span[1];
  const amount = time ? time.value : leaf.amount(quantity!, !said);
  const equals = time || quantity!.relation === "=" ? "= " : "";
  return lit(
    leaf,
    item,
    h(
      "li",
      null,
      h("a", { href: `#${item}` }, h("i", null, bdi(leaf.words(span)))),
      ` ${equals}`,
      h("bdi", { class: "whole" }, amount),
    ),
  );
}
