import { defineConfig } from "@playwright/test";
import { ARGS, EXECUTABLE } from "./test/browser.mjs";

export default defineConfig({
  testDir: "test",
  testMatch: "*.spec.mjs",
  timeout: 30_000,
  workers: 1,
  fullyParallel: false,
  reporter: [["list"]],
  outputDir: "test-results",
  use: { launchOptions: { executablePath: EXECUTABLE, args: ARGS }, viewport: { width: 1280, height: 900 } },
});
