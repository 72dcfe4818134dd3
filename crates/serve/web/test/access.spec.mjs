// What a screen reader, a keyboard and weak eyes need, as far as a machine can tell (axe-core).
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { expect, reportAt, test } from "./base.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

for (const colorScheme of ["light", "dark"]) {
  test(`nothing that axe knows is wrong (${colorScheme})`, async ({ page, site, visit }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const report = await reportAt(page, site, "charts", "Evening Courier");
    for (const address of [
      "/",
      "/?words=trawlers",
      `${report}#s2`,
      "/trace?words=fired+trawler+Haukur",
      "/timeline",
      "/map",
      "/network",
      "/actors",
      "/read",
      "/?words=zeppelin",
    ]) {
      await visit(address);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }),
      );
      expect
        .soft(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 4)
                .map(({ target, failureSummary }) => `${target} ${failureSummary.split("\n")[1]}`)
                .join(" | ")}`,
          ),
          address,
        )
        .toEqual([]);
    }
  });
}
