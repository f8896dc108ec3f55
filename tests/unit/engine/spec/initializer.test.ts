import { describe, expect, it } from "vitest";
import { constant, initialValueOf, resolveInitializer } from "@/engine/spec/initializer";

describe("an initializer", () => {
  it.each([
    ["zeros", "zeros"],
    ["zero", "zeros"],
    ["Zeros", "zeros"],
    ["ones", "ones"],
    ["one", "ones"],
    ["Ones", "ones"],
    ["constant", constant(0)],
    ["Constant", constant(0)],
  ])("named %s is known, alone and as the class_name of a configuration", (given, expected) => {
    expect(resolveInitializer(given)).toEqual(expected);
    expect(resolveInitializer({ class_name: given, config: {} })).toEqual(expected);
    expect(resolveInitializer({ class_name: given })).toEqual(expected);
  });

  it("of class Constant takes its value from the configuration and drops everything else", () => {
    const given = {
      module: "keras.initializers",
      class_name: "Constant",
      config: { value: -2.5, dtype: "float32" },
      registered_name: null,
    };
    expect(resolveInitializer(given)).toEqual({ class_name: "Constant", config: { value: -2.5 } });
  });

  it.each([
    ["an unlisted name", "glorot_uniform", "unknown"],
    ["another case", "ZEROS", "unknown"],
    ["an empty name", "", "unknown"],
    ["an unlisted class", { class_name: "HeNormal", config: {} }, "unknown"],
    ["a class that is no text", { class_name: 7, config: {} }, "unknown"],
    ["a number", 1, "uninterpretable"],
    ["null", null, "uninterpretable"],
    ["a list", [0, 0], "uninterpretable"],
    ["an object without a class", { config: { value: 1 } }, "uninterpretable"],
    ["a constant NaN", { class_name: "Constant", config: { value: Number.NaN } }, "value"],
    ["an infinite constant", { class_name: "constant", config: { value: Infinity } }, "value"],
    ["a constant list", { class_name: "Constant", config: { value: [1, 2] } }, "value"],
  ])("is refused when it is %s", (_, given, problem) => {
    expect(resolveInitializer(given)).toEqual({ problem });
  });

  it("starts every element at 0, at 1, or at the constant", () => {
    expect(initialValueOf("zeros")).toBe(0);
    expect(initialValueOf("ones")).toBe(1);
    expect(initialValueOf(constant(-0.25))).toBe(-0.25);
  });
});
