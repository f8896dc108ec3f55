import type { Reporter, TestCase } from "vitest/node";

declare module "vitest" {
  interface TaskMeta {
    /** Why the test was skipped: the argument of `context.skip`. */
    skipNote?: string;
    /** The project of vitest.config.ts that ran it. */
    project?: string;
  }
}

/** Puts where Vitest's JSON report shows them: the reason of a skipped test, and the project of every test. */
class SkipNotes implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const meta = test.meta();
    meta.project = test.project.name;
    const result = test.result();
    if (result.state === "skipped" && result.note !== undefined) meta.skipNote = result.note;
  }
}

// Vitest loads the default export.
export { SkipNotes as default };
