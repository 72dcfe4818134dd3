// Runs the tests, or says why they cannot run here.
import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const skip = (why) => (console.log(`skipped: ${why}`), process.exit(0));
if (!existsSync(join(root, "node_modules/@playwright/test"))) skip("no node_modules; run npm ci");
const { EXECUTABLE } = await import("./browser.mjs");
if (!EXECUTABLE) skip("no Chromium; name one in CHROMIUM");
const cli = join(root, "node_modules/@playwright/test/cli.js");
process.exit(
  spawnSync(process.execPath, [cli, "test", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" }).status ?? 1,
);
