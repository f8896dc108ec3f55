import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countAxis,
  linearAxis,
  logAxis,
  lineGap,
  symlogAxis,
  unitSize,
} from "@/components/charts/plot/axis";
import type { Axis } from "@/components/charts/plot/axis";
import { decadeBound } from "@/components/charts/plot/domain";
import { ordinary, seeded } from "../../../engine/support/arbitraries";

const textsOf = ({ ticks }: Axis): string[] => ticks.map((tick) => tick.text);
const percentsOf = ({ ticks }: Axis): number[] => ticks.map((tick) => tick.percent);
const numberOf = (text: string): number =>
  Number(text.replaceAll("\u2212", "-").replaceAll(",", ""));
/** Places are computed in float64 on a scale of a thousand. */
const close = { absolute: 1e-9 };

const directions = ["right", "up"] as const;
const domains = fc
  .tuple(ordinary(1e5), ordinary(1e5))
  .filter(([a, b]) => Math.abs(a - b) > 0.01)
  .map(([a, b]): readonly [number, number] => [Math.min(a, b), Math.max(a, b)]);
const bounds = fc.double({ min: 0, max: 1e9, noNaN: true }).map(decadeBound);
const outputDomains = fc.tuple(bounds, bounds).map(([a, b]): readonly [number, number] => [-a, b]);
/** Two powers of ten lie in each. */
const ratioDomains = fc
  .tuple(
    fc.double({ min: 1e-6, max: 1, noNaN: true }),
    fc.double({ min: 10, max: 1e6, noNaN: true }),
  )
  .map(([a, b]): readonly [number, number] => [a, b]);

const axes: readonly [string, fc.Arbitrary<(direction: "right" | "up") => Axis>][] = [
  ["a linear", domains.map((domain) => (direction) => linearAxis(domain, direction))],
  ["a log", ratioDomains.map((domain) => (direction) => logAxis(domain, direction))],
  ["a symlog", outputDomains.map((domain) => (direction) => symlogAxis(domain, direction))],
  [
    "a count",
    fc
      .integer({ min: 1, max: 5000 })
      .map((highest) => (direction) => countAxis(highest, direction)),
  ],
];

describe.each(axes)("%s axis", (_, anyAxis) => {
  it("places its domain on the unit square, upwards when it points up (200 axes)", () => {
    fc.assert(
      fc.property(anyAxis, (axisTo) => {
        const [right, up] = [axisTo("right"), axisTo("up")];
        const [low, high] = right.domain;
        expect([right.place(low), right.place(high)]).toBeAllClose([0, unitSize], close);
        expect([up.place(low), up.place(high)]).toBeAllClose([unitSize, 0], close);
        const middle = low + (high - low) / 3;
        expect(up.place(middle)).toBeAllClose(unitSize - right.place(middle), close);
      }),
      seeded(200),
    );
  });

  it("places larger numbers further along (200 axes, two numbers each)", () => {
    const shares = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(anyAxis, shares, shares, (axisTo, a, b) => {
        fc.pre(a < b);
        for (const direction of directions) {
          const { domain, place } = axisTo(direction);
          const at = (share: number): number =>
            place(domain[0] + ((domain[1] - domain[0]) * share) / 1000);
          expect(at(b) - at(a)).toSatisfy((step: number) =>
            direction === "right" ? step > 0 : step < 0,
          );
        }
      }),
      seeded(200),
    );
  });

  it("has ascending ticks inside its domain, each in its place in percent (200 axes)", () => {
    fc.assert(
      fc.property(anyAxis, (axisTo) => {
        const right = axisTo("right");
        const percents = percentsOf(right);
        expect(percents.length).toBeGreaterThanOrEqual(2);
        expect([...percents].sort((a, b) => a - b)).toEqual(percents);
        expect(new Set(percents).size).toBe(percents.length);
        for (const { percent } of right.ticks) {
          expect(percent).toBeGreaterThanOrEqual(-1e-9);
          expect(percent).toBeLessThanOrEqual(100 + 1e-9);
        }
        expect(percentsOf(axisTo("up"))).toBeAllClose(
          percents.map((p) => 100 - p),
          close,
        );
      }),
      seeded(200),
    );
  });
});

describe("the ticks of a linear axis", () => {
  it("are round numbers about as many as asked for", () => {
    const axis = linearAxis([0, 200], "right", 6);
    expect(textsOf(axis)).toEqual(["0", "50", "100", "150", "200"]);
    expect(percentsOf(axis)).toEqual([0, 25, 50, 75, 100]);
    expect(textsOf(linearAxis([-1, 1], "up", 4))).toEqual(["−1", "−0.5", "0", "0.5", "1"]);
  });

  it("stand where their text says, within a thousandth of the axis", () => {
    for (const domain of [
      [0, 8],
      [-1200, 3400],
      [0.001, 0.0072],
    ] as const) {
      const axis = linearAxis(domain, "right");
      const expected = textsOf(axis).map((text) => axis.place(numberOf(text)) / 10);
      expect(percentsOf(axis)).toBeAllClose(expected, { absolute: 0.1 });
    }
  });
});

describe("the ticks of a count axis", () => {
  it("are whole numbers from zero on", () => {
    expect(textsOf(countAxis(1, "up"))).toEqual(["0", "1"]);
    expect(textsOf(countAxis(4, "up"))).toEqual(["0", "2", "4"]);
    expect(textsOf(countAxis(32, "up"))).toEqual(["0", "20"]);
    expect(percentsOf(countAxis(32, "up"))).toEqual([100, 37.5]);
  });

  it("are whole numbers whatever the count and however many ticks are asked for (300 axes)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4096 }), fc.integer({ min: 2, max: 9 }), (high, n) => {
        const axis = countAxis(high, "right", n);
        const counts = textsOf(axis).map(numberOf);
        expect(counts[0]).toBe(0);
        expect(counts.every(Number.isInteger)).toBe(true);
        expect(axis.domain).toEqual([0, high]);
        expect(percentsOf(axis)).toBeAllClose(
          counts.map((c) => (100 * c) / high),
          close,
        );
      }),
      seeded(300),
    );
  });
});

describe("the ticks of a log axis", () => {
  it("are the powers of ten in its domain, as far apart as they are", () => {
    const axis = logAxis([1, 1e4], "right");
    expect(textsOf(axis)).toEqual(["1", "10", "100", "1,000", "10,000"]);
    expect(percentsOf(axis)).toBeAllClose([0, 25, 50, 75, 100], close);
    expect(textsOf(logAxis([0.3, 3000], "right"))).toEqual(["1", "10", "100", "1,000"]);
    expect(textsOf(logAxis([0.02, 3], "right"))).toEqual(["0.1", "1"]);
  });
});

describe("the ticks of a symlog axis", () => {
  it("are 1 and 3 and their tenfold on both sides of zero", () => {
    const axis = symlogAxis([-3, 3], "right");
    expect(textsOf(axis)).toEqual(["−3", "−1", "0", "1", "3"]);
    expect(percentsOf(axis)).toBeAllClose([0, 25, 50, 75, 100], close);
    expect(textsOf(symlogAxis([-3, 30], "right"))).toEqual([
      "−3", "−1", "0", "1", "3", "10", "30",
    ]); // prettier-ignore
  });

  it("leave room for their lines where they stand above each other", () => {
    for (const domain of [
      [-3, 30],
      [-300, 1000],
      [-1e38, 1e38],
      [0, 1e6],
    ] as const) {
      const percents = percentsOf(symlogAxis(domain, "up", lineGap));
      const gaps = percents.slice(1).map((percent, i) => Math.abs(percent - percents[i]!));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9);
      expect(textsOf(symlogAxis(domain, "up", lineGap))).toContain("0");
    }
  });

  it("are powers of ten only once there would be too many, and of a hundred later", () => {
    expect(textsOf(symlogAxis([-10, 1000], "right"))).toEqual([
      "−10", "−1", "0", "1", "10", "100", "1,000",
    ]); // prettier-ignore
    expect(textsOf(symlogAxis([0, 1e5], "right"))).toEqual([
      "0", "1", "10", "100", "1,000", "10,000", "100,000",
    ]); // prettier-ignore
    expect(textsOf(symlogAxis([0, 1e6], "right"))).toEqual([
      "0", "1", "100", "10,000", "1,000,000",
    ]); // prettier-ignore
    expect(textsOf(symlogAxis([-1e8, 3], "right"))).toEqual([
      "−1e8", "−1,000,000", "−10,000", "−100", "−1", "0", "1",
    ]); // prettier-ignore
  });

  it("always hold zero, and are at most 15 up to a billion (300 axes)", () => {
    fc.assert(
      fc.property(outputDomains, (domain) => {
        const texts = textsOf(symlogAxis(domain, "up", lineGap));
        expect(texts).toContain("0");
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.length).toBeLessThanOrEqual(15);
      }),
      seeded(300),
    );
  });

  it("stand at sign · log(1 + |value|) between the ends", () => {
    const axis = symlogAxis([-10, 1000], "right");
    const symlog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));
    const [from, to] = [symlog(-10), symlog(1000)];
    const expected = [-10, -1, 0, 1, 10, 100, 1000].map(
      (value) => (100 * (symlog(value) - from)) / (to - from),
    );
    expect(percentsOf(axis)).toBeAllClose(expected, close);
  });
});

describe("the ticks of a narrow domain", () => {
  it("have as many digits as it takes to tell them apart", () => {
    expect(linearAxis([9999, 10001], "up", 4).ticks.map(({ text }) => text)).toEqual([
      "9,999",
      "9,999.5",
      "10,000",
      "10,000.5",
      "10,001",
    ]);
  });
});
