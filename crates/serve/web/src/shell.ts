// What stands around every page: the box, the filters as chips, the views of one query, the help.
import type { Actors, ActorLine } from "./answers";
import { ask } from "./api";
import { h, refill, sign } from "./dom";
import type { Child } from "./dom";
import { FIELDS, LABELS, address, clean, exact, typed } from "./query";
import type { Field, Query } from "./query";
import { KINDS, KIND_WORD, LEGEND, STANCES, STATUSES, STATUS_SIGN, TYPES } from "./signs";
import { cut } from "./words";

/** The views of a query, in the order of the tabs. */
export const VIEWS: [string, string][] = [
  ["/", "Search"],
  ["/trace", "Trace"],
  ["/timeline", "Timeline"],
  ["/map", "Map"],
  ["/network", "Network"],
];

let box: HTMLInputElement;
let panel: HTMLFormElement;
let chips: HTMLElement;
let tabs: HTMLElement;
let query: Query = {};
let view = "/";
let go: (address: string) => void;

/** Builds the frame once; `main` is where the pages go. */
export function frame(root: HTMLElement, main: HTMLElement, navigate: (address: string) => void): void {
  go = navigate;
  box = h("input", {
    type: "search",
    id: "box",
    name: "words",
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "search",
    maxlength: "500",
    placeholder: "words, “a phrase”, by:name …",
    "aria-label": "Words to find",
  });
  panel = filterPanel();
  chips = h("ul", { class: "chips", "aria-label": "Filters" });
  tabs = h("nav", { class: "tabs", "aria-label": "Views" });
  const toggle = h(
    "button",
    {
      type: "button",
      id: "filters-button",
      class: "plain",
      "aria-expanded": "false",
      "aria-controls": "filters",
      onclick: () => openFilters(),
    },
    "filters",
  );
  const form = h(
    "form",
    { class: "ask", role: "search", onsubmit: submit },
    h("a", { class: "brand", href: "/", "aria-label": "sayso, start" }, "sayso"),
    box,
    toggle,
    h("button", { type: "button", class: "plain help-button", "aria-label": "help", onclick: help }, "?"),
  );
  const live = h("p", { id: "live", class: "unseen", "aria-live": "polite" });
  refill(
    root,
    h("a", { class: "skip", href: "#main" }, "skip to the page"),
    h("header", { class: "frame" }, form, chips, panel, tabs),
    main,
    live,
  );
}

function submit(event: Event): void {
  event.preventDefault();
  const filters = isView(view) ? query : {};
  go(address(isView(view) ? view : "/", { ...filters, words: "", ...typed(box.value) }));
}

const isView = (path: string): boolean => VIEWS.some(([known]) => known === path);

/** Shows where the reader is and what is asked. */
export function tell(path: string, asked: Query): void {
  [view, query] = [path, asked];
  box.value = asked.words ?? "";
  refill(
    tabs,
    VIEWS.map(([to, label]) => tab(address(to, asked), label, to === path)),
    h("span", { class: "gap" }),
    tab("/actors", "Actors", path === "/actors" || path.startsWith("/actor/")),
    tab("/read", "Read", path === "/read"),
  );
  refill(
    chips,
    FIELDS.filter((field) => field !== "words" && asked[field]).map((field) => chip(field, asked[field]!)),
    count(asked) > 1 ? clearAll(asked) : null,
  );
  fillPanel();
}

const count = (asked: Query): number => Object.keys(asked).filter((field) => field !== "words").length;

const tab = (href: string, label: string, here: boolean): HTMLElement =>
  h("a", { href, "aria-current": here && "page" }, label);

function chip(field: Field, value: string): HTMLElement {
  const shown = h("bdi", null, cut(value, 48));
  const mark =
    field === "status" && value in STATUS_SIGN
      ? [sign(STATUS_SIGN[value as keyof typeof STATUS_SIGN], value), " "]
      : null;
  if (/^a\d+$/.test(value) && (field === "speaker" || field === "actor"))
    void nameOf(value).then((name) => name && refill(shown, name));
  const without = address(isView(view) ? view : "/", { ...query, [field]: "" });
  return h(
    "li",
    null,
    h("span", { class: "label" }, LABELS[field], " "),
    mark,
    shown,
    " ",
    h("a", { href: without, "aria-label": `remove ${LABELS[field]} ${value}` }, "×"),
  );
}

const clearAll = (asked: Query): HTMLElement =>
  h(
    "li",
    { class: "clear" },
    h("a", { href: address(isView(view) ? view : "/", { words: asked.words }) }, "clear all"),
  );

const named = new Map<string, string>();

/** Remembers names of actors that answers told. */
export const remember = (actors: ActorLine[]): void => actors.forEach((actor) => named.set(actor.id, actor.name));

/** The name of an actor of the store. */
export async function nameOf(id: string): Promise<string | undefined> {
  if (!named.has(id))
    await ask<{ actor: ActorLine }>(`actors/${encodeURIComponent(id)}`).then(
      ({ actor }) => remember([actor]),
      () => undefined,
    );
  return named.get(id);
}

function filterPanel(): HTMLFormElement {
  const people = h("datalist", { id: "people" });
  const form = h(
    "form",
    { class: "panel", id: "filters", hidden: true, "aria-label": "Filters", onsubmit: apply },
    text("speaker", "a name, or an id"),
    text("actor", "who acts, is acted upon or spoken of"),
    text("outlet", "publishes or relays it"),
    text("place", "a name, or a GeoNames id"),
    text("country", "ISO code, as NOR"),
    select(
      "type",
      TYPES.map(([type, about]) => [type, `${type} – ${about}`]),
    ),
    select(
      "status",
      STATUSES.map((status) => [status, `${STATUS_SIGN[status]} ${status}`]),
    ),
    select(
      "kind",
      KINDS.map((kind) => [kind, `${kind} – ${KIND_WORD[kind]}`]),
    ),
    select(
      "stance",
      STANCES.map((stance) => [stance, stance]),
    ),
    day("from", "published from"),
    day("to", "published to"),
    people,
    h(
      "p",
      { class: "buttons" },
      h("button", { type: "submit" }, "apply"),
      h("button", { type: "button", class: "plain", onclick: () => openFilters(false) }, "close"),
    ),
  );
  for (const field of ["speaker", "actor"] as const)
    (form.elements.namedItem(field) as HTMLInputElement).addEventListener("input", (event) => suggest(event, people));
  return form;
}

const field = (label: string, input: HTMLElement): HTMLElement => h("label", null, h("span", null, label), input);
const text = (name: Field, hint: string): HTMLElement =>
  field(
    LABELS[name],
    h("input", {
      name,
      placeholder: hint,
      autocomplete: "off",
      spellcheck: "false",
      list: name === "speaker" || name === "actor" ? "people" : null,
      maxlength: name === "country" ? "3" : "200",
    }),
  );
const day = (name: Field, label: string): HTMLElement => field(label, h("input", { name, type: "date" }));
const select = (name: Field, options: [string, string][]): HTMLElement =>
  field(
    LABELS[name],
    h(
      "select",
      { name },
      h("option", { value: "" }, "any"),
      options.map(([value, label]) => h("option", { value }, label)),
    ),
  );

/** Names of the store that begin like what is typed. */
async function suggest(event: Event, list: HTMLDataListElement): Promise<void> {
  const typed = (event.target as HTMLInputElement).value.trim();
  if (typed.length < 2) return;
  const { actors } = await ask<Actors>(`actors?${new URLSearchParams({ words: typed, limit: "8" })}`).catch(() => ({
    actors: [],
  }));
  remember(actors);
  if ((event.target as HTMLInputElement).value.trim() === typed)
    refill(
      list,
      actors.map((actor) => h("option", { value: actor.name }, [actor.role, actor.country].filter(Boolean).join(", "))),
    );
}

function apply(event: Event): void {
  event.preventDefault();
  const asked = Object.fromEntries(
    [...new FormData(panel)].map(([name, value]) => [name, exact(name as Field, String(value).trim())]),
  );
  openFilters(false);
  go(address(isView(view) ? view : "/", clean({ ...query, ...asked, ...typed(box.value) })));
}

function fillPanel(): void {
  for (const name of FIELDS) {
    const input = panel.elements.namedItem(name);
    if (input instanceof HTMLInputElement || input instanceof HTMLSelectElement) input.value = query[name] ?? "";
  }
}

/** Opens or closes the filters; opened, they take the keyboard. */
export function openFilters(open = panel.hidden): void {
  panel.hidden = !open;
  document.getElementById("filters-button")?.setAttribute("aria-expanded", String(open));
  if (open) (panel.elements[0] as HTMLElement).focus();
}

export const filtersOpen = (): boolean => !panel.hidden;

/** Puts the keyboard into the box. */
export function focusBox(): void {
  box.focus();
  box.select();
}

/** The page in a window title, and in the browser's history. */
export const title = (words: string): void => void (document.title = words ? `${cut(words, 80)} – sayso` : "sayso");

const KEYS: [string, string][] = [
  ["/", "to the box"],
  ["j  k", "next and previous item"],
  ["Enter", "open the item"],
  ["c", "copy its citation"],
  ["f", "filters; in a report, light only some"],
  ["1 – 5", "search, trace, timeline, map, network for the same question"],
  ["Esc", "close, put the light out"],
  ["?", "this page"],
];
const BOX: [string, string][] = [
  ["ferry blockade", "both words, in any order and inflection"],
  ["“not be moved”", "these words, in this order"],
  ["by:Varga", "said by; also speaker:a12"],
  ["about:Karsk", "who acts, is acted upon, is spoken of"],
  ["status:actual", "only what happened, on its holder’s word"],
  ["event:ASSAULT", "a type of PLOVER"],
  ["in:Bergen  since:2026-01-01", "a place, a day of publication"],
];

/** The dialog with keys, box and signs. */
export function help(): void {
  const list = (rows: [string, string][]): Child =>
    h(
      "dl",
      null,
      rows.map(([key, words]) => [h("dt", null, h("kbd", null, key)), h("dd", null, words)]),
    );
  const dialog = h(
    "dialog",
    { class: "help", "aria-label": "Help", onclose: () => dialog.remove() },
    h("form", { method: "dialog" }, h("button", { class: "plain" }, "close")),
    h("h2", null, "Keys"),
    list(KEYS),
    h("h2", null, "The box"),
    list(BOX),
    h("h2", null, "Signs"),
    legend(),
  );
  document.body.append(dialog);
  dialog.showModal();
}

/** What the signs mean. */
export const legend = (): HTMLElement =>
  h(
    "ul",
    { class: "legend" },
    LEGEND.map(([mark, className, label, words]) =>
      h("li", { class: className }, sign(mark), " ", label && h("b", null, label), " ", words),
    ),
  );
