import { describe, expect, it } from "vitest";
import { enteredAs, enteredInto } from "@/components/controls/entered";
import { parseNumber } from "@/components/controls/parse";
import { experimentArg } from "@/engine/spec/experiment";

describe("the text of a field for a whole argument", () => {
  const enter = enteredAs<number>(experimentArg("momentum"), parseNumber);

  it("is a value within the argument's bounds", () => {
    expect(enter("0.5")).toEqual({ ok: true, value: 0.5 });
  });

  it("is otherwise named with the argument, the rule and what was received", () => {
    expect(enter("1.5")).toEqual({
      ok: false,
      message: 'momentum must be a number from 0 to 1. Received: momentum="1.5"',
    });
  });
});

describe("the text of a field for a part of an argument", () => {
  const enter = enteredInto({
    argument: "renorm_clipping",
    name: "rmax",
    rule: "given an rmax that is a finite number",
    read: parseNumber,
    accepts: (value): value is number => Number.isFinite(value),
  });

  it("is a value that the part accepts", () => {
    expect(enter(" 3 ")).toEqual({ ok: true, value: 3 });
  });

  it.each(["", "Infinity", "NaN", "three", 'a"b'])("is otherwise named: %j", (text) => {
    expect(enter(text)).toEqual({
      ok: false,
      message: `renorm_clipping must be given an rmax that is a finite number. Received: rmax=${JSON.stringify(text)}`,
    });
  });
});
