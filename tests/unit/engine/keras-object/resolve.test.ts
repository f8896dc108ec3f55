import { describe, expect, it } from "vitest";
import { define } from "@/engine/keras-object/definition";
import { axis, choice, finiteNumber, seed } from "@/engine/keras-object/parameters";
import { resolveObject } from "@/engine/keras-object/resolve";
import { refusedBy } from "../support/refused";

const family = {
  noun: "gadget",
  definitions: [
    define({
      className: "Blank",
      identifiers: ["empty"],
      parameters: {},
      ignoredKeys: ["dtype"],
      make: (values) => ({ values: { ...values }, argument: "" }),
    }),
    define({
      className: "Full",
      identifiers: ["full", "complete", "Full"],
      parameters: {
        size: { ...finiteNumber("size", 3), legacyName: "s" },
        kind: choice("kind", ["big", "small", "tiny"], "small"),
        axis,
        seed,
      },
      make: (values, argument) => ({ values: { ...values }, argument }),
    }),
  ],
};
const resolve = (given: unknown) => resolveObject("thing", given, family);
const rule = "empty, full, {class_name, config}, a function or null";
const defaults = { size: 3, kind: "small", axis: 0, seed: null };

describe("an identifier", () => {
  it.each(["full", "complete", "Full", { class_name: "Full" }, { class_name: "full", config: {} }])(
    "finds the class with its defaults: %j",
    (given) => {
      expect(resolve(given)).toEqual({ values: defaults, argument: "thing" });
    },
  );

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty", "FULL", "", " full"])(
    "%j is unknown",
    (given) => {
      const received = `Received: thing=${JSON.stringify(given)}`;
      expect(refusedBy(() => resolve(given))).toEqual({
        code: "argument",
        kind: "ValueError",
        message: `Unknown gadget: thing must be ${rule}. ${received}`,
      });
    },
  );

  it.each([
    [{ class_name: "constructor" }, '{"class_name":"constructor"}'],
    [{ class_name: 3, config: {} }, '{"class_name":3,"config":{}}'],
  ])("is unknown as the class_name of %j", (given, shown) => {
    expect(refusedBy(() => resolve(given)).message).toBe(
      `Unknown gadget: thing must be ${rule}. Received: thing=${shown}`,
    );
  });

  it.each([
    [3, "3"],
    [true, "true"],
    [undefined, "undefined"],
    [null, "null"],
    [["full"], '["full"]'],
    [{ config: {} }, '{"config":{}}'],
  ])("cannot be %j", (given, shown) => {
    expect(refusedBy(() => resolve(given))).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `Could not interpret gadget identifier: thing must be ${rule}. Received: thing=${shown}`,
    });
  });
});

describe("a config", () => {
  const configured = (config: unknown) => resolve({ class_name: "Full", config });

  it("replaces defaults, and undefined does not", () => {
    const { values } = configured({ kind: "big", axis: [0, -1], size: undefined, seed: 7 });
    expect(values).toEqual({ size: 3, kind: "big", axis: [0, -1], seed: 7 });
    expect(Object.keys(values)).toEqual(["size", "kind", "axis", "seed"]);
  });

  it("may use the older keyword, which wins", () => {
    expect(configured({ s: 5 }).values).toEqual({ ...defaults, size: 5 });
    expect(configured({ s: 5, size: 4 }).values).toEqual({ ...defaults, size: 5 });
  });

  it.each([
    [{ size: "3" }, "a Full with a finite size"],
    [{ size: null }, "a Full with a finite size"],
    [{ s: "3" }, "a Full with a finite size"],
    [{ kind: "huge" }, 'a Full with a kind that is "big", "small" or "tiny"'],
    [{ axis: 0.5 }, "a Full with an axis that is an int or a list of ints"],
    [{ axis: ["0"] }, "a Full with an axis that is an int or a list of ints"],
    [{ seed: 1.5 }, "a Full with a seed that is an int or null"],
    [{ seed: true }, "a Full with a seed that is an int or null"],
    [{ constructor: 1 }, "a Full with no arguments other than size, kind, axis, seed"],
    [{ dtype: "float32" }, "a Full with no arguments other than size, kind, axis, seed"],
    [null, "a Full with a config that is an object"],
    [[], "a Full with a config that is an object"],
    ["size", "a Full with a config that is an object"],
  ])("%j is refused: thing must be %s", (config, expected) => {
    const given = { class_name: "Full", config };
    expect(refusedBy(() => resolve(given))).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `thing must be ${expected}. Received: thing=${JSON.stringify(given)}`,
    });
  });

  it("of a class without arguments holds ignored keys only", () => {
    expect(resolve({ class_name: "empty", config: { dtype: "float32" } }).values).toEqual({});
    expect(refusedBy(() => resolve({ class_name: "empty", config: { a: 1 } })).message).toBe(
      'thing must be a Blank without arguments. Received: thing={"class_name":"empty","config":{"a":1}}',
    );
  });

  it("named __proto__ in JSON is a key like any other", () => {
    const given: unknown = JSON.parse('{"class_name":"full","config":{"__proto__":{"size":1}}}');
    expect(refusedBy(() => resolve(given)).message).toContain("no arguments other than");
  });
});
