import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { add, failure, type Tally } from "./tally";

export interface Report {
  readonly file: string;
  readonly tally: (report: unknown) => Tally;
}

/** What an earlier run has left must not be counted again. */
export function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** The report, or why it counts as one failure. A report that is cut off counts like none. */
function read({ file, tally }: Report, runner: string): Tally {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch {
    return failure(`${runner}: wrote no report`);
  }
  try {
    const result = tally(JSON.parse(content));
    const ran = result.passed + result.failures.length + result.skipped.length;
    return ran > 0 ? result : failure(`${runner}: ran no test`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(`${runner}: its report cannot be read: ${reason}`);
  }
}

/** A runner that fails without a failed test in its report has failed all the same. */
export function tallyRun(runner: string, report: Report, exitCode: number): Tally {
  const tally = read(report, runner);
  if (exitCode === 0 || tally.failures.length > 0) return tally;
  return add(tally, failure(`${runner}: ended with exit code ${exitCode}, but no test failed`));
}
