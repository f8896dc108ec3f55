import { fields, firstLine, list, optionalList, text, type Fields } from "./json";
import { failure, nothing, sum, type Tally } from "./tally";

function skipReason(test: Fields): string {
  const mark = optionalList(test, "annotations").find(({ type }) =>
    ["skip", "fixme"].includes(String(type)),
  );
  if (mark === undefined) return "did not run";
  return text(mark, "description") || "no reason given";
}

function tallyTest(name: string, test: Fields): Tally {
  const label = `[${text(test, "projectName")}] ${name}`;
  const status = text(test, "status");
  switch (status) {
    case "expected":
      return { ...nothing, passed: 1 };
    case "skipped":
      return { ...nothing, skipped: [`${label} — ${skipReason(test)}`] };
    case "unexpected":
      return failure(label);
    default:
      // A test that is flaky failed once, and nobody knows why it passed later.
      return failure(`${label}: ended as "${status}"`);
  }
}

function tallySuite(suite: Fields, parents: readonly string[] = []): Tally {
  const titles = [...parents, text(suite, "title")];
  const specs = optionalList(suite, "specs").flatMap((spec) => {
    const name = [...titles, text(spec, "title")].join(" › ");
    return list(spec, "tests").map((test) => tallyTest(name, test));
  });
  const inner = optionalList(suite, "suites").map((child) => tallySuite(child, titles));
  return sum([...specs, ...inner]);
}

/** Adds up a report of Playwright's JSON reporter. */
export function tallyPlaywright(report: unknown): Tally {
  const root = fields(report);
  const suites = list(root, "suites").map((suite) => tallySuite(suite));
  const errors = optionalList(root, "errors").map((error) =>
    failure(firstLine(text(error, "message")) || "an error outside of any test"),
  );
  return sum([...suites, ...errors]);
}
