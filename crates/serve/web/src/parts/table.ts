// What was found as a table for other programs: one row an item, made here, sent nowhere.
import type { Found, Hit, Name } from "../answers";
import { ask } from "../api";
import { h } from "../dom";
import { search } from "../query";
import type { Query } from "../query";
import { inert, oneLine } from "../words";
import { announce } from "./cite";

/** Rows at most; a larger table is a matter for `sayso export`. */
const MOST = 2000;
const PAGE = 100;

const COLUMNS: [string, (hit: Hit) => unknown][] = [
  ["report", ({ report }) => report.key],
  ["published", ({ report }) => report.published],
  ["outlet", ({ report }) => report.outlet],
  ["title", ({ report }) => report.title],
  ["url", ({ report }) => report.url],
  ["copy_of", ({ report }) => report.copy_of],
  ["item", ({ item }) => item],
  ["what", ({ what }) => what],
  ["words", ({ words }) => words],
  ["spans", ({ spans }) => spans.map((span) => span.join("-")).join(" ")],
  ["source", (hit) => (hit.what === "statement" ? names(hit.source) || hit.source_words : null)],
  ["via", (hit) => (hit.what === "statement" ? names(hit.via) : null)],
  ["cue", (hit) => (hit.what === "statement" ? hit.cue : null)],
  ["kind", (hit) => (hit.what === "statement" ? hit.kind : null)],
  ["stance", (hit) => (hit.what === "statement" ? hit.stance : null)],
  ["type", (hit) => (hit.what === "event" ? hit.type : null)],
  ["status", (hit) => (hit.what === "event" ? hit.status : null)],
  ["historical", (hit) => (hit.what === "event" ? hit.historical : null)],
  ["trigger", (hit) => (hit.what === "event" ? hit.trigger : null)],
  ["actor", (hit) => (hit.what === "event" ? names(hit.actor) : null)],
  ["recipient", (hit) => (hit.what === "event" ? names(hit.recipient) : null)],
  ["holder", (hit) => (hit.what === "event" ? hit.holder.join(" < ") : null)],
  ["place", (hit) => (hit.what === "event" ? hit.place?.name : null)],
  ["geonameid", (hit) => (hit.what === "event" ? hit.place?.geonameid : null)],
  ["time", (hit) => (hit.what === "passage" ? null : hit.time)],
];

const names = (list: Name[]): string => list.map(({ name }) => name).join("; ");

/** Hits as CSV (RFC 4180). A cell that a spreadsheet would run as a formula is led by an apostrophe. */
export function csv(hits: Hit[]): string {
  const rows = hits.map((hit) => COLUMNS.map(([, value]) => cell(value(hit))).join(","));
  return [COLUMNS.map(([name]) => name).join(","), ...rows].map((row) => `${row}\r\n`).join("");
}

function cell(value: unknown): string {
  const words = value === null || value === undefined ? "" : inert(oneLine(String(value)));
  const harmless = /^[=+\-@]/.test(words) ? `'${words}` : words;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A button that gathers everything found and hands it over as a file. */
export function tableButton(query: Query): HTMLElement {
  const label = "as a table (CSV)";
  const button = h(
    "button",
    { type: "button", class: "plain", title: `Everything found, ${MOST} rows at most` },
    label,
  );
  button.addEventListener("click", async () => {
    button.disabled = true;
    const hits = await all(query, (number) => (button.textContent = `${number} rows …`)).catch(() => null);
    if (hits) hand(csv(hits), "sayso.csv");
    announce(hits ? `${hits.length} rows` : "The table could not be made");
    button.textContent = hits ? label : "could not be made";
    button.disabled = false;
  });
  return button;
}

async function all(query: Query, told: (number: number) => void): Promise<Hit[]> {
  const hits: Hit[] = [];
  let after: string | null = "";
  while (after !== null && hits.length < MOST) {
    const found: Found = await ask<Found>(`search?${search(query, { limit: String(PAGE), ...(after && { after }) })}`);
    hits.push(...found.hits);
    after = found.next;
    told(hits.length);
  }
  return hits.slice(0, MOST);
}

/** Gives a file to the reader of the page. */
function hand(words: string, name: string): void {
  const address = URL.createObjectURL(new Blob(["\uFEFF", words], { type: "text/csv" }));
  const link = document.createElement("a");
  [link.href, link.download] = [address, name];
  link.click();
  URL.revokeObjectURL(address);
}
