import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundToFloat16 } from "@/engine/tensor/float16";
import { tensor } from "@/engine";
import { seeded } from "../support/arbitraries";

/** Every finite number of at least 0 that binary16 has, ascending: 31 · 1024 bit patterns. */
const halves = Array.from({ length: 31 * 1024 }, (_, bits) => {
  const [exponent, fraction] = [bits >> 10, bits & 1023];
  return exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
});

describe("rounding to float16", () => {
  it("keeps each of the 31744 finite numbers it has, and their negatives", () => {
    expect(halves.length).toBe(31744);
    expect(halves.at(-1)).toBe(65504);
    expect(halves.filter((half) => !Object.is(roundToFloat16(half), half))).toEqual([]);
    expect(halves.filter((half) => !Object.is(roundToFloat16(-half), -half))).toEqual([]);
  });

  it("goes to the neighbour with the even last bit from every midpoint, and to the near one beside it", () => {
    const wrong = halves.slice(1).filter((upper, index) => {
      const lower = halves[index]!;
      const midpoint = (lower + upper) / 2;
      const gap = upper - lower;
      const even = index % 2 === 0 ? lower : upper;
      return (
        roundToFloat16(midpoint) !== even ||
        roundToFloat16(midpoint - gap * 2 ** -20) !== lower ||
        roundToFloat16(midpoint + gap * 2 ** -20) !== upper ||
        roundToFloat16(-midpoint) !== -even
      );
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["the largest number", 65504, 65504],
    ["just below the midpoint above it", 65519.99, 65504],
    ["the midpoint above it", 65520, Infinity],
    ["more than it holds", 1e300, Infinity],
    ["infinity", Infinity, Infinity],
    ["a tie to even below", 2049, 2048],
    ["a tie to even above", 2051, 2052],
    ["one third", 1 / 3, 0.333251953125],
    ["0.1", 0.1, 0.0999755859375],
    ["just below a power of two", 2 - 2 ** -40, 2],
    ["the smallest normal number", 2 ** -14, 2 ** -14],
    ["the largest subnormal number", 1023 * 2 ** -24, 1023 * 2 ** -24],
    ["between the two, a tie to the normal one", 1023.5 * 2 ** -24, 2 ** -14],
    ["the smallest subnormal number", 2 ** -24, 2 ** -24],
    ["half of it, a tie to 0", 2 ** -25, 0],
    ["a little more than half of it", 2 ** -25 * (1 + 2 ** -52), 2 ** -24],
    ["one and a half of it, a tie to 2", 1.5 * 2 ** -24, 2 ** -23],
    ["the smallest double", 5e-324, 0],
    ["zero", 0, 0],
  ])("takes %s, %d, to %d, and its negative to the negative", (_, value, expected) => {
    expect(roundToFloat16(value)).toBe(expected);
    expect(roundToFloat16(-value)).toBe(-expected);
  });

  it("keeps NaN", () => {
    expect(roundToFloat16(Number.NaN)).toBeNaN();
  });
});

describe("any double rounded to float16 (2000 cases)", () => {
  const moderate = fc.double({ min: -70000, max: 70000, noNaN: true });
  const tiny = fc.double({ min: -(2 ** -13), max: 2 ** -13, noNaN: true });
  const doubles = fc.oneof(moderate, tiny, fc.double({ noNaN: true }));

  it("is one of its numbers, so that rounding again changes nothing", () => {
    fc.assert(
      fc.property(doubles, (value) => {
        const once = roundToFloat16(value);
        expect(roundToFloat16(once)).toBe(once);
        if (Math.abs(once) < Infinity) expect(halves).toContain(Math.abs(once));
      }),
      seeded(2000),
    );
  });

  it("is off by at most half a unit in the last place", () => {
    fc.assert(
      fc.property(fc.oneof(moderate, tiny), (value) => {
        const magnitude = Math.abs(value);
        fc.pre(magnitude < 65520);
        const exponent = Math.max(Math.floor(Math.log2(magnitude || 1)), -14);
        const error = Math.abs(roundToFloat16(value) - value);
        expect(error).toBeLessThanOrEqual(2 ** (exponent - 10) / 2);
      }),
      seeded(2000),
    );
  });

  it("keeps the order of two numbers", () => {
    fc.assert(
      fc.property(doubles, doubles, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(roundToFloat16(low)).toBeLessThanOrEqual(roundToFloat16(high));
      }),
      seeded(2000),
    );
  });
});

it("a float16 tensor holds rounded numbers in a Float32Array", () => {
  expect(tensor([0.1, 65519, -65520, 2049], { dtype: "float16" })).toEqual({
    shape: [4],
    dtype: "float16",
    data: Float32Array.of(0.0999755859375, 65504, -Infinity, 2048),
  });
});
