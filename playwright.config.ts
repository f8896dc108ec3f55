import { defineConfig, type Project } from "@playwright/test";
import { launchOptions } from "./tests/support/browser";

const port = Number(process.env["TEST_PORT"] ?? 4173);
const home = `http://localhost:${port}${process.env["BASE_PATH"] ?? ""}/`;
const isFinal = process.env["CI"] !== undefined;

const suite = (name: string): Project => ({
  name,
  testDir: `tests/${name}`,
  testMatch: `**/*.${name}.ts`,
});

export default defineConfig({
  projects: ["e2e", "a11y", "visual"].map(suite),
  globalSetup: "./tests/support/global-setup.ts",
  webServer: {
    command: "node --import tsx tests/support/serve.ts",
    env: { PORT: String(port) },
    url: home,
    reuseExistingServer: !isFinal,
    gracefulShutdown: { signal: "SIGTERM", timeout: 2000 },
  },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  forbidOnly: isFinal,
  globalTimeout: 45 * 60_000,
  reporter: [["dot"], ["json", { outputFile: "tests/.reports/playwright.json" }]],
  use: {
    baseURL: home,
    browserName: "chromium",
    launchOptions: launchOptions(),
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    locale: "en-GB",
    timezoneId: "UTC",
    colorScheme: "light",
    reducedMotion: "reduce",
  },
  // One picture for every platform: the browser brings its own fonts and rasterizer.
  snapshotPathTemplate: "tests/visual/__screenshots__/{arg}{ext}",
  updateSnapshots: isFinal ? "none" : "missing",
  expect: {
    // Patience for shared machines; no test measures time by it.
    timeout: 20_000,
    // A round thumb that stands at a fraction of a pixel has some two dozen pixels on its rim.
    toHaveScreenshot: { maxDiffPixels: 40, animations: "disabled", caret: "hide", scale: "css" },
  },
});
