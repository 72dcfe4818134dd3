// Reads the made-up reports with sayso and keeps the records: SAYSO=path/to/sayso npm run records
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { REPORTS } from "./reports.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const escape = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const slug = (words) => words.toLowerCase().replace(/[^a-z]+/g, "-");

export function page([outlet, day, title, paragraphs]) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><meta property="og:site_name" content="${escape(outlet)}">`
    + `<meta property="article:published_time" content="${day}T09:00:00Z"></head><body><article><h1>${escape(title)}</h1>\n${paragraphs.map((words) => `<p>${escape(words)}</p>`).join("\n")}\n</article></body></html>\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), "reports-"));
  const lines = REPORTS.map((report, at) => {
    const file = join(folder, `${String(at).padStart(2, "0")}.html`);
    writeFileSync(file, page(report));
    const url = report[0].includes("<") ? "javascript:alert(5)" : `https://${slug(report[0])}.example/${slug(report[2])}`;
    return execFileSync(process.env.SAYSO ?? "sayso", ["read", file, "-f", "jsonl", "--url", url, "--published", report[1], "--id", `report-${at + 1}`], { encoding: "utf8" });
  });
  writeFileSync(join(here, "records.jsonl"), lines.join(""));
}
