import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { emptyFolder } from "@/tests/run/reports";
import { runChecks, runOnBuild, runTests } from "@/tests/run/run";
import type { Check, Runner } from "@/tests/run/steps";
import { listing, summary } from "@/tests/run/tally";
import { tallyVitest } from "@/tests/run/vitest-report";

// Most tests start processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

let folder = "";
beforeEach(() => {
  vi.spyOn(console, "log").mockReturnValue(undefined);
  folder = mkdtempSync(path.join(tmpdir(), "batch-norm-lab-run-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reportWith = (...statuses: readonly string[]): string => {
  const assertionResults = statuses.map((status) => ({ fullName: "t", status }));
  return JSON.stringify({ testResults: [{ name: "a.ts", status: "passed", assertionResults }] });
};

/** A program in place of a test runner: writes `content` as its report and ends. */
function runner(content: string | undefined, ending = "process.exit(0)"): Runner {
  const file = path.join(folder, "report.json");
  const program = path.join(folder, "runner.cjs");
  const write =
    content === undefined
      ? ""
      : `require("fs").writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(content)});`;
  writeFileSync(program, write + ending);
  return { name: "unit", command: `node "${program}"`, report: { file, tally: tallyVitest } };
}

const check = (name: string, exitCode: number): Check => ({
  name,
  command: `node -e "process.exit(${exitCode})"`,
});

describe("a runner", () => {
  test("counts what its report says", async () => {
    const tally = await runTests(runner(reportWith("passed", "passed", "skipped")));
    expect(summary(tally)).toBe("2 passed, 0 failed, 1 skipped");
  });

  test("with failed tests counts each of them once", async () => {
    const tally = await runTests(runner(reportWith("failed", "failed"), "process.exit(1)"));
    expect(summary(tally)).toBe("0 passed, 2 failed, 0 skipped");
  });

  test("that fails although every test passed is a failure", async () => {
    const tally = await runTests(runner(reportWith("passed"), "process.exit(1)"));
    expect(summary(tally)).toBe("1 passed, 1 failed, 0 skipped");
    expect(tally.failures).toEqual(["unit: ended with exit code 1, but no test failed"]);
  });

  test("that is killed is a failure", async () => {
    const killed = runner(reportWith("passed"), 'process.kill(process.pid, "SIGKILL")');
    expect(summary(await runTests(killed))).toBe("1 passed, 1 failed, 0 skipped");
  });

  test.each([
    ["writes no report", undefined, "unit: wrote no report"],
    ["writes half a report", reportWith("passed").slice(0, -1), "unit: its report cannot be read"],
    ["writes another report", "{}", "unit: its report cannot be read: it has no list"],
    ["runs no test", reportWith(), "unit: ran no test"],
  ])("that %s is one failure, even with exit code 0", async (_name, content, message) => {
    const tally = await runTests(runner(content));
    expect(summary(tally)).toBe("0 passed, 1 failed, 0 skipped");
    expect(tally.failures[0]).toContain(message);
  });

  test("that cannot be started is a failure", async () => {
    const missing = { ...runner(undefined), command: `"${path.join(folder, "nowhere")}" 2>&1` };
    expect((await runTests(missing)).failures).toEqual(["unit: wrote no report"]);
  });

  test("does not count the report of an earlier run", async () => {
    await runTests(runner(reportWith("passed")));
    emptyFolder(folder);
    expect(existsSync(path.join(folder, "report.json"))).toBe(false);
    expect(summary(await runTests(runner(undefined)))).toBe("0 passed, 1 failed, 0 skipped");
  });
});

describe("static checks", () => {
  test("each failing one is one failure; the others count for nothing", async () => {
    const tally = await runChecks(check("first", 0), [
      check("lint", 1),
      check("types", 0),
      check("format", 2),
    ]);
    expect(summary(tally)).toBe("0 passed, 2 failed, 0 skipped");
    expect([...tally.failures].sort()).toEqual([
      "format: ended with exit code 2",
      "lint: ended with exit code 1",
    ]);
  });

  test("the first one failing does not hide the others", async () => {
    const tally = await runChecks(check("first", 1), [check("lint", 1)]);
    expect(tally.failures).toHaveLength(2);
  });

  test("a failing one shows what it printed", async () => {
    await runChecks({ name: "lint", command: "node -e \"console.error('no semi'), fail\"" }, []);
    expect(vi.mocked(console.log).mock.calls.flat().join("\n")).toContain("no semi");
  });
});

describe("tests that need the build", () => {
  test("run on it", async () => {
    const tally = await runOnBuild(check("build", 0), runner(reportWith("passed")));
    expect(summary(tally)).toBe("1 passed, 0 failed, 0 skipped");
  });

  test("do not run without it, and that is a failure of its own", async () => {
    const tally = await runOnBuild(check("build", 1), runner(reportWith("passed")));
    expect(tally.failures).toEqual([
      "build: ended with exit code 1",
      "unit: not run, because there is no build",
    ]);
  });
});

test("a listing is left out when it is empty", () => {
  expect(listing("Skipped", [])).toBe("");
  expect(listing("Skipped", ["a — why", "b — why"])).toBe("\nSkipped:\n  a — why\n  b — why\n");
});
