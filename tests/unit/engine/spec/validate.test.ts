import { describe, expect, it } from "vitest";
import { axis } from "@/engine/spec/args/axis";
import { betaConstraint } from "@/engine/spec/args/beta-constraint";
import { betaInitializer } from "@/engine/spec/args/beta-initializer";
import { betaRegularizer } from "@/engine/spec/args/beta-regularizer";
import { fused } from "@/engine/spec/args/fused";
import { inputs } from "@/engine/spec/args/inputs";
import { momentum } from "@/engine/spec/args/momentum";
import { renormClipping } from "@/engine/spec/args/renorm-clipping";
import { scale } from "@/engine/spec/args/scale";
import { training } from "@/engine/spec/args/training";
import { virtualBatchSize } from "@/engine/spec/args/virtual-batch-size";
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

  it("an initializer accepts what resolves, as it was given", () => {
    const given = { module: "keras.initializers", class_name: "Constant", config: { value: 3 } };
    for (const value of [given, null, "zeros", Math.random]) {
      expect(check(betaInitializer, value)).toEqual({ ok: true, value });
    }
  });

  it.each([
    ["initializer", betaInitializer],
    ["regularizer", betaRegularizer],
    ["constraint", betaConstraint],
  ] as const)("the name of no %s is a ValueError", (noun, spec) => {
    expect(check(spec, "ons")).toEqual({
      ok: false,
      kind: "ValueError",
      message: `Unknown ${noun}: ${spec.name} must be ${spec.rule}. Received: ${spec.name}="ons"`,
    });
  });

  it("fused takes true, false and null, and not the 0 and 1 a bool takes", () => {
    for (const value of [true, false, null])
      expect(check(fused, value)).toEqual({ ok: true, value });
    expect(check(fused, 1)).toEqual({
      ok: false,
      kind: "TypeError",
      message: "fused must be true, false or null. Received: fused=1",
    });
  });

  it("virtual_batch_size takes any integer and null: its range is the build's affair", () => {
    for (const value of [null, 8, 0, -4]) {
      expect(check(virtualBatchSize, value)).toEqual({ ok: true, value });
    }
    for (const value of [2.5, "8", true, [8], undefined]) {
      expect(check(virtualBatchSize, value)).toMatchObject({ ok: false, kind: "TypeError" });
    }
  });

  it("renorm_clipping takes tables with any keys, and functions: its keys matter only with renorm", () => {
    for (const value of [null, {}, { anything: "x" }, { rmax: 3 }, () => ({})]) {
      expect(check(renormClipping, value)).toEqual({ ok: true, value });
    }
  });

  it("a tensor is left to the tensor itself: the value of the spec is always null", () => {
    expect(check(inputs, [[1, 2]])).toEqual({ ok: true, value: null });
  });
});
