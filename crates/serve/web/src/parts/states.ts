// What a page shows while it has no answer: a skeleton, an error with the way out, or a word on what to do.
import { Refused, forget } from "../api";
import { append, h, refill } from "../dom";
import type { Child } from "../dom";

/** Grey lines in the place of words to come. They appear late, so that a quick answer does not flicker. */
export const skeleton = (lines = 8): HTMLElement =>
  h(
    "div",
    { class: "skeleton", "aria-hidden": "true" },
    Array.from({ length: lines }, (_, at) => h("span", { class: `bone w${at % 4}` })),
  );

/** What went wrong, and the way out. */
export function failure(error: unknown, retry?: () => void): HTMLElement {
  const refused = error instanceof Refused ? error : null;
  if (!refused) console.error(error);
  const again =
    retry && h("button", { type: "button", class: "plain", onclick: () => (forget(), retry()) }, "try again");
  return h(
    "div",
    { class: "state failed", role: "alert" },
    h("p", { class: "lead" }, refused ? sentence(refused.message) : "This page could not be shown."),
    refused?.hint ? h("p", null, sentence(refused.hint)) : null,
    again ? h("p", null, again) : null,
  );
}

const sentence = (words: string): string =>
  words.charAt(0).toUpperCase() + words.slice(1) + (/[.?!]$/.test(words) ? "" : ".");

/** A word on what to do where there is nothing. */
export const empty = (lead: Child, ...more: Child[]): HTMLElement =>
  h("div", { class: "state" }, h("p", { class: "lead" }, lead), more);

/** Shows a skeleton, then what the answer makes, or the error. Nothing is shown once the reader has gone elsewhere. */
export async function show<T>(
  into: HTMLElement,
  answer: Promise<T>,
  make: (answer: T) => Child,
  signal: AbortSignal,
): Promise<void> {
  const timer = setTimeout(() => !signal.aborted && refill(into, skeleton()), 120);
  into.setAttribute("aria-busy", "true");
  try {
    const got = await answer;
    if (!signal.aborted) refill(into, make(got));
  } catch (error) {
    if (!signal.aborted)
      refill(
        into,
        failure(error, () => dispatchEvent(new Event("reader:again"))),
      );
  } finally {
    clearTimeout(timer);
    into.removeAttribute("aria-busy");
  }
}

/** A section with a heading, only where it holds something. */
export function section(heading: string, ...children: Child[]): HTMLElement | null {
  const part = h("section", null, h("h2", null, heading));
  append(part, children);
  return part.childNodes.length > 1 ? part : null;
}
