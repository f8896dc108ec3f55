import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normal, permutation, unitStudentT } from "@/engine/random/distributions";
import { generatorFor } from "@/engine/random/generator";
import { seeded } from "../support/arbitraries";
import { mean, range, variance } from "../support/naive";

const n = 100_000;
const normals = (seed: number): number[] => {
  const random = generatorFor(seed);
  return Array.from({ length: n }, () => normal(random));
};
const studentT = (degreesOfFreedom: number, seed: number): number[] => {
  const random = generatorFor(seed);
  return Array.from({ length: n }, () => unitStudentT(random, degreesOfFreedom));
};
const countBeyond = (limit: number, values: readonly number[]): number =>
  values.filter((value) => Math.abs(value) > limit).length;

describe("100,000 normal numbers", () => {
  it("have mean 0 and variance 1 within 4 deviations: 0.0127 and 0.0179", () => {
    const values = normals(1);
    expect([mean(values)]).toBeAllClose([0], { absolute: 0.0127 });
    expect([variance(values)]).toBeAllClose([1], { absolute: 0.0179 });
  });

  it("have the normal shares within 1, 2 and 3 deviations, to 0.005", () => {
    const values = normals(2);
    const shares = [1, 2, 3].map((limit) => 1 - countBeyond(limit, values) / n);
    expect(shares).toBeAllClose([0.6827, 0.9545, 0.9973], { absolute: 0.005 });
  });

  it("are all finite, also when the generator gives 0 or its largest number", () => {
    expect(normals(3).every(Number.isFinite)).toBe(true);
    expect([0, 1 - 2 ** -32].map((u) => normal(() => u)).every(Number.isFinite)).toBe(true);
  });
});

describe("100,000 Student t numbers", () => {
  it.each([5, 10, 30])(
    "of %d degrees of freedom have mean 0 within 0.02 and variance 1 within 0.05",
    (nu) => {
      const values = studentT(nu, 1);
      expect([mean(values)]).toBeAllClose([0], { absolute: 0.02 });
      expect([variance(values)]).toBeAllClose([1], { absolute: 0.05 });
    },
  );

  it("have tails that are heavier the fewer degrees of freedom, and all heavier than normal ones", () => {
    const beyond = [3, 5, 10, 30].map((nu) => countBeyond(4, studentT(nu, 2)));
    const normalBeyond = countBeyond(4, normals(2));
    expect([...beyond].sort((a, b) => b - a)).toEqual(beyond);
    expect(new Set(beyond).size).toBe(4);
    expect(beyond[3]).toBeGreaterThan(normalBeyond);
    expect(beyond[0]).toBeGreaterThan(20 * normalBeyond);
  });

  it("have the exact share beyond √3 for 3 degrees of freedom, 0.0577, to 0.004", () => {
    // Scaled to unit variance by √(1/3): beyond √3 is beyond 3 for t itself.
    expect([countBeyond(Math.sqrt(3), studentT(3, 3)) / n]).toBeAllClose([0.0577], {
      absolute: 0.004,
    });
  });
});

describe("a permutation", () => {
  it("holds 0 … n − 1 once each (100 sizes up to 200)", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat(), (size, seed) => {
        const order = permutation(generatorFor(seed), size);
        expect(Array.from(order).sort((a, b) => a - b)).toEqual(range(size));
      }),
      seeded(100),
    );
  });

  it("of three things takes each of the six orders, 1000 times of 6000 within 150", () => {
    const random = generatorFor(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = permutation(random, 3).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(["012", "021", "102", "120", "201", "210"]);
    expect([...counts.values()]).toBeAllClose(new Array(6).fill(1000), { absolute: 150 });
  });

  it("is the one it has always been for a key, as links to figures rely on", () => {
    expect(Array.from(permutation(generatorFor(1, 0), 8))).toEqual([5, 2, 7, 4, 3, 6, 0, 1]);
  });
});
