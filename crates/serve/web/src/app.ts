// The reader: which page answers which address, and the keys that work on all of them.
import { refill, h } from "./dom";
import { queryOf } from "./query";
import type { Query } from "./query";
import * as shell from "./shell";
import { failure } from "./parts/states";
import { actorPage } from "./pages/actor";
import { actorsPage } from "./pages/actors";
import { readPage } from "./pages/read";
import { reportPage } from "./pages/report";
import { searchPage } from "./pages/search";
import { timelinePage } from "./pages/timeline";
import { tracePage } from "./pages/trace";

/** What a page is given: where to put itself, what is asked, and when to stop. */
export interface Visit {
  main: HTMLElement;
  query: Query;
  rest: string;
  url: URL;
  signal: AbortSignal;
  state: Record<string, unknown>;
}
export type Page = (visit: Visit) => void | Promise<void>;

const PAGES: [RegExp, Page][] = [
  [/^\/$/, searchPage],
  [/^\/trace$/, tracePage],
  [/^\/timeline$/, timelinePage],
  [/^\/map$/, async (visit) => (await import("#map")).mapPage(visit)],
  [/^\/network$/, async (visit) => (await import("#network")).networkPage(visit)],
  [/^\/report\/([^/]+)$/, reportPage],
  [/^\/actor\/([^/]+)$/, actorPage],
  [/^\/actors$/, actorsPage],
  [/^\/read$/, readPage],
];

const main = h("main", { id: "main", tabindex: "-1" });
let leaving = new AbortController();
let shown = "";

/** Shows the page of the address bar. */
async function visit(scroll: number | null): Promise<void> {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const url = new URL(location.href);
  const [rest, page] = found(url.pathname);
  const query = queryOf(url.search);
  const elsewhere = shown.split("?")[0] !== url.pathname;
  shown = url.pathname + url.search;
  shell.tell(url.pathname, query);
  shell.title("");
  if (elsewhere) refill(main);
  main.className = "";
  try {
    await page({ main, query, rest, url, signal, state: history.state ?? {} });
  } catch (error) {
    if (!signal.aborted)
      refill(
        main,
        failure(error, () => void visit(0)),
      );
  }
  if (!signal.aborted && (scroll !== null || !url.hash)) scrollTo(0, scroll ?? 0);
}

function found(path: string): [string, Page] {
  for (const [pattern, page] of PAGES) {
    const match = pattern.exec(path);
    if (match) return [decoded(match[1] ?? ""), page];
  }
  return ["", nowhere];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const nowhere: Page = ({ main }) =>
  refill(
    main,
    h(
      "div",
      { class: "state" },
      h("p", { class: "lead" }, "There is no such page."),
      h("p", null, h("a", { href: "/" }, "To the search")),
    ),
  );

/** Goes to an address of the reader. */
export function go(address: string): void {
  saveScroll();
  history.pushState({}, "", address);
  void visit(null);
}

/** Keeps something for when the reader comes back to this page. */
export const keep = (more: Record<string, unknown>): void => history.replaceState({ ...history.state, ...more }, "");

const saveScroll = (): void => keep({ scroll: scrollY });

function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest?.("a");
  if (
    !link ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  const href = link.getAttribute("href") ?? "";
  if (href.startsWith("/") && !link.hasAttribute("download")) {
    event.preventDefault();
    go(href);
    if (link.closest(".tabs"))
      document.querySelector<HTMLElement>(".tabs [aria-current]")?.focus({ preventScroll: true });
    else main.focus({ preventScroll: true });
  }
}

/** What can be seen; a folded note counts, since it unfolds when it is reached. */
const items = (): HTMLElement[] =>
  [...main.querySelectorAll<HTMLElement>(".item")].filter(
    (item) => item.matches(".note") || (item.checkVisibility?.() ?? true),
  );

/** To the next item, or the last. */
function step(by: number): void {
  const all = items();
  const focused = document.activeElement?.closest<HTMLElement>(".item");
  const at = focused ? all.indexOf(focused) : all.findIndex((item) => item.classList.contains("current"));
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  all.forEach((item) => item.classList.toggle("current", item === next));
  next?.dispatchEvent(new CustomEvent("reader:at", { bubbles: true }));
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

const current = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>(".item") ?? main.querySelector<HTMLElement>(".item.current");

function open(event: KeyboardEvent): void {
  const item = document.activeElement;
  if (!(item instanceof HTMLElement) || !item.matches(".item[data-open]")) return;
  event.preventDefault();
  go(item.dataset.open!);
}

const KEYS: Record<string, (event: KeyboardEvent) => void> = {
  "/": (event) => (event.preventDefault(), shell.focusBox()),
  j: () => step(1),
  k: () => step(-1),
  c: () => current()?.querySelector<HTMLElement>("button.cite")?.click(),
  f: (event) => (event.preventDefault(), filters()),
  "?": () => shell.help(),
  Enter: open,
  Escape: () => (shell.filtersOpen() ? shell.openFilters(false) : dispatchEvent(new Event("reader:out"))),
};
shell.VIEWS.forEach(
  (_, at) =>
    (KEYS[String(at + 1)] = () => document.querySelector<HTMLElement>(`.tabs a:nth-child(${at + 1})`)?.click()),
);

/** In a report the filters are the numbers of its first sentence. */
function filters(): void {
  const inReport = main.querySelector<HTMLElement>(".summary input:checked");
  if (inReport) inReport.focus();
  else shell.openFilters();
}

const typing = (node: Element): boolean =>
  node.closest("input:not([type=radio]):not([type=checkbox]),textarea,select,dialog") !== null;

function pressed(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = event.target as Element;
  if (event.key === "Escape" && typing(node) && !node.closest("dialog")) {
    (node as HTMLElement).blur();
    if (shell.filtersOpen()) shell.openFilters(false);
  } else if (!typing(node)) KEYS[event.key]?.(event);
}

history.scrollRestoration = "manual";
shell.frame(document.getElementById("app")!, main, go);
document.addEventListener("click", follow);
document.addEventListener("keydown", pressed);
addEventListener("popstate", (event) => {
  if (shown === location.pathname + location.search) dispatchEvent(new Event("reader:hash"));
  else void visit((event.state as { scroll?: number } | null)?.scroll ?? null);
});
addEventListener("pagehide", saveScroll);
addEventListener("reader:again", () => void visit(null));
void visit(history.state?.scroll ?? null);

// What the pages that load by themselves share with the others.
export * from "./api";
export * from "./dom";
export * from "./query";
export * from "./signs";
export * from "./words";
export * from "./parts/events";
export * from "./parts/states";
export { remember, title } from "./shell";
export type * from "./answers";
