// What to send to a colleague: the words, on whose word, in which outlet, when, and where in the text.
import type { Hit, Span } from "../answers";
import { h } from "../dom";
import { RELAY } from "../signs";
import { inert, oneLine } from "../words";

/** A citation in its parts. */
export interface Citation {
  words: string;
  by: string;
  outlet: string | null;
  title: string | null;
  published: string | null;
  url: string | null;
  spans: Span[];
  key: string | null;
  item: string | null;
}

/** One line and one block of plain text, for notes and mails. */
export function plain(citation: Citation): string {
  const { outlet, title, published, url, spans } = citation;
  const place = spans.length ? `characters ${spans.map(([start, end]) => `${start}–${end}`).join(", ")}` : null;
  const details = [citation.by, outlet, title && `“${oneLine(title)}”`, published, place, link(citation), url];
  return inert(`“${oneLine(citation.words).replace(/^[“"]|[”"]$/gu, "")}”\n— ${details.filter(Boolean).join(" · ")}`);
}

/** The address of the item in this reader. */
export function link({ key, item }: Citation): string | null {
  return key && `${location.origin}/report/${encodeURIComponent(key)}${item ? `#${item}` : ""}`;
}

/** The citation of a hit. */
export function ofHit(hit: Hit): Citation {
  const { outlet, title, published, url, key } = hit.report;
  return { words: hit.words, by: chainOf(hit), outlet, title, published, url, spans: hit.spans, key, item: hit.item };
}

/** `Teo Varga ‹ Morgen`, as words. */
export function chainOf(hit: Hit): string {
  if (hit.what === "statement") {
    const source =
      hit.source.map((one) => one.name).join(", ") || (hit.source_words ? `? (“${hit.source_words}”)` : "?");
    return [source, ...hit.via.map((one) => one.name)].join(` ${RELAY} `);
  }
  return hit.what === "event" ? hit.holder.join(` ${RELAY} `) : "";
}

/** A button that puts a citation on the clipboard. */
export function citeButton(citation: () => Citation, label = "cite"): HTMLElement {
  return copyButton(() => plain(citation()), label, "Copy words, source, outlet, day and address");
}

/** A button that puts words on the clipboard, and says so. */
export function copyButton(words: () => string, label: string, title: string): HTMLElement {
  const button = h("button", { type: "button", class: "plain cite", title }, label);
  button.addEventListener("click", async () => {
    const done = await copied(words());
    button.textContent = done ? "copied" : "not copied";
    announce(done ? "Copied" : "The browser did not let the words be copied");
    setTimeout(() => (button.textContent = label), 1600);
  });
  return button;
}

async function copied(words: string): Promise<boolean> {
  const modern = await navigator.clipboard?.writeText(words).then(
    () => true,
    () => false,
  );
  return modern || byHand(words);
}

/** For pages that are not served securely: a field, selected and copied. */
function byHand(words: string): boolean {
  const field = h("textarea", { class: "unseen", "aria-hidden": "true" });
  field.value = words;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

/** Says something to screen readers. */
export function announce(words: string): void {
  const live = document.getElementById("live");
  if (live) live.textContent = words;
}
