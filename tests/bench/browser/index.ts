/**
 * Times the same kernels in Node and in a worker of the real browser, one after the other, and writes both. Nothing
 * here passes or fails; machines differ.
 */
import { writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { format } from "prettier";
import type { BrowserReport } from "@/content/benchmarks/browser-report";
import { prepareBrowser } from "../../support/browser";
import { thisMachine } from "../kernels/machine";
import { bundled } from "./bundle";
import { probe, probeShape } from "./probe";
import type { ProbeTimes } from "./probe";

const file = "content/benchmarks/browser.json";

type Probed = ReturnType<typeof probe>;

const code = await bundled(new URL("probe.worker.ts", import.meta.url));
const { executablePath, env } = await prepareBrowser();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  ...(env !== undefined && { env }),
  args: ["--no-sandbox", "--headless=shell", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage();
const origin = "http://localhost:1";
await page.route(`${origin}/`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
await page.route(`${origin}/worker.js`, (route) =>
  route.fulfill({ contentType: "text/javascript", body: code }),
);
await page.goto(`${origin}/`);

const inBrowser = (): Promise<Probed> =>
  page.evaluate(
    () =>
      new Promise<Probed>((resolve, reject) => {
        const worker = new Worker("worker.js", { type: "module" });
        worker.onmessage = ({ data }: MessageEvent<Probed>) => {
          worker.terminate();
          resolve(data);
        };
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
  );

const least = (some: readonly Probed[], task: keyof ProbeTimes): number =>
  Number(Math.min(...some.map(({ times }) => times[task])).toPrecision(4));

const node: Probed[] = [];
const worker: Probed[] = [];
// They take turns, so that whatever else the machine does hits both.
for (let turn = 0; turn < 3; turn++) {
  node.push(probe());
  worker.push(await inBrowser());
}
const version = browser.version();
await browser.close();

const tasks = [
  ["memory.copy", "copy"],
  ["forward", "forward"],
  ["forward + backward", "both"],
] as const;
const report: BrowserReport = {
  machine: thisMachine(new Date()),
  browser: `Chromium ${version}`,
  backend: worker[0]!.backend,
  shape: probeShape,
  tasks: tasks.map(([name, task]) => ({
    name,
    nodeMs: least(node, task),
    workerMs: least(worker, task),
  })),
};
console.log(
  `[${probeShape.join(", ")}] in a worker of ${report.browser} (${report.backend}) and in Node:`,
);
for (const { name, nodeMs, workerMs } of report.tasks) {
  const ratio = (workerMs / nodeMs).toFixed(2);
  console.log(
    `  ${name.padEnd(20)} ${workerMs} ms and ${nodeMs} ms: ${ratio} × (aim: at most 1.3 ×)`,
  );
}
writeFileSync(file, await format(JSON.stringify(report), { parser: "json", printWidth: 100 }));
console.log(`\nwrote: ${file}`);
