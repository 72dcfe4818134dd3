// Map: filled for what happened, hollow for the rest; what has no place is told, not dropped.
import type { Child, MapAnswer, Query, Visit } from "#app";
import {
  address,
  ask,
  bdi,
  count,
  empty,
  figure,
  h,
  oneLine,
  refill,
  search,
  show,
  standings,
  title,
  total,
} from "#app";
import { Sheet, at, isArea } from "../map/sheet";
import { world } from "../map/world";
import type { World } from "../map/world";

/** The page at `/map`. */
export async function mapPage({ main, query, signal }: Visit): Promise<void> {
  title("Map");
  const into = h("div", { class: "map" });
  refill(main, h("h1", { class: "unseen" }, "Map"), into);
  const both = Promise.all([ask<MapAnswer>(`map?${search(query)}`), world("world")]);
  await show(into, both, ([map, world]) => (known(map) ? drawn(map, world, query, signal) : nothing()), signal);
}

const known = (map: MapAnswer): boolean =>
  map.places.length > 0 || total(map.unresolved) > 0 || total(map.unplaced) > 0;
const nothing = (): HTMLElement =>
  empty("No event has any of this.", h("p", null, "Take a filter away, or ask for fewer words."));

function drawn(map: MapAnswer, world: World, query: Query, signal: AbortSignal): Child {
  const placed = map.places.filter(({ place }) => place.lat !== null && place.lon !== null);
  return [
    h(
      "p",
      { class: "told" },
      count(
        placed.reduce((sum, { events }) => sum + total(events), 0),
        "event",
      ),
      " at ",
      count(placed.length, "place"),
      total(map.unresolved) > 0 ? [" · place named, but not known which: ", standings(map.unresolved)] : null,
      total(map.unplaced) > 0 ? [" · no place known: ", standings(map.unplaced)] : null,
      ".",
    ),
    placed.length
      ? h(
          "p",
          { class: "key" },
          h("span", null, h("span", { class: "disc full", "aria-hidden": "true" }), " happened, on its holder’s word "),
          h(
            "span",
            null,
            h("span", { class: "disc", "aria-hidden": "true" }),
            " all that is told: also threatened, planned, denied ",
          ),
          placed.some(({ place }) => isArea(place))
            ? h(
                "span",
                null,
                h("span", { class: "disc square", "aria-hidden": "true" }),
                " a country or region: somewhere in it",
              )
            : null,
        )
      : null,
    placed.length ? new Sheet(placed, world, query, signal).element : null,
    list(map, query),
  ];
}

/** The same as a list, with what has no place. */
function list(map: MapAnswer, query: Query): HTMLElement {
  const rows = map.places.map(({ place, events }) =>
    h(
      "li",
      { class: "item", tabindex: "-1", "data-open": address("/", { ...query, place: at(place) }) },
      h("a", { href: address("/", { ...query, place: at(place) }) }, bdi(oneLine(place.name))),
      place.country ? h("span", { class: "quiet" }, ` ${place.country}`) : null,
      " ",
      h(
        "span",
        { class: "numbers" },
        standings(events, (status) => address("/", { ...query, place: at(place), status })),
      ),
    ),
  );
  const without = [
    ["named, but not known which place", map.unresolved],
    ["no place known", map.unplaced],
  ] as const;
  const rest = without
    .filter(([, events]) => total(events) > 0)
    .map(([words, events]) =>
      h(
        "li",
        null,
        h("span", { class: "quiet" }, `${words}: `),
        `${figure(total(events))} `,
        h("span", { class: "numbers" }, standings(events)),
      ),
    );
  return h("section", null, h("h2", null, "Places"), h("ul", { class: "lines wide" }, rows, rest));
}
