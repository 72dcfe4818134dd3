// Whatever a report holds comes out as words: `visit` fails on any dialog, foreign request, script error or breach of the policy.
import { expect, test } from "./base.mjs";

async function hostile(page, site) {
  const { hits } = await (await page.request.get(`${site("reports")}/v1/search?words=trawler&limit=100`)).json();
  return hits.find(({ report }) => report.title?.includes("onerror")).report;
}

test("a hostile report is words, and nothing else", async ({ page, site, visit }) => {
  const { key } = await hostile(page, site);
  await visit(`/report/${key}`);
  const record = page.locator(".record");
  await expect(record).toContainText("<script>alert('quote')</script>");
  await expect(record).toContainText(`<img src=x onerror="alert('title')">`);
  await expect(record).toContainText("𝕿𝖍𝖊 𝖘𝖊𝖆 🐟🐟 is");
  await expect(record).toContainText("[U+202E]that Norway");
  expect(await record.innerText()).not.toContain("\u202E");
  expect(await page.locator("main img, main script, main iframe, main svg[onload], main [onerror]").count()).toBe(0);
});

test("astral letters keep every mark in its place", async ({ page, site, visit }) => {
  const { key } = await hostile(page, site);
  await visit(`/report/${key}`);
  await expect(page.locator("mark.st", { hasText: "𝕿𝖍𝖊 𝖘𝖊𝖆" }).first()).toHaveText(/^“𝕿𝖍𝖊 𝖘𝖊𝖆 🐟🐟 is 𝔬𝔲𝔯𝔰,”$/u);
});

test("an address that is none of the web is no link", async ({ page, site, visit }) => {
  const { key } = await hostile(page, site);
  for (const address of [`/report/${key}`, "/?words=attacked+trawler", "/trace?words=attacked+trawler", "/actors"]) {
    await visit(address);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(
      links.filter((href) => !/^(\/(?!\/)|#|https?:\/\/)/.test(href)),
      address,
    ).toEqual([]);
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll("*")].flatMap((node) =>
          node.getAttributeNames().filter((name) => name.startsWith("on") || name === "style"),
        ),
      ),
      address,
    ).toEqual([]);
  }
});

test("hostile words in the address bar are words too", async ({ page, visit }) => {
  const words = `"><img src=x onerror=alert(9)><script>alert(8)</script>`;
  for (const path of ["/", "/trace", "/timeline", "/map", "/network", "/actors"]) {
    await visit(`${path}?words=${encodeURIComponent(words)}&speaker=${encodeURIComponent("javascript:alert(7)")}`);
    expect(await page.locator("main img, main script, header img, header script").count(), path).toBe(0);
  }
  await visit("/report/..%2F..%2Fv1%2Fstats");
  await expect(page.locator(".failed")).toBeVisible();
  await visit("/actor/%E0%A4%A");
  await expect(page.locator(".failed")).toBeVisible();
});

test("hostile words fit a window of 320 pixels", async ({ page, site, visit }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const { key } = await hostile(page, site);
  for (const address of [
    `/report/${key}`,
    "/?words=attacked+trawler",
    "/trace?words=attacked+trawler",
    "/network",
    "/actors?words=attacked+trawler",
    "/map",
    "/timeline?words=attacked+trawler",
  ]) {
    await visit(address);
    await page.waitForTimeout(60);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
});
