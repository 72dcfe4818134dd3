// Trace: who said it first, on whose word, who repeats it, who denies it, which numbers are given. No verdict.
import type { Given, Saying, Trace } from "../answers";
import { ask } from "../api";
import type { Visit } from "../app";
import { bdi, dotted, h, join, refill, sign } from "../dom";
import type { Child } from "../dom";
import { chainOf, copyButton, ofHit, plain } from "../parts/cite";
import { hitItem } from "../parts/hit";
import { empty, section, show } from "../parts/states";
import { nameLink } from "../parts/events";
import { address, search } from "../query";
import { LINK_SIGN, LINK_WORDS, RELATION_SIGN } from "../signs";
import { title } from "../shell";
import { count, figure, oneLine } from "../words";
import { ROLE, picture } from "../trace/picture";

/** The page at `/trace`. */
export async function tracePage({ main, query, signal }: Visit): Promise<void> {
  title(`Trace ${query.words ?? ""}`.trim());
  const into = h("div", { class: "trace" });
  refill(main, h("h1", { class: "unseen" }, "Trace"), into);
  if (!query.words) return refill(into, teach());
  await show(
    into,
    ask<Trace>(`trace?${search(query)}`),
    (trace) => (trace.sayings.length ? traced(trace, signal) : nothing()),
    signal,
  );
  if (location.hash && !signal.aborted) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

const teach = (): HTMLElement =>
  empty(
    "Trace a claim back to who said it first.",
    h(
      "p",
      null,
      "Type its telling words into the box, such as ",
      example("grain ships blockade"),
      " or ",
      example("30 trawlers"),
      ". You see the earliest report, the relays, the copies of one origin as one, the denials, and the numbers that differ.",
    ),
    h("p", null, "Or press ", h("b", null, "trace"), " at anything found."),
  );

const example = (words: string): HTMLElement => h("a", { href: address("/trace", { words }) }, words);

const nothing = (): HTMLElement =>
  empty(
    "Nobody says all of this.",
    h(
      "p",
      null,
      "A trace looks for what means the same, and lets one word be told otherwise. Take fewer words: the one thing claimed, a name, a number.",
    ),
  );

function traced(trace: Trace, signal: AbortSignal): Child {
  return [sentence(trace), picture(trace, signal), numbers(trace), list(trace)];
}

/** What the picture shows, in numbers. */
function sentence(trace: Trace): HTMLElement {
  const copies = trace.origins.reduce((sum, origin) => sum + origin.copies, 0);
  const deny = trace.origins.filter(({ denies }) => denies).length;
  const differ = new Set(trace.numbers.map(({ value, unit, of }) => `${value} ${unit} ${of}`)).size;
  return h(
    "p",
    { class: "told" },
    count(trace.total, "saying"),
    trace.total > trace.sayings.length && ` (the first ${figure(trace.sayings.length)} are shown)`,
    ` ${trace.total === 1 ? "rests" : "rest"} on `,
    h("b", null, count(trace.origins.length, "origin")),
    copies > 0 && ` · ${count(copies, "copy", "copies")}`,
    deny > 0 && [" · ", sign("⊘", "negated"), ` ${deny} ${deny === 1 ? "denies" : "deny"} it`],
    differ > 1 && ` · ${differ} different numbers`,
    ".",
  );
}

/** Numbers for the same thing side by side, each with its sources. */
function numbers(trace: Trace): HTMLElement | null {
  const things = new Map<string, Given[]>();
  for (const given of trace.numbers) {
    const thing = oneLine(`${given.unit ?? ""} ${given.of ?? ""}`);
    things.set(thing, [...(things.get(thing) ?? []), given]);
  }
  const rows = [...things].map(([thing, given]) =>
    h(
      "div",
      { class: "thing" },
      h("h3", null, bdi(thing || "number")),
      h(
        "div",
        { class: "given" },
        given.map((one) => number(trace, one)),
      ),
    ),
  );
  return section(trace.numbers.length > 1 ? "Numbers given" : "The number given", rows.length ? rows : null);
}

function number(trace: Trace, given: Given): HTMLElement {
  const origins = [...new Set(given.sayings.map((at) => trace.sayings[at]?.origin))].filter((at) => at !== undefined);
  return h(
    "div",
    { class: `number${given.asked ? " asked" : ""}` },
    h("p", { class: "value" }, `${RELATION_SIGN[given.relation]}${figure(given.value)}`),
    h("p", { class: "as" }, "“", bdi(oneLine(given.words)), "”", given.asked ? " · asked for" : null),
    h(
      "ul",
      null,
      origins.map((origin) => h("li", null, giver(trace, given, origin))),
    ),
  );
}

/** `Maroun ‹ NWA · Evening Courier 2026-01-31 [3]` */
function giver(trace: Trace, given: Given, origin: number): Child {
  const own = given.sayings.filter((at) => trace.sayings[at]?.origin === origin);
  const first = trace.sayings[own[0]];
  const marks = own
    .slice(0, 6)
    .map((at) => h("a", { href: `#y${at + 1}`, "aria-label": `saying ${at + 1}` }, `${at + 1}`));
  return [
    bdi(chainOf(first) || trace.origins[origin].who?.name || "?"),
    " ",
    h("span", { class: "quiet" }, dotted(first.report.outlet && bdi(first.report.outlet), first.report.published)),
    " ",
    h(
      "span",
      { class: "refs" },
      join(marks, () => ", "),
      own.length > 6 ? ` +${own.length - 6}` : null,
    ),
  ];
}

/** Everything that says it, the earliest first, ready to cite. */
function list(trace: Trace): HTMLElement {
  const shown = trace.sayings.map((saying, at) => ({ saying, at })).filter(({ saying }) => saying.role !== "copy");
  const all = copyButton(
    () => trace.sayings.map((saying) => plain(ofHit(saying))).join("\n\n"),
    "copy all citations",
    "Copy every saying with its source, outlet, day and address",
  );
  const folds = trace.origins.map((_, origin) => copies(trace, origin)).filter((fold) => fold !== null);
  return section(
    "Ready to cite",
    h("p", { class: "tools" }, all),
    h(
      "div",
      { class: "hits" },
      shown.map(({ saying, at }) => item(trace, saying, at)),
    ),
    folds,
  )!;
}

function item(trace: Trace, saying: Saying, at: number): HTMLElement {
  const article = hitItem(saying, before(trace, saying, at), relations(trace, at));
  article.id = `y${at + 1}`;
  return article;
}

function before(trace: Trace, saying: Saying, at: number): HTMLElement {
  const { report, role, origin } = saying;
  const who = trace.origins[origin]?.who;
  const again = role === "repeat" && who ? [" (", nameLink(who), ")"] : null;
  return h(
    "p",
    { class: `part ${role}` },
    h("span", { class: "ordinal" }, at + 1),
    " ",
    dotted(
      [role === "denial" ? [sign("⊘"), " "] : null, ROLE[role], again],
      report.published ?? "day unknown",
      report.outlet ? bdi(report.outlet) : h("b", { class: "unknown" }, "?"),
      h("a", { href: `/report/${encodeURIComponent(report.key)}` }, bdi(oneLine(report.title ?? "report"))),
    ),
  );
}

/** What a saying is to the others, and why that is thought. */
function relations(trace: Trace, at: number): Child {
  const lines = trace.relations
    .filter(({ from, to, type }) => (from === at || to === at) && type !== "repeats")
    .slice(0, 8)
    .map(({ type, from, to, reason }) => {
      const other = from === at ? to : from;
      return h(
        "li",
        null,
        sign(LINK_SIGN[type]),
        ` ${LINK_WORDS[type][from === at ? 0 : 1]} `,
        h("a", { href: `#y${other + 1}` }, other + 1),
        reason && [": ", bdi(reason)],
      );
    });
  return lines.length ? h("ul", { class: "links" }, lines) : null;
}

/** "9 copies of one origin", folded. */
function copies(trace: Trace, origin: number): HTMLElement | null {
  const own = trace.origins[origin].sayings.filter((at) => trace.sayings[at]?.role === "copy");
  if (own.length === 0) return null;
  const fold = h(
    "details",
    { class: "copies" },
    h(
      "summary",
      null,
      h("b", null, count(own.length, "copy", "copies")),
      " of one origin: ",
      bdi(trace.origins[origin].who?.name ?? "?"),
      h("span", { class: "quiet" }, ` · ${trace.origins[origin].reason}`),
    ),
    h(
      "div",
      { class: "hits" },
      own.map((at) => item(trace, trace.sayings[at], at)),
    ),
  );
  const open = (): void => void (own.some((at) => location.hash === `#y${at + 1}`) && (fold.open = true));
  addEventListener("reader:hash", open);
  open();
  return fold;
}
