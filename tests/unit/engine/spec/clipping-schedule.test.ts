import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSchedule, scheduledAt } from "@/engine/spec/clipping-schedule";

const paper = [
  [25, 1],
  [200, 3],
] as const;

describe("a schedule of a bound", () => {
  it.each([
    [0, 1],
    [25, 1],
    [112.5, 2],
    [200, 3],
    [1000, 3],
  ])(
    "is constant outside its points and straight between them: at step %d it is %d",
    (step, bound) => {
      expect(scheduledAt(paper, step)).toBe(bound);
    },
  );

  it("is a constant with one point", () => {
    for (const step of [0, 7, 100]) expect(scheduledAt([[7, 2]], step)).toBe(2);
  });

  it("meets its points, and stays between neighbours", () => {
    const points = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 9 })), {
        minLength: 1,
        maxLength: 6,
        selector: ([step]) => step,
      })
      .map((list) => list.sort(([a], [b]) => a - b));
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 1000 }), (schedule, step) => {
        for (const [at, value] of schedule) expect(scheduledAt(schedule, at)).toBe(value);
        const values = schedule.map(([, value]) => value);
        const bound = scheduledAt(schedule, step);
        expect(bound).toBeGreaterThanOrEqual(Math.min(...values));
        expect(bound).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  it.each([
    [[]],
    [[[1]]],
    [[[1, 2, 3]]],
    [
      [
        [2, 1],
        [1, 2],
      ],
    ],
    [
      [
        [1, 1],
        [1, 2],
      ],
    ],
    [[[Infinity, 1]]],
    [[[1, NaN]]],
    [[[1, "2"]]],
    [
      [
        [0, Infinity],
        [10, 1],
      ],
    ],
    [[1, 2]],
    [null],
    ["1@2"],
  ])("is not %j", (value) => {
    expect(isSchedule(value)).toBe(false);
  });
});
