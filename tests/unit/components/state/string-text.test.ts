import fc from "fast-check";
import { expect, it } from "vitest";
import { readString, writeString } from "@/components/state/string-text";
import { seeded } from "../../engine/support/arbitraries";

it.each([
  [null, "none"],
  ["bn", "bn"],
  ["", ""],
  ["null", "null"],
  ["none", '"none"'],
  ['"none"', '"\\"none\\""'],
])("%j is written as %s", (value, text) => {
  expect(writeString(value)).toBe(text);
  expect(readString(text)).toBe(value);
});

it.each(['"', '"a', '"a" b', '"a\nb'])("%j is no JSON, and is taken as it is", (text) => {
  expect(readString(text)).toBe(text);
});

it("every string reads back equal (500 strings)", () => {
  const any = fc.oneof(fc.string(), fc.constantFrom("none", '"', '"none"', '"a', "\\"));
  fc.assert(
    fc.property(any, (value) => {
      expect(readString(writeString(value))).toBe(value);
    }),
    seeded(500),
  );
});
