import type { Reporter, TestCase } from "vitest/node";

declare module "vitest" {
  interface TaskMeta {
    /** Why the test was skipped: the argument of `context.skip`. */
    skipNote?: string;
  }
}

/** Puts the reason of a skipped test where Vitest's JSON report shows it. */
class SkipNotes implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === "skipped" && result.note !== undefined) test.meta().skipNote = result.note;
  }
}

// Vitest loads the default export.
export { SkipNotes as default };
