// All actors, or those whose name has what is typed.
import type { ActorLine, Actors } from "../answers";
import { ask } from "../api";
import type { Visit } from "../app";
import { bdi, dotted, h, refill } from "../dom";
import type { Child } from "../dom";
import { empty, show } from "../parts/states";
import { teach } from "../parts/overview";
import { ACTOR_WORD } from "../signs";
import { remember, title } from "../shell";
import { figure, oneLine } from "../words";

/** As many as the server gives at a time. */
const LIMIT = 100;

/** The page at `/actors`. */
export async function actorsPage({ main, query, signal }: Visit): Promise<void> {
  title("Actors");
  const into = h("div", { class: "actors-list" });
  const box = h("input", {
    type: "search",
    value: query.words ?? "",
    placeholder: "a name",
    "aria-label": "Name of an actor",
    autocomplete: "off",
    spellcheck: "false",
  });
  refill(main, h("h1", null, "Actors"), h("p", { class: "find" }, box), into);
  const look = (): Promise<void> =>
    show(
      into,
      ask<Actors>(`actors?${new URLSearchParams({ words: box.value.trim(), limit: String(LIMIT) })}`),
      ({ actors }) => (actors.length ? table(actors) : nothing(box.value.trim())),
      signal,
    );
  let waiting: ReturnType<typeof setTimeout>;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(
        history.state,
        "",
        box.value.trim() ? `/actors?${new URLSearchParams({ words: box.value.trim() })}` : "/actors",
      );
      void look();
    }, 180);
  });
  await look();
}

const nothing = (typed: string): Child =>
  typed ? empty("Nobody is called that.", h("p", null, "The beginning of any name or alias is enough.")) : teach();

function table(actors: ActorLine[]): Child {
  remember(actors);
  const rows = actors.map((actor) => {
    const href = `/actor/${encodeURIComponent(actor.id)}`;
    return h(
      "tr",
      { class: "item", tabindex: "-1", "data-open": href },
      h(
        "th",
        { scope: "row" },
        h("a", { href }, bdi(oneLine(actor.name))),
        h("span", { class: "quiet" }, dotted(actor.role && bdi(` ${oneLine(actor.role)}`))),
        actor.aliases.length
          ? h("span", { class: "aliases" }, bdi(actor.aliases.slice(0, 4).map(oneLine).join(", ")))
          : null,
      ),
      h("td", { class: "kind" }, dotted(ACTOR_WORD[actor.type], actor.country, actor.sector)),
      [actor.reports, actor.statements, actor.events].map((number) => h("td", { class: "number" }, figure(number))),
    );
  });
  return [
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
            ["name", "what", "reports", "said", "events"].map((words) => h("th", { scope: "col" }, words)),
          ),
        ),
        h("tbody", null, rows),
      ),
    ),
    actors.length === LIMIT ? h("p", { class: "hint" }, `The busiest ${LIMIT}. Type to find others.`) : null,
  ];
}
