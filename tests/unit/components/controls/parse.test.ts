import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber, parseNumbers } from "@/components/controls/parse";
import { seeded } from "../../engine/support/arbitraries";

describe("the text of a number field", () => {
  it("is the number it writes out, whatever space is around it", () => {
    expect(parseNumber("0.99")).toBe(0.99);
    expect(parseNumber(" -1e-3 ")).toBe(-0.001);
    expect(parseNumber("0")).toBe(0);
    expect(parseNumber("+.5")).toBe(0.5);
  });

  it.each(["", " ", "\t", "abc", "1,5", "1 2", "NaN", "−1", "1e", "5%"])(
    "stays text when it is %j, so that the rule can be told of it",
    (text) => {
      expect(parseNumber(text)).toBe(text);
    },
  );

  it("may be infinite, which the argument's rule then refuses", () => {
    expect(parseNumber("Infinity")).toBe(Infinity);
    expect(parseNumber("-Infinity")).toBe(-Infinity);
  });

  it("reads back any number (500 numbers)", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(parseNumber(String(value))).toBe(value + 0);
      }),
      seeded(500),
    );
  });
});

describe("the text of a field of numbers", () => {
  it("may separate them by commas, spaces, semicolons or lines, also by several", () => {
    expect(parseNumbers("1,2 3;4\n5")).toEqual([1, 2, 3, 4, 5]);
    expect(parseNumbers(" 1 , -2.5 ,, 3 ")).toEqual([1, -2.5, 3]);
  });

  it("keeps what is no number as text, in its place", () => {
    expect(parseNumbers("1, two, 3")).toEqual([1, "two", 3]);
  });

  it("is an empty list when nothing is written", () => {
    expect(parseNumbers("")).toEqual([]);
    expect(parseNumbers(" , ; ")).toEqual([]);
  });

  it("reads back any list of numbers, however joined (200 lists)", () => {
    const values = fc.array(fc.double({ noNaN: true }).map((value) => value + 0));
    fc.assert(
      fc.property(values, fc.constantFrom(",", ", ", " ", ";", "\n"), (numbers, separator) => {
        expect(parseNumbers(numbers.join(separator))).toEqual(numbers);
      }),
      seeded(200),
    );
  });
});
