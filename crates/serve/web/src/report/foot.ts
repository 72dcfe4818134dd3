// The foot of a report: who speaks and acts, what is doubtful, where the words come from, what the signs mean.
import { bdi, dotted, h, join } from "../dom";
import type { Child } from "../dom";
import { nameLink } from "../parts/events";
import { ACTOR_WORD } from "../signs";
import { legend } from "../shell";
import { figure, oneLine, webAddress } from "../words";
import type { Leaf } from "./leaf";
import { numberOf } from "./leaf";

/** Everything after the report, each part only where it holds something. */
export function foot(leaf: Leaf): HTMLElement {
  const { document: source, notes } = leaf.record;
  const web = webAddress(source.uri);
  return h(
    "footer",
    null,
    part(
      "Who",
      leaf.record.actors.length
        ? h(
            "ul",
            { class: "actors" },
            leaf.record.actors.map((_, at) => actor(leaf, at)),
          )
        : null,
    ),
    part(
      "Doubts",
      notes.length
        ? h(
            "ul",
            null,
            notes.map(({ span, text }) => h("li", null, span && [bdi(`“${leaf.words(span)}”`), ": "], oneLine(text))),
          )
        : null,
    ),
    part(
      "Document",
      source.uri &&
        h(
          "p",
          { class: "uri" },
          web ? h("a", { href: web, rel: "noopener noreferrer external" }, bdi(web)) : bdi(source.uri),
        ),
      h("p", { class: "uri" }, `SHA-256 ${source.sha256}`),
      h("p", null, `${figure(source.bytes)} bytes, ${source.media_type}, ${source.encoding}`),
    ),
    part("Signs", legend()),
  );
}

function part(heading: string, ...children: Child[]): HTMLElement | null {
  return children.some(Boolean) ? h("section", null, h("h2", null, heading), children) : null;
}

function actor(leaf: Leaf, at: number): HTMLElement {
  const one = leaf.record.actors[at];
  const aliases = [...new Set(one.forms.map(oneLine))].filter((form) => form !== oneLine(one.name)).slice(0, 8);
  const speaks = leaf.record.statements
    .filter(({ source }) => source.includes(one.id))
    .map(({ id }) => h("a", { href: `#${id}` }, numberOf(id)));
  return h(
    "li",
    null,
    h("b", null, nameLink(leaf.name(one.id))),
    " ",
    dotted(
      ACTOR_WORD[one.type],
      one.role && bdi(oneLine(one.role)),
      [one.country, one.sector].filter(Boolean).join(" ") || null,
      aliases.length ? ["also ", bdi(aliases.join(", "))] : null,
      speaks.length ? ["speaks in ", join(speaks, () => ", ")] : null,
    ),
  );
}
