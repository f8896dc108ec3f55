import path from "node:path";
import { fields, firstLine, list, text, type Fields } from "./json";
import { add, failure, nothing, sum, type Tally } from "./tally";

const one = { ...nothing, passed: 1 };

/** What `meta` holds is written by skip-notes.ts, because the reporter of Vitest leaves it out. */
function tallyTest(file: string, test: Fields): Tally {
  const meta = fields(test["meta"]);
  const project = text(meta, "project");
  const name = `${project && `[${project}] `}${file}: ${text(test, "fullName").trim()}`;
  const status = text(test, "status");
  switch (status) {
    case "passed":
      return one;
    case "failed":
      return failure(name);
    case "skipped":
      return { ...nothing, skipped: [`${name} — ${text(meta, "skipNote") || "no reason given"}`] };
    case "todo":
      return { ...nothing, skipped: [`${name} — still to be written`] };
    default:
      // "pending" is a test that was to run and never finished, as after a failing hook.
      return failure(`${name}: ended as "${status}"`);
  }
}

function tallyFile(entry: Fields): Tally {
  const file = path.relative(process.cwd(), text(entry, "name"));
  const tests = sum(list(entry, "assertionResults").map((test) => tallyTest(file, test)));
  if (text(entry, "status") !== "failed" || tests.failures.length > 0) return tests;
  const message = firstLine(text(entry, "message")) || "failed outside of its tests";
  return add(tests, failure(`${file}: ${message}`));
}

/** Adds up a report of Vitest's JSON reporter. */
export function tallyVitest(report: unknown): Tally {
  return sum(list(fields(report), "testResults").map(tallyFile));
}
