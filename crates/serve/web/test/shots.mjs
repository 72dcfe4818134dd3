// Pictures of every page, light and dark, desktop and phone, for eyes: npm run shots [-- NAME…]
import { chromium } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { ARGS, EXECUTABLE } from "./browser.mjs";
import { serve, store } from "./server.mjs";

const folder = process.env.SHOTS ?? "shots";
mkdirSync(folder, { recursive: true });
const key = (at) => store("reports").reports[at].line.key;
const someone = store("reports").actorsList("Holm").actors[0].id;
const PAGES = {
  start: ["reports", "/"],
  search: ["reports", "/?words=trawlers"],
  filtered: ["reports", "/?words=norway&status=hypothetical", "f"],
  none: ["reports", "/?words=zeppelin&status=actual&country=NOR"],
  report: ["reports", `/report/${key(0)}`],
  item: ["reports", `/report/${key(7)}#s2`],
  copy: ["reports", `/report/${key(1)}`],
  hostile: ["reports", `/report/${key(22)}`],
  trace: ["reports", "/trace?words=trawlers"],
  shots: ["reports", "/trace?words=fired+trawler+Haukur"],
  teach: ["reports", "/trace"],
  timeline: ["reports", "/timeline"],
  map: ["reports", "/map"],
  network: ["reports", "/network"],
  actor: ["reports", `/actor/${someone}`],
  actors: ["reports", "/actors"],
  read: ["reports", "/read"],
  help: ["reports", "/", "?"],
  empty: ["empty", "/"],
  refused: ["reports", "/?words=refuse+me"],
  gone: ["reports", "/report/ffff"],
  crowd: ["crowd", "/"],
  crowdtrace: ["crowd", "/trace?words=trawlers"],
  crowdtimeline: ["crowd", "/timeline"],
  crowdnetwork: ["crowd", "/network"],
  crowdmap: ["crowd", "/map"],
};
const VIEWS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

const wanted = process.argv.slice(2).filter((name) => Object.hasOwn(PAGES, name));
const servers = {};
for (const kind of ["reports", "empty", "crowd"]) servers[kind] = await serve(0, kind);
const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGS });
for (const colorScheme of ["light", "dark"]) {
  for (const [view, viewport] of Object.entries(VIEWS)) {
    if (process.env.ONLY && process.env.ONLY !== `${view}-${colorScheme}`) continue;
    const context = await browser.newContext({
      viewport,
      colorScheme,
      hasTouch: view === "phone",
      isMobile: view === "phone",
    });
    for (const name of wanted.length ? wanted : Object.keys(PAGES)) {
      const [kind, address, press] = PAGES[name];
      const page = await context.newPage();
      page.on(
        "console",
        (message) => ["error", "warning"].includes(message.type()) && console.log(`${name} ${view}: ${message.text()}`),
      );
      page.on("pageerror", (error) => console.log(`${name} ${view}: ${error}`));
      await page.goto(`http://127.0.0.1:${servers[kind].address().port}${address}`);
      await page.waitForLoadState("networkidle");
      if (press) await page.keyboard.press(press);
      await page.waitForTimeout(150);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) console.log(`${name} ${view}: ${wide}px too wide`);
      await page.screenshot({ path: `${folder}/${name}-${view}-${colorScheme}.png`, fullPage: !process.env.FOLD });
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
Object.values(servers).forEach((server) => server.close());
