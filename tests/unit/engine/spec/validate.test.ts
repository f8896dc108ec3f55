import { describe, expect, it } from "vitest";
import { axis } from "@/engine/spec/args/axis";
import { betaInitializer } from "@/engine/spec/args/beta-initializer";
import { inputs } from "@/engine/spec/args/inputs";
import { momentum } from "@/engine/spec/args/momentum";
import { scale } from "@/engine/spec/args/scale";
import { training } from "@/engine/spec/args/training";
import { check } from "@/engine/spec/validate";

describe("the check of", () => {
  it("a bool reads 0 and 1 as Python does, and no other number or text", () => {
    expect([0, 1, true, false].map((value) => check(scale, value))).toEqual([
      { ok: true, value: false },
      { ok: true, value: true },
      { ok: true, value: true },
      { ok: true, value: false },
    ]);
    for (const value of [-1, 0.5, "true", "", undefined, []]) {
      expect(check(scale, value)).toMatchObject({ ok: false, kind: "TypeError" });
    }
  });

  it("a float has no numeric range: TensorFlow accepts any finite number", () => {
    for (const value of [-5, 0, 1, 17, 1e300, -0]) {
      expect(check(momentum, value)).toEqual({ ok: true, value });
    }
    expect(check(momentum, Number.NEGATIVE_INFINITY)).toEqual({
      ok: false,
      kind: "TypeError",
      message: "momentum must be a finite number. Received: momentum=-Infinity",
    });
  });

  it("an axis looks at the type only: range and repetition depend on the inputs' rank", () => {
    for (const value of [100, -100, [1, 1], [0, -1]]) {
      expect(check(axis, value)).toEqual({ ok: true, value });
    }
    for (const value of [null, {}, [[1]], [1, 2.5], [Number.NaN], "1"]) {
      expect(check(axis, value)).toMatchObject({ ok: false, kind: "TypeError" });
    }
  });

  it("training accepts any integer and keeps it", () => {
    for (const value of [2, -1, 0, true, null]) {
      expect(check(training, value)).toEqual({ ok: true, value });
    }
  });

  it("an initializer returns its canonical form", () => {
    const given = { module: "keras.initializers", class_name: "Constant", config: { value: 3 } };
    expect(check(betaInitializer, given)).toEqual({
      ok: true,
      value: { class_name: "Constant", config: { value: 3 } },
    });
  });

  it("a tensor is left to the tensor itself: the value of the spec is always null", () => {
    expect(check(inputs, [[1, 2]])).toEqual({ ok: true, value: null });
  });
});
