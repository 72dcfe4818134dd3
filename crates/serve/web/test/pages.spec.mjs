// Each page shows itself, and can be used without a mouse.
import { readFileSync } from "node:fs";
import { expect, reportAt, test } from "./base.mjs";

const focused = (page) => page.evaluate(() => document.activeElement?.closest(".item")?.textContent ?? "");

test("the start page tells what the store holds", async ({ page, visit }) => {
  await visit("/");
  await expect(page.locator(".told")).toContainText("reports");
  await expect(page.getByRole("heading", { name: "Who speaks" })).toBeVisible();
  await page.locator(".told a.count").first().click();
  await expect(page).toHaveURL(/status=actual/);
  await expect(page.locator(".chips")).toContainText("actual");
});

test("an empty store says how to fill it", async ({ page, visit }) => {
  await visit("/", "empty");
  await expect(page.locator("main")).toContainText("sayso add");
  await visit("/actors", "empty");
  await expect(page.locator("main")).toContainText("sayso add");
});

test("search: words are marked, the question stands in the address, chips come off", async ({ page, visit }) => {
  await visit("/");
  await page.keyboard.press("/");
  await page.keyboard.type("trawlers status:hypothetical");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/words=trawlers&status=hypothetical/);
  await expect(page.locator("mark.found").first()).toHaveText(/trawler/i);
  await expect(page.locator(".event.hypothetical").first()).toContainText("◌");
  await page.getByRole("link", { name: /remove standing/ }).click();
  await expect(page).not.toHaveURL(/status/);
  await expect(page.locator("#box")).toHaveValue("trawlers");
});

test("search: newest first, copies folded into the report they share", async ({ page, visit }) => {
  await visit("/?words=charts");
  const days = await page.locator(".report-line p").allTextContents();
  const read = days.map((words) => words.slice(0, 10));
  expect(read.length).toBeGreaterThan(0);
  expect(read).toEqual([...read].sort().reverse());
});

test("search: more hits come as the end comes near, and are there again on the way back", async ({ page, visit }) => {
  await visit("/?words=trawlers", "crowd");
  const before = await page.locator(".hit").count();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => page.locator(".hit").count()).toBeGreaterThan(before);
  const there = await page.locator(".hit").count();
  await page
    .locator(".hit .open")
    .nth(there - 3)
    .click();
  await expect(page.locator(".record")).toBeVisible();
  await page.goBack();
  await expect.poll(() => page.locator(".hit").count()).toBeGreaterThanOrEqual(there);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
});

test("search: j, k and Enter walk through what was found", async ({ page, visit }) => {
  await visit("/?words=trawlers");
  await page.keyboard.press("j");
  const first = await focused(page);
  await page.keyboard.press("j");
  expect(await focused(page)).not.toBe(first);
  await page.keyboard.press("k");
  expect(await focused(page)).toBe(first);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/report\//);
});

test("filters open with f, take a name, and go with Escape", async ({ page, visit }) => {
  await visit("/?words=trawlers");
  await page.keyboard.press("f");
  await expect(page.getByLabel("said by")).toBeFocused();
  await page.keyboard.type("Dagny Holm");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/speaker=Dagny\+Holm/);
  await expect(page.locator(".who b").first()).toContainText("Dagny Holm");
  await page.keyboard.press("f");
  await page.keyboard.press("Escape");
  await expect(page.locator("#filters")).toBeHidden();
});

test("what finds nothing says what to try", async ({ page, visit }) => {
  await visit("/?words=zeppelin&status=actual");
  await expect(page.locator(".state")).toContainText("Nothing");
  await page.locator(".state a").first().click();
  await expect(page).not.toHaveURL(/words=zeppelin&status/);
});

test("what was found can be taken away as a table", async ({ page, visit }) => {
  await visit("/?words=trawlers");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "as a table" }).click(),
  ]);
  const rows = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(rows[0]).toContain("report,published,outlet");
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.some((row) => row.includes("Dagny Holm"))).toBe(true);
});

test("notes unfold as j reaches them in a narrow window", async ({ page, site, visit }) => {
  await page.setViewportSize({ width: 700, height: 800 });
  await visit(await reportAt(page, site, "charts", "Northern Wire"));
  await expect(page.locator(".notes").first()).toBeHidden();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(page.locator(".note.current")).toBeVisible();
  await expect(page).toHaveURL(/#[se]\d+$/);
});

test("help opens with ? and closes with Escape", async ({ page, visit }) => {
  await visit("/");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Signs");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("report: evidence lights up with its chain, notes and addresses belong together", async ({
  page,
  site,
  visit,
}) => {
  await visit(`${await reportAt(page, site, "charts", "Northern Wire")}`);
  await expect(page.locator("h1")).toContainText("Norway");
  await page.locator("mark[data-item]", { hasText: "captains have charts" }).click();
  await expect(page).toHaveURL(/#s\d+$/);
  const item = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`#n-${item}`)).toHaveClass(/current/);
  await expect(page.locator(`mark.lit[data-item=${item}]`).first()).toBeVisible();
  await expect(page.locator(".dim").first()).toBeVisible();
});

test("report: an address opens at its item", async ({ page, site, visit }) => {
  const address = await reportAt(page, site, "charts", "Northern Wire");
  await visit(`${address}#s5`);
  await expect(page.locator("#n-s5")).toHaveClass(/current/);
  await expect(page.locator("#s5")).toBeInViewport();
});

test("report: the numbers of the first sentence are filters", async ({ page, site, visit }) => {
  await visit(await reportAt(page, site, "charts", "Northern Wire"));
  await page.keyboard.press("f");
  await page.locator(".pick-hypothetical").click();
  await expect(page.locator(".record")).toHaveAttribute("data-only", "hypothetical");
  await expect(page.locator(".note .event.hypothetical").first()).toHaveCSS("opacity", "1");
  await expect(page.locator(".note .event.actual").first()).toHaveCSS("opacity", "0.3");
  await page.locator(".pick-all").click();
  await expect(page.locator(".record")).toHaveAttribute("data-only", "all");
});

test("report: furniture is folded, copies are told, an item can be cited", async ({ page, site, visit, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(await reportAt(page, site, "charts", "Evening Courier"));
  await expect(page.locator(".furniture summary")).toContainText("donation");
  await expect(page.locator(".furniture .words")).toBeHidden();
  await expect(page.locator(".family")).toContainText(/Copy, whole or in part, of Northern Wire/);
  const note = page.locator(".note", { hasText: "Teo Varga" }).first();
  await note.getByText("cite", { exact: true }).click();
  await note.getByRole("button", { name: "copy" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("Teo Varga");
  expect(copied).toContain("Evening Courier");
  expect(copied).toMatch(/characters \d+–\d+/);
  expect(copied).toMatch(/\/report\/[0-9a-f]{16}#s\d+/);
});

test("report: a report that is not there says so", async ({ page, visit }) => {
  await visit("/report/ffffffffffffffff");
  await expect(page.locator(".failed")).toBeVisible();
});

test("an error shows its hint", async ({ page, visit }) => {
  await visit("/?words=refuse+me", "empty");
  await expect(page.locator(".failed")).toContainText("Put a quotation mark at its end.");
});

test("trace: origins, copies, denials, and no verdict", async ({ page, visit }) => {
  await visit("/trace?words=fired+trawler+Haukur");
  await expect(page.locator(".told")).toContainText(/sayings? rests? on/);
  expect(await page.locator(".picture .lane").count()).toBeGreaterThan(1);
  await expect(page.locator(".picture .mark.first")).toHaveCount(1);
  await expect(page.locator(".picture .mark.denial").first()).toContainText("⊘");
  await expect(page.locator(".part.denial").first()).toContainText("denies it");
  await page.locator(".picture .mark.denial").first().click();
  await expect(page).toHaveURL(/#y\d+$/);
});

test("trace: numbers that differ stand side by side with their sources", async ({ page, visit }) => {
  await visit("/trace?words=trawlers");
  const values = await page.locator(".given .value").allTextContents();
  expect(values).toEqual(expect.arrayContaining([expect.stringContaining("30"), expect.stringContaining("12")]));
  await expect(page.locator(".given .number").first()).toContainText("Dagny Holm");
});

test("trace: nothing asked teaches what to ask", async ({ page, visit }) => {
  await visit("/trace");
  await expect(page.locator(".state")).toContainText("who said it first");
});

test("timeline: bars by standing lead to a search; arrow keys move between them", async ({ page, visit }) => {
  await visit("/timeline");
  const bars = page.locator(".bar");
  expect(await bars.count()).toBeGreaterThan(3);
  await expect(page.locator(".bar .actual").first()).toBeVisible();
  await bars.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(bars.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/\?from=\d{4}-\d\d-\d\d&to=/);
});

test("timeline: drawing across days takes them", async ({ page, visit }) => {
  await visit("/timeline");
  const box = await page.locator(".chart svg").boundingBox();
  await page.mouse.move(box.x + 80, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\/timeline\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
});

test("map: marks for places, and what has no place is told", async ({ page, visit }) => {
  await visit("/map");
  await expect(page.locator(".spot").first()).toBeVisible();
  await expect(page.locator("main")).toContainText("no place known");
  await expect(page.locator(".spot.untrue").first()).toBeVisible();
  await page.locator(".lines a", { hasText: "Copenhagen" }).first().click();
  await expect(page).toHaveURL(/\/\?place=/);
  await expect(page.locator(".hit").first()).toBeVisible();
});

test("map data and map code load on the map page alone", async ({ page, visit }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await visit("/");
  expect(asked.filter((path) => /map|network|world/.test(path) && path.startsWith("/assets"))).toEqual([]);
  await page.locator(".tabs").getByText("Map").click();
  await expect(page.locator(".spot").first()).toBeVisible();
  expect(asked).toContain("/assets/world.json");
});

test("network: what it cannot be narrowed by is told", async ({ page, visit }) => {
  await visit("/network?words=trawlers&type=THREATEN");
  await expect(page.locator("main")).toContainText("not narrowed by words");
  await expect(page.locator(".dot-actor").first()).toBeVisible();
});

test("network: the same picture every time, an actor opens its edges, a table tells the same", async ({
  page,
  visit,
}) => {
  await visit("/network");
  await expect(page.locator(".dot-actor").first()).toBeVisible();
  const picture = await page.locator(".graph svg").innerHTML();
  await page.reload();
  await expect(page.locator(".dot-actor").first()).toBeVisible();
  expect(await page.locator(".graph svg").innerHTML()).toBe(picture);
  await page.locator(".dot-actor").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".card h2 a")).toBeVisible();
  expect(await page.locator(".edges tbody tr").count()).toBeGreaterThan(3);
  const arcs = await page.locator(".arc").count();
  await page.locator(".pick-edge", { hasText: "speaks about" }).locator("input").uncheck();
  expect(await page.locator(".arc").count()).toBeLessThan(arcs);
});

test("actors: found by a part of the name, and each has a page", async ({ page, visit }) => {
  await visit("/actors");
  await page.getByLabel("Name of an actor").fill("varga");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.locator("tbody a").first().click();
  await expect(page.locator("h1")).toHaveText("Teo Varga");
  await expect(page.getByRole("heading", { name: "Speaks about" })).toBeVisible();
  await expect(page.locator(".hit .who").first()).toContainText("Teo Varga");
});

test("number keys change the view and keep the question", async ({ page, visit }) => {
  await visit("/?words=trawlers");
  await page.keyboard.press("3");
  await expect(page).toHaveURL(/\/timeline\?words=trawlers/);
  await page.keyboard.press("2");
  await expect(page).toHaveURL(/\/trace\?words=trawlers/);
});

test("read: a pasted report is shown with its notes", async ({ page, visit }) => {
  await visit("/read");
  await page
    .locator("textarea")
    .fill(
      "Norway threatens to seize trawlers\n\nNorwegian Fisheries Minister Dagny Holm warned Iceland that coast guard vessels would seize any trawler.",
    );
  await page.getByRole("button", { name: "read" }).click();
  await expect(page.locator(".record .note", { hasText: "Dagny Holm" }).first()).toBeVisible();
});

const ALL = [
  "/",
  "/?words=trawlers",
  "/trace",
  "/trace?words=trawlers",
  "/timeline",
  "/map",
  "/network",
  "/actors",
  "/read",
];

for (const [width, scheme] of [
  [320, "light"],
  [390, "dark"],
  [1280, "dark"],
  [2200, "light"],
]) {
  test(`no page is wider than a window of ${width} pixels`, async ({ page, site, visit }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    const hostile = await reportAt(page, site, "charts").catch(() => null);
    for (const address of [...ALL, hostile].filter(Boolean)) {
      await visit(address);
      await page.waitForTimeout(60);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width);
    }
  });
}

test("every control has a name, and every page one first heading", async ({ page, visit }) => {
  for (const address of ALL) {
    await visit(address);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll("a[href],button,input,select,textarea,[role=button]")]
        .filter((node) => {
          const label =
            node.getAttribute("aria-label") ||
            node.textContent ||
            node.closest("label")?.textContent ||
            document.querySelector(`label[for="${node.id}"]`)?.textContent ||
            node.title;
          return !label?.trim();
        })
        .map((node) => node.outerHTML.slice(0, 120)),
    );
    expect(nameless, address).toEqual([]);
    await expect(page.locator("h1"), address).toHaveCount(1);
  }
});

test("on paper the notes stand beside the text", async ({ page, site, visit }) => {
  await visit(await reportAt(page, site, "charts", "Northern Wire"));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".notes").first()).toBeVisible();
  await expect(page.locator(".ask")).toBeHidden();
});
