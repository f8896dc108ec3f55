import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber, formatShare } from "@/components/charts/format/number";
import { seeded } from "../../../engine/support/arbitraries";

const minus = "\u2212";
const noBreak = "\u00a0";

describe("a number as a figure writes it", () => {
  it.each<[number, string]>([
    [0, "0"],
    [-0, "0"],
    [1, "1"],
    [-1, `${minus}1`],
    [0.5, "0.5"],
    [13.034375, "13.03"],
    [-20.004, `${minus}20`],
    [1 / 3, "0.3333"],
    [0.1 + 0.2, "0.3"],
    [1000, "1,000"],
    [-1234.6, `${minus}1,235`],
    [123456.7, "123,500"],
    [9_999_999, "10,000,000"],
    [0.0001, "0.0001"],
    [0.00012344, "0.0001234"],
  ])("%d has four significant digits and no idle zeros: %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each<[number, string]>([
    [1e7, "1e7"],
    [1.5e8, "1.5e8"],
    [12345678, "1.235e7"],
    [-12345678, `${minus}1.235e7`],
    [9.99e307, "9.99e307"],
    [1e-9, `1e${minus}9`],
    [-2.5e-9, `${minus}2.5e${minus}9`],
    [0.000099, `9.9e${minus}5`],
    [5e-324, `4.941e${minus}324`],
  ])("%d is so large or small that it takes a power of ten: %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("is named when it is none", () => {
    expect(formatNumber(NaN)).toBe("NaN");
    expect(formatNumber(Infinity)).toBe("∞");
    expect(formatNumber(-Infinity)).toBe(`${minus}∞`);
  });

  it.each<[number, number, string]>([
    [0.99, 6, "0.99"],
    [1 - 0.99, 6, "0.01"],
    [0.999999, 6, "0.999999"],
    [Math.PI, 5, "3.1416"],
    [1234.5, 3, "1,230"],
    [0.0000123456, 6, `1.23456e${minus}5`],
    [2.4e9, 1, "2e9"],
  ])("%d with %d digits is %s", (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  it("never holds a hyphen, and differs from its opposite by the sign alone (1000 numbers)", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: Number.MIN_VALUE }), (value) => {
        expect(formatNumber(value)).not.toContain("-");
        expect(formatNumber(-value)).toBe(`${minus}${formatNumber(value)}`);
      }),
      seeded(1000),
    );
  });

  it("reads back within half a unit of its third digit, 0.5 % (1000 numbers)", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
        const back = Number(formatNumber(value).replaceAll(minus, "-").replaceAll(",", ""));
        expect(back).toBeAllClose(value, { relative: 0.005, absolute: 1e-300 });
      }),
      seeded(1000),
    );
  });
});

describe("a share as a figure writes it", () => {
  it.each<[number, string]>([
    [0, "0"],
    [0.001, "0.1"],
    [0.0052, "0.52"],
    [0.0099, "0.99"],
    [0.05, "5"],
    [0.05123, "5.1"],
    [0.12345, "12.3"],
    [0.5, "50"],
    [0.605, "60.5"],
    [0.999, "99.9"],
    [1, "100"],
  ])("%d is %s percent, the sign kept on its line", (share, number) => {
    expect(formatShare(share)).toBe(`${number}${noBreak}%`);
  });

  it("is not said to be nothing or all as long as it is not", () => {
    expect(formatShare(0.000999)).toBe(`less than 0.1${noBreak}%`);
    expect(formatShare(5e-324)).toBe(`less than 0.1${noBreak}%`);
    expect(formatShare(0.99901)).toBe(`more than 99.9${noBreak}%`);
    expect(formatShare(1 - Number.EPSILON)).toBe(`more than 99.9${noBreak}%`);
  });

  it("has a no-break space and no other space before its sign (500 shares)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(formatShare(share)).toMatch(/^((less|more) than )?\d+(\.\d+)?\u00a0%$/);
      }),
      seeded(500),
    );
  });
});
