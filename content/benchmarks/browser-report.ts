import type { BenchMachine } from "./kernel-report";

/** What `npm run bench:browser` writes to `browser.json` beside this file: the same kernels in two places. */
export interface BrowserReport {
  readonly machine: BenchMachine;
  readonly browser: string;
  /** Which backend answered in the browser. */
  readonly backend: string;
  readonly shape: readonly number[];
  readonly tasks: readonly BrowserTask[];
}

interface BrowserTask {
  readonly name: string;
  readonly nodeMs: number;
  readonly workerMs: number;
}
