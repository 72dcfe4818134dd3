// What every test shares: the server, and a page on which nothing may go wrong unseen.
import { test as plain, expect } from "@playwright/test";
import { serve } from "./server.mjs";

/** Against a real server: SAYSO_URL=http://127.0.0.1:7357, whose store holds the reports that `npm run pages` writes. */
const REAL = process.env.SAYSO_URL?.replace(/\/$/, "");

export const test = plain.extend({
  site: [
    async ({}, use) => {
      if (REAL) return use((kind) => (kind === "reports" ? REAL : null));
      const servers = {
        reports: await serve(0, "reports"),
        empty: await serve(0, "empty"),
        crowd: await serve(0, "crowd"),
      };
      await use((kind) => `http://127.0.0.1:${servers[kind].address().port}`);
      Object.values(servers).forEach((server) => (server.closeAllConnections(), server.close()));
    },
    { scope: "worker" },
  ],
  /** Goes to an address; nothing foreign is asked for, no policy broken, no script fails, no dialog opens. */
  visit: async ({ page, site }, use) => {
    const wrong = [];
    page.on("dialog", (dialog) => (wrong.push(`dialog: ${dialog.message()}`), void dialog.dismiss()));
    page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
    page.on(
      "console",
      (message) => /Content.Security.Policy|Refused to/i.test(message.text()) && wrong.push(message.text()),
    );
    await page.addInitScript(() =>
      addEventListener("securitypolicyviolation", (event) =>
        console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    );
    await use(async (address, kind = "reports") => {
      const base = site(kind);
      plain.skip(base === null, "needs a store that the real server does not have");
      page.on(
        "request",
        (request) =>
          !request.url().startsWith(base) &&
          !request.url().startsWith("data:") &&
          wrong.push(`request: ${request.url()}`),
      );
      await page.goto(base + address);
      await expect(page.locator("main")).not.toBeEmpty();
      await expect(page.locator("[aria-busy]")).toHaveCount(0);
    });
    expect(wrong).toEqual([]);
  },
});

export { expect };

/** The address of the report of an outlet with these words in its headline. */
export async function reportAt(page, site, words, outlet) {
  const query = new URLSearchParams({ words, limit: "100" });
  const { hits } = await (await page.request.get(`${site("reports")}/v1/search?${query}`)).json();
  const hit = hits.find(({ report }) => !outlet || report.outlet === outlet);
  return `/report/${hit.report.key}`;
}
