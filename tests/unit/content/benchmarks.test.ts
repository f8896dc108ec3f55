import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { BrowserReport } from "@/content/benchmarks/browser-report";
import { contenderIds, isTiming, tasks } from "@/content/benchmarks/kernel-report";
import type { BenchMachine, KernelReport } from "@/content/benchmarks/kernel-report";
import { isPlain, plainOf } from "@/components/speed/cases";
import { contentFolder } from "./support/pages";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(`${contentFolder}/benchmarks/${name}`, "utf8"));
const kernels = read("kernels.json") as KernelReport;
const browser = read("browser.json") as BrowserReport;

/** Each of three numbers is rounded to four digits. */
const rounding = 2e-3;

function expectMachine(machine: BenchMachine): void {
  const { cpu, cores, platform, node, date } = machine;
  expect([cpu, platform]).not.toContain("");
  expect(cores).toBeGreaterThan(0);
  expect(node).toMatch(/^v\d+\.\d+\.\d+$/);
  expect(new Date(date).toISOString()).toBe(date);
}

test("the report on the kernels tells the machine and the date", () => {
  expectMachine(kernels.machine);
});

test("it describes every contender, and no other", () => {
  expect(Object.keys(kernels.contenders).sort()).toEqual([...contenderIds].sort());
  expect(Object.values(kernels.contenders)).not.toContain("");
});

describe.each(kernels.cases)("its case $name", ({ shape, axis, bytes, msFloor, measured }) => {
  test("has a size that follows from its shape, and a floor", () => {
    expect(bytes).toBe(shape.reduce((a, b) => a * b, 4));
    expect(shape[axis]).toBeGreaterThan(0);
    expect(msFloor).toBeGreaterThan(0);
  });

  test("has a timing of every contender for every task, or a reason why there is none", () => {
    expect(Object.keys(measured).sort()).toEqual([...contenderIds].sort());
    for (const id of contenderIds) {
      expect(Object.keys(measured[id]).sort()).toEqual([...tasks].sort());
      for (const found of Object.values(measured[id])) {
        if (isTiming(found)) expect(found.ms).toBeGreaterThan(0);
        else expect(found.reason).toMatch(/\w/);
      }
    }
  });

  test("has ratios that are its times over its floor", () => {
    for (const found of contenderIds.flatMap((id) => Object.values(measured[id]))) {
      if (!isTiming(found)) continue;
      expect((found.ratioToFloor * msFloor) / found.ms).toBeAllClose(1, { absolute: rounding });
    }
  });
});

test("its cases have names of their own, and every variant has a plain case beside it", () => {
  const names = kernels.cases.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  const alone = kernels.cases.filter(
    (each) => !isPlain(each) && plainOf(each, kernels.cases) === undefined,
  );
  expect(alone).toEqual([]);
});

test("its aims are met where what was measured is within the bound, and only there", () => {
  expect(kernels.aims.length).toBeGreaterThan(0);
  for (const { aim, measured, met } of kernels.aims) {
    if (measured === null) expect(met).toBe(false);
    else if ("atMost" in aim)
      expect(met ? measured <= aim.atMost : measured >= aim.atMost).toBe(true);
    else expect(met ? measured >= aim.atLeast : measured <= aim.atLeast).toBe(true);
  }
});

test("the report on the browser tells the machine, the date and what was measured", () => {
  expectMachine(browser.machine);
  expect(browser.browser).toMatch(/\w+ \d/);
  expect(browser.tasks.length).toBeGreaterThan(0);
  for (const { nodeMs, workerMs } of browser.tasks) {
    expect(nodeMs).toBeGreaterThan(0);
    expect(workerMs).toBeGreaterThan(0);
  }
});
