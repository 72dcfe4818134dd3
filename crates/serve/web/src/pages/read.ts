// Read: a report pasted in, read at once, kept nowhere.
import type { Rec } from "../answers";
import { post } from "../api";
import type { Visit } from "../app";
import { h, refill } from "../dom";
import { show } from "../parts/states";
import { title } from "../shell";
import { loose, report } from "./report";

/** The page at `/read`. */
export function readPage({ main, signal }: Visit): void {
  title("Read a report");
  const words = h("textarea", {
    rows: "12",
    required: true,
    "aria-label": "Words of the report",
    placeholder: "Paste the words of a report here: headline, blank line, paragraphs.",
  });
  const day = h("input", { type: "date" });
  const into = h("div", null);
  const read = (event: Event): void => {
    event.preventDefault();
    const body = { text: words.value, published: day.value || undefined };
    void show(into, post<Rec>("read", body), (record) => report(loose(record), signal)[0], signal).then(() =>
      into.scrollIntoView({ block: "start" }),
    );
  };
  refill(
    main,
    h("h1", null, "Read a report"),
    h(
      "form",
      { class: "read", onsubmit: read },
      words,
      h(
        "p",
        null,
        h("label", null, "published ", day),
        " ",
        h("button", { type: "submit" }, "read"),
        h(
          "span",
          { class: "hint" },
          " It is read on this machine and kept nowhere. With its day of publication, “on Monday” becomes a date.",
        ),
      ),
    ),
    into,
  );
}
