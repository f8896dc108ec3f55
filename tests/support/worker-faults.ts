import type { Page } from "@playwright/test";

/** What goes wrong in a worker, as a script that runs in it before its own. */
export const faults = {
  throws: "throw new Error('injected fault');",
  hangs: "addEventListener('message', () => { for (;;); });",
  closes: "addEventListener('message', (e) => { e.stopImmediatePropagation(); close(); });",
} as const;

/** A fault that waits for a run with this momentum. */
export const hangsAt = (momentum: number): string =>
  `addEventListener("message", ({ data }) => {
     const { value } = data.argumentList?.[0] ?? {};
     if (value?.layer?.momentum === ${momentum}) for (;;);
   });`;

export interface FaultyWorkers {
  /** How many workers the page has started. */
  readonly started: () => number;
  /** Lets the workers started from now on be as they are. */
  readonly heal: () => void;
}

/** How long the site waits for a silent worker. */
export const stallMs = 8000;

const workerScript = /\/turbopack-worker[^/]*\.js/;

/** Puts a fault into the first `count` workers that the page starts. */
export async function breakWorkers(
  page: Page,
  fault: string,
  count = Infinity,
): Promise<FaultyWorkers> {
  let started = 0;
  let broken = count;
  await page.route(workerScript, async (route) => {
    started += 1;
    if (started > broken) {
      await route.continue();
      return;
    }
    const response = await route.fetch();
    await route.fulfill({ response, body: `${fault}\n${await response.text()}` });
  });
  return {
    started: () => started,
    heal: () => {
      broken = 0;
    },
  };
}
