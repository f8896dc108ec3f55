import path from "node:path";
import { expect, test } from "vitest";
import { summary } from "@/tests/run/tally";
import { tallyVitest } from "@/tests/run/vitest-report";

interface ReportedTest {
  readonly fullName: string;
  readonly status: string;
  readonly meta?: { readonly skipNote?: string; readonly project?: string };
}

const entry = (name: string, tests: readonly ReportedTest[], status = "passed", message = "") => ({
  name: path.resolve(name),
  status,
  message,
  assertionResults: tests,
});

test("passed and failed tests of all files are added up", () => {
  const tally = tallyVitest({
    testResults: [
      entry("a.test.ts", [
        { fullName: "a one", status: "passed" },
        { fullName: "a two", status: "passed" },
      ]),
      entry("b.test.ts", [{ fullName: " b one", status: "failed" }], "failed"),
    ],
  });
  expect(summary(tally)).toBe("2 passed, 1 failed, 0 skipped");
  expect(tally.failures).toEqual(["b.test.ts: b one"]);
});

test("a test names the project it ran in", () => {
  const failed = { fullName: "one", status: "failed", meta: { project: "wasm" } };
  const tally = tallyVitest({ testResults: [entry("a.test.ts", [failed], "failed")] });
  expect(tally.failures).toEqual(["[wasm] a.test.ts: one"]);
});

test("skipped tests are listed with their reason", () => {
  const tally = tallyVitest({
    testResults: [
      entry("a.test.ts", [
        { fullName: "one", status: "skipped", meta: { skipNote: "needs a GPU" } },
        { fullName: "two", status: "skipped", meta: {} },
        { fullName: "three", status: "todo" },
      ]),
    ],
  });
  expect(summary(tally)).toBe("0 passed, 0 failed, 3 skipped");
  expect(tally.skipped).toEqual([
    "a.test.ts: one — needs a GPU",
    "a.test.ts: two — no reason given",
    "a.test.ts: three — still to be written",
  ]);
});

test("a file that cannot be loaded is one failure", () => {
  const tally = tallyVitest({ testResults: [entry("a.test.ts", [], "failed", "boom\nat x")] });
  expect(tally.failures).toEqual(["a.test.ts: boom"]);
});

test("a failing hook is one failure, and its tests have not passed", () => {
  const tests = [
    { fullName: "in", status: "skipped" },
    { fullName: "out", status: "passed" },
  ];
  const tally = tallyVitest({ testResults: [entry("a.test.ts", tests, "failed")] });
  expect(summary(tally)).toBe("1 passed, 1 failed, 1 skipped");
  expect(tally.failures).toEqual(["a.test.ts: failed outside of its tests"]);
});

test("a test that did not end is a failure", () => {
  const tests = [{ fullName: "hangs", status: "pending" }];
  const tally = tallyVitest({ testResults: [entry("a.test.ts", tests)] });
  expect(tally.failures).toEqual(['a.test.ts: hangs: ended as "pending"']);
});

test.each([null, [], "text", {}, { testResults: {} }, { testResults: [{}] }])(
  "%j is no report",
  (report) => {
    expect(() => tallyVitest(report)).toThrow("it has no list");
  },
);
