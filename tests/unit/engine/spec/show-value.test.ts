import { describe, expect, it } from "vitest";
import { refusal, showValue } from "@/engine/spec/show-value";

describe("a message shows", () => {
  it.each([
    ["text in quotes", 'a"b', '"a\\"b"'],
    ["an empty text", "", '""'],
    ["a number", 0.001, "0.001"],
    ["the sign of zero", -0, "-0"],
    ["NaN by name", Number.NaN, "NaN"],
    ["an infinity by name", -Infinity, "-Infinity"],
    ["a bool", true, "true"],
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["a list item by item", [1, "2", [Number.NaN, null]], '[1, "2", [NaN, null]]'],
    ["an empty list", [], "[]"],
    ["an object as JSON", { class_name: "Zeros" }, '{"class_name":"Zeros"}'],
    [
      "an object with numbers JSON lacks",
      { rmax: Infinity, rmin: -0 },
      '{"rmax":Infinity,"rmin":-0}',
    ],
    ["an object that holds a function", { rmax: Math.sqrt }, '{"rmax":function sqrt}'],
    ["a list in an object as JSON too", { items: [1, [Number.NaN]] }, '{"items":[1,[NaN]]}'],
    ["an array of numbers by its type", { data: Float32Array.of(1) }, '{"data":Float32Array}'],
    ["a named function", Math.sqrt, "function sqrt"],
    [
      "a function without a name",
      (
        () => () =>
          1
      )(),
      "a function",
    ],
  ])("%s", (_, value, shown) => {
    expect(showValue(value)).toBe(shown);
  });

  it("every refusal in one form", () => {
    expect(refusal("axis", "an int or a list of ints", [1, "2"])).toBe(
      'axis must be an int or a list of ints. Received: axis=[1, "2"]',
    );
  });
});
