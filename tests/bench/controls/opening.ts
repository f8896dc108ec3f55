import type { Browser, Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** What the thread itself worked, in microseconds: other programs on the machine do not count. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Opens a page, waits with `settled` until its figure is live, and tells the longest task of a page's main thread
 * until then, in milliseconds.
 */
export async function longestOpeningTask(
  browser: Browser,
  page: Page,
  { address, settled }: { readonly address: string; readonly settled: string },
): Promise<number> {
  await browser.startTracing(page, { categories: ["toplevel"] });
  await page.goto(address);
  await page.locator(settled).waitFor();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const mains = new Set(
    traceEvents.filter(({ args }) => args?.name === "CrRendererMain").map(threadOf),
  );
  const tasks = traceEvents.filter(
    (event) => event.ph === "X" && event.name.endsWith("RunTask") && mains.has(threadOf(event)),
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
