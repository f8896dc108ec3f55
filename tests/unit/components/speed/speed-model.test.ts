import { describe, expect, it } from "vitest";
import { speedModel } from "@/components/speed/speed-model";
import { caseOf, report } from "./report";

const model = speedModel(report);

describe("the model of the page on speed", () => {
  it("names the machine and the day in UTC", () => {
    expect(model.machine).toEqual({
      text: "Abacus, 1 core, desk wood, Node v20.0.0",
      date: "2026-01-31T23:30:00.000Z",
      day: "January 31, 2026",
    });
  });

  it("describes every contender in the order of the tables", () => {
    expect(model.contenders.map(({ name }) => name)).toEqual([
      "wasm",
      "reference",
      "jax",
      "jax by hand",
      "tfjs-wasm",
      "tfjs-wasm by hand",
      "tfjs-cpu",
    ]);
    expect(model.contenders[3]?.what).toBe("what jax-by-hand is");
  });

  it("tells by how much the same copy differs between cases", () => {
    // The fused case has a shape of its own, but as many numbers.
    expect(model.floorSpread).toEqual({ bytes: 512, cases: 3, leastMs: 2, mostMs: 4 });
    expect(speedModel({ ...report, cases: report.cases.slice(0, 2) }).floorSpread).toBeNull();
  });

  it("draws the plain shapes, each contender in times of the floor, null where it is absent", () => {
    const [forward] = model.figures;
    expect(model.figures.map(({ task }) => task)).toEqual([
      "forward",
      "forward + backward",
      "inference",
    ]);
    expect(forward?.panels.map(({ shape, bytes }) => [shape, bytes])).toEqual([
      ["[8, 2]", 64],
      ["[64, 2]", 512],
    ]);
    expect(forward?.panels[1]?.rows.map(({ id, ratio }) => [id, ratio])).toEqual([
      ["wasm", 2.5],
      ["reference", 1000],
      ["jax", null],
      ["jax-by-hand", null],
      ["tfjs-wasm", null],
      ["tfjs-wasm-by-hand", null],
      ["tfjs-cpu", null],
    ]);
  });

  it("has one domain for all figures, from the floor to the next of 3, 10, 30, …", () => {
    expect(model.ratioDomain).toEqual([1, 3000]);
    const below = caseOf({ name: "[8, 2]", shape: [8, 2], msFloor: 10, times: { wasm: 9 } });
    expect(speedModel({ ...report, cases: [below] }).ratioDomain).toEqual([1 / 3, 3]);
  });

  it("has a row for each contender and shape; an absence spans the tasks it is the reason of", () => {
    const [small, large] = model.shapes;
    expect(small).toMatchObject({ shape: "[8, 2]", axis: 1, bytes: 64, msFloor: 1 });
    expect(small?.rows[3]).toEqual({
      name: "jax by hand",
      cells: [
        { ms: 10, ratio: 10 },
        { ms: 11, ratio: 11 },
        { ms: 12, ratio: 12 },
      ],
    });
    expect(large?.rows[2]).toEqual({
      name: "jax",
      cells: [{ reason: "outputs differ by 1", tasks: 3 }],
    });
  });

  it("keeps absences apart that have different reasons", () => {
    const [first] = report.cases;
    const measured = {
      ...first!.measured,
      jax: {
        forward: { ms: 3, ratioToFloor: 3 },
        "forward + backward": { reason: "no gradient" },
        inference: { reason: "no time" },
      },
    };
    const { shapes } = speedModel({ ...report, cases: [{ ...first!, measured }] });
    expect(shapes[0]?.rows[2]?.cells).toEqual([
      { ms: 3, ratio: 3 },
      { reason: "no gradient", tasks: 1 },
      { reason: "no time", tasks: 1 },
    ]);
  });

  it("puts variants beside the plain case of as many numbers in as many channels", () => {
    const [wasm, reference] = model.variants.tables;
    expect(model.variants.tables.map(({ contender }) => contender)).toEqual(["wasm", "reference"]);
    expect(wasm?.rows.map(({ name, cells }) => [name, cells[0]])).toEqual([
      ["[64, 2]", { ms: 5, ratio: 1 }],
      ["[64, 2] ghost", { ms: 6, ratio: 1.2 }],
      ["[32, 2, 2] fused", { reason: "not yet", tasks: 3 }],
    ]);
    expect(reference?.rows.map(({ cells }) => cells[0])).toEqual([
      { ms: 2000, ratio: 1 },
      { ms: 3000, ratio: 1.5 },
      { ms: 1000, ratio: 0.5 },
    ]);
    expect(model.variants.absences).toEqual([
      { contenders: ["jax"], reason: "it has no such layer" },
      {
        contenders: ["jax by hand", "tfjs-wasm", "tfjs-wasm by hand", "tfjs-cpu"],
        reason: "did not take part",
      },
    ]);
  });

  it("has no ratio where the plain case was not measured", () => {
    const [, plain, ghost] = report.cases;
    const without = { ...plain!, measured: { ...plain!.measured, wasm: plain!.measured.jax } };
    const { variants } = speedModel({ ...report, cases: [without, ghost!] });
    expect(variants.tables[0]?.rows[1]?.cells[0]).toEqual({ ms: 6, ratio: null });
  });

  it("counts the aims that are met and keeps those that are missed", () => {
    expect(model.aims).toEqual({
      met: 1,
      rows: [
        {
          what: "forward: time over memory.copy",
          bound: "at most",
          aim: 3,
          measured: 2.5,
          met: true,
        },
        {
          what: "forward: times faster than jax",
          bound: "at least",
          aim: 4,
          measured: 2,
          met: false,
        },
        { what: "ghost: time over plain", bound: "at most", aim: 1.3, measured: null, met: false },
      ],
    });
  });
});

describe("the sentence of a figure", () => {
  const sentenceOf = (...cases: readonly Parameters<typeof caseOf>[0][]): string =>
    speedModel({ ...report, cases: cases.map(caseOf) }).figures[0]!.sentence;
  const shape = [8, 2];

  it("names every shape on which another contender is faster", () => {
    expect(model.figures[0]?.sentence).toBe(
      "wasm takes 2.5 to 20 times the floor. It is the fastest on 1 of 2 shapes. On [8, 2], jax by hand takes 10 times and wasm 20 times.",
    );
  });

  it("says so when no contender is faster", () => {
    expect(
      sentenceOf({
        name: "[8, 2]",
        shape,
        msFloor: 1,
        times: { wasm: 2.001, jax: 2, "tfjs-cpu": 9 },
      }),
    ).toBe("wasm takes 2 times the floor. It is the fastest.");
  });

  it("counts the shapes when there are several", () => {
    const times = { wasm: 2, jax: 3 };
    expect(
      sentenceOf(
        { name: "[8, 2]", shape, msFloor: 1, times },
        { name: "[9, 2]", shape: [9, 2], msFloor: 2, times },
      ),
    ).toBe("wasm takes 1 to 2 times the floor. It is the fastest on all 2 shapes.");
  });

  it("leaves out shapes on which wasm was not measured, and says when there is no other", () => {
    expect(sentenceOf({ name: "[8, 2]", shape, msFloor: 1, times: { jax: 2 } })).toBe(
      "wasm was not measured.",
    );
    expect(
      sentenceOf(
        { name: "[8, 2]", shape, msFloor: 1, times: { jax: 2 } },
        { name: "[9, 2]", shape: [9, 2], msFloor: 1, times: { wasm: 3, jax: 4 } },
      ),
    ).toBe("wasm takes 3 times the floor. It is the fastest.");
  });
});
