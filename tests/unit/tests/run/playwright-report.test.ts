import { expect, test } from "vitest";
import { tallyPlaywright } from "@/tests/run/playwright-report";
import { summary } from "@/tests/run/tally";

interface Annotation {
  readonly type: string;
  readonly description?: string;
}

const spec = (title: string, status: string, annotations: readonly Annotation[] = []) => ({
  title,
  tests: [{ projectName: "e2e", status, annotations }],
});

const report = (specs: readonly unknown[], errors: readonly unknown[] = []) => ({
  suites: [{ title: "home.e2e.ts", specs: [], suites: [{ title: "menu", specs }] }],
  errors,
});

test("tests in nested suites are added up", () => {
  const tally = tallyPlaywright(
    report([spec("opens", "expected"), spec("closes", "expected"), spec("moves", "unexpected")]),
  );
  expect(summary(tally)).toBe("2 passed, 1 failed, 0 skipped");
  expect(tally.failures).toEqual(["[e2e] home.e2e.ts › menu › moves"]);
});

test("a spec counts once for each project", () => {
  const tests = ["e2e", "a11y"].map((projectName) => ({ projectName, status: "expected" }));
  expect(tallyPlaywright(report([{ title: "opens", tests }])).passed).toBe(2);
});

test("skipped tests are listed with their reason", () => {
  const tally = tallyPlaywright(
    report([
      spec("one", "skipped", [{ type: "issue" }, { type: "skip", description: "Linux only" }]),
      spec("two", "skipped", [{ type: "fixme" }]),
      spec("three", "skipped"),
    ]),
  );
  expect(summary(tally)).toBe("0 passed, 0 failed, 3 skipped");
  expect(tally.skipped).toEqual([
    "[e2e] home.e2e.ts › menu › one — Linux only",
    "[e2e] home.e2e.ts › menu › two — no reason given",
    "[e2e] home.e2e.ts › menu › three — did not run",
  ]);
});

test("a flaky test is a failure", () => {
  const tally = tallyPlaywright(report([spec("one", "flaky")]));
  expect(tally.failures).toEqual(['[e2e] home.e2e.ts › menu › one: ended as "flaky"']);
});

test("each error outside of the tests is a failure", () => {
  const errors = [{ message: "\u001b[31mno server\u001b[39m\nat x" }, {}];
  const tally = tallyPlaywright(report([spec("opens", "expected")], errors));
  expect(summary(tally)).toBe("1 passed, 2 failed, 0 skipped");
  expect(tally.failures).toEqual(["no server", "an error outside of any test"]);
});

test.each([null, [], "text", {}, { suites: 1 }, { suites: [{ specs: [{}] }] }])(
  "%j is no report",
  (value) => {
    expect(() => tallyPlaywright(value)).toThrow("it has no list");
  },
);
