// One report: its words in their order, the evidence in the margin, every item with an address.
import type { Rec, ReportPage, Span } from "../answers";
import { ask } from "../api";
import type { Visit } from "../app";
import { bdi, dotted, h, refill, sign, unseen } from "../dom";
import type { Child } from "../dom";
import { show } from "../parts/states";
import { blocks } from "../report/blocks";
import type { Block } from "../report/blocks";
import { foot } from "../report/foot";
import { family, imprint, summary } from "../report/head";
import { Leaf } from "../report/leaf";
import { lights } from "../report/light";
import { notes } from "../report/notes";
import { set } from "../report/segments";
import { furnitureWord } from "../signs";
import { title } from "../shell";
import { count, oneLine, shortened } from "../words";

/** The page at `/report/KEY`. */
export async function reportPage({ main, rest, signal, state }: Visit): Promise<void> {
  const into = h("div", null);
  refill(main, into);
  let ready: (() => void) | undefined;
  await show(
    into,
    ask<ReportPage>(`reports/${encodeURIComponent(rest)}`),
    (page) => {
      const [article, lit] = report(page, signal);
      ready = lit;
      return article;
    },
    signal,
  );
  if (!signal.aborted && state.scroll === undefined) ready?.();
}

/** A record that stands in no store, as a page. */
export const loose = (record: Rec): ReportPage => ({
  report: {
    key: "",
    id: record.id,
    title: record.title ? oneLine(wordsOf(record, record.title)) : null,
    outlet: record.outlet,
    url: record.document.uri,
    published: record.published,
    copy_of: null,
    copies: 0,
  },
  family: [],
  actors: [],
  record,
});

const wordsOf = (record: Rec, [start, end]: Span): string => [...record.text].slice(start, end).join("");

/** Statements from which a browser lays out only what is near the window. */
const LONG = 300;

/** The report, and what lights the item of the address bar once it stands on the page. */
export function report(page: ReportPage, signal: AbortSignal): [HTMLElement, () => void] {
  const leaf = new Leaf(page);
  title(page.report.title ?? "Report without a headline");
  const article = h("article", {
    class: `record${page.record.statements.length > LONG ? " long" : ""}`,
    lang: page.record.language,
    "data-only": "all",
  });
  const setting = new Setting(leaf);
  const all = blocks(page.record, leaf.points);
  const heads = all.filter(isHead);
  const header = h(
    "header",
    null,
    setting.title(heads),
    setting.imprint(heads),
    family(leaf),
    summary(page.record, (pick) => (article.dataset.only = pick)),
  );
  refill(
    article,
    header,
    empty(page.record),
    all.filter((block) => !isHead(block)).map((block) => setting.block(block)),
    foot(leaf),
  );
  return [article, lights(leaf, article, signal)];
}

/** Title and byline stand at the top, wherever the page had them. */
const isHead = ({ kind }: Block): boolean => kind === "title" || kind === "byline";

function empty(record: Rec): Child {
  return record.statements.length
    ? null
    : h(
        "p",
        { class: "empty" },
        unseen("Note: "),
        "No statement was found in this report: nobody is quoted, or sayso did not see it.",
      );
}

class Setting {
  private readonly seen = new Set<string>();
  private readonly leaf: Leaf;
  constructor(leaf: Leaf) {
    this.leaf = leaf;
  }

  title(heads: Block[]): HTMLElement {
    const block = heads.find(({ kind }) => kind === "title");
    if (block) return this.row("h1", block.span);
    const { title } = this.leaf.page.report;
    return title ? h("h1", { dir: "auto" }, title) : h("h1", { class: "untitled" }, "Report without a headline");
  }

  imprint(heads: Block[]): HTMLElement {
    const block = heads.find(({ kind }) => kind === "byline");
    const byline = block && set(this.leaf, block.span, this.seen);
    return h(
      "div",
      { class: "row" },
      imprint(this.leaf, byline && h("bdi", null, byline.nodes)),
      this.aside(byline?.items ?? []),
    );
  }

  block(block: Block): HTMLElement {
    return block.kind === "furniture" ? this.furniture(block) : this.row("p", block.span);
  }

  /** A paragraph and, beside or below it, its notes. */
  private row(tag: "p" | "h1", span: Span): HTMLElement {
    const { nodes, items } = set(this.leaf, span, this.seen);
    return h("div", { class: "row" }, h(tag, { class: "words", dir: "auto" }, nodes), this.aside(items));
  }

  private aside(items: string[]): HTMLElement | null {
    const list = notes(this.leaf, items);
    if (list.length === 0) return null;
    const aside = h("aside", { role: "note", "aria-label": "Evidence" });
    const fold = h("button", { type: "button", class: "fold", "aria-expanded": "false" }, count(list.length, "note"));
    fold.addEventListener("click", () => fold.setAttribute("aria-expanded", String(aside.classList.toggle("open"))));
    refill(aside, fold, h("div", { class: "notes" }, list));
    return aside;
  }

  /** One line for a run, its words folded behind it. */
  private furniture({ span, run }: Block): HTMLElement {
    const { nodes, items } = set(this.leaf, span, this.seen);
    const words = shortened(oneLine(this.leaf.points.slice(...span)), 64);
    return h(
      "div",
      { class: "row" },
      h(
        "details",
        { class: "furniture" },
        h("summary", null, dotted([sign("–"), " ", furnitureWord(run[0].kind)], bdi(words))),
        h("p", { class: "words" }, nodes),
      ),
      this.aside(items),
    );
  }
}
