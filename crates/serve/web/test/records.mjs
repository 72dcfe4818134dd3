// The made-up reports as pages, and as records. `SAYSO=path/to/sayso npm run records` reads them; `npm run pages -- FOLDER` writes pages.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { REPORTS } from "./reports.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const escape = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const slug = (words) => words.toLowerCase().replace(/[^a-z]+/g, "-");

export function page([outlet, day, title, paragraphs]) {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><meta property="og:site_name" content="${escape(outlet)}">` +
    `<meta property="article:published_time" content="${day}T09:00:00Z"></head><body><article><h1>${escape(title)}</h1>\n${paragraphs.map((words) => `<p>${escape(words)}</p>`).join("\n")}\n</article></body></html>\n`
  );
}

/** Writes the pages into a folder, for `sayso add`. */
function pages(folder) {
  mkdirSync(folder, { recursive: true });
  return REPORTS.map((report, at) => {
    const file = join(folder, `${String(at + 1).padStart(2, "0")}.html`);
    writeFileSync(file, page(report));
    return file;
  });
}

if (process.argv[2] === "--pages") {
  pages(process.argv[3] ?? "pages");
} else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = pages(mkdtempSync(join(tmpdir(), "reports-"))).map((file, at) => {
    const [outlet, day, title] = REPORTS[at];
    const url = outlet.includes("<") ? "javascript:alert(5)" : `https://${slug(outlet)}.example/${slug(title)}`;
    return execFileSync(
      process.env.SAYSO ?? "sayso",
      ["read", file, "-f", "jsonl", "--url", url, "--published", day, "--id", `report-${at + 1}`],
      { encoding: "utf8" },
    );
  });
  writeFileSync(join(here, "records.jsonl"), lines.join(""));
}
