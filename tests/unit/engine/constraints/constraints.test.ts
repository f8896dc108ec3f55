import { describe, expect, it } from "vitest";
import { constraintCatalogue, resolveConstraint } from "@/engine/constraints";
import type { ConstraintArgument, ResolvedConstraint } from "@/engine/constraints";
import { modernDialect } from "@/engine/keras-object/dialect";
import type { ObjectDialect } from "@/engine/keras-object/dialect";
import { dialects, oldest, plain } from "../keras-object/dialects";
import { range } from "../support/naive";
import { refusedBy } from "../support/refused";

function resolved(given: ConstraintArgument, dialect: ObjectDialect = plain): ResolvedConstraint {
  const constraint = resolveConstraint("gamma_constraint", given, dialect);
  if (constraint === null) throw new Error("nothing was resolved");
  return constraint;
}
const of = (class_name: string, config: object): ConstraintArgument => ({
  class_name,
  config: { ...config },
});
const projected = (
  given: ConstraintArgument,
  weight: readonly number[],
  shape: readonly number[] = [weight.length],
): number[] => Array.from(resolved(given).project(Float64Array.from(weight), shape));

const kappa = 1e-7;

describe("constraint identifiers", () => {
  it.each([
    [["max_norm", "maxnorm", "MaxNorm"], "MaxNorm", { max_value: 2, axis: 0 }],
    [["non_neg", "nonneg", "NonNeg"], "NonNeg", {}],
    [["unit_norm", "unitnorm", "UnitNorm"], "UnitNorm", { axis: 0 }],
    [
      ["min_max_norm", "MinMaxNorm"],
      "MinMaxNorm",
      { min_value: 0, max_value: 1, rate: 1, axis: 0 },
    ],
    [["radial_constraint", "RadialConstraint"], "RadialConstraint", {}],
  ])("%j are one class, written with its defaults", (names, class_name, config) => {
    for (const name of names) {
      expect(resolved(name).serialize()).toEqual({ class_name, config });
      expect(resolved({ class_name: name }).serialize()).toEqual({ class_name, config });
      const form = resolved(name, modernDialect).serialize();
      expect(form).toEqual({
        module: "keras.constraints",
        class_name,
        config,
        registered_name: null,
      });
      expect(Object.keys((form as { config: object }).config)).toEqual(Object.keys(config));
    }
    const listed = constraintCatalogue.find(({ className }) => className === class_name);
    expect([...(listed?.identifiers ?? [])]).toEqual(names);
  });

  it("have a default that the rule accepts, for every parameter of the catalogue", () => {
    expect(constraintCatalogue).toHaveLength(5);
    for (const { parameters } of constraintCatalogue) {
      for (const parameter of Object.values(parameters)) {
        expect(parameter.accepts(parameter.default)).toBe(true);
      }
    }
  });

  it("null is no constraint", () => {
    expect(resolveConstraint("gamma_constraint", null, modernDialect)).toBeNull();
  });

  it.each(dialects)("read back are written the same again: %s", (_, dialect) => {
    const given: readonly ConstraintArgument[] = [
      "max_norm",
      "non_neg",
      of("UnitNorm", { axis: [0, -1] }),
      of("MinMaxNorm", { axis: 1, rate: 0.5 }),
    ];
    for (const one of given) {
      const first = resolved(one, dialect).serialize();
      const again = resolved(JSON.parse(JSON.stringify(first)) as ConstraintArgument, dialect);
      expect(JSON.stringify(again.serialize())).toBe(JSON.stringify(first));
    }
  });

  it("keep what was given, and share no list", () => {
    const axes = [0, 1];
    const given = of("UnitNorm", { axis: axes });
    const constraint = resolved(given);
    expect(constraint.given).toBe(given);
    axes[0] = 5;
    const written = constraint.serialize() as { config: { axis: number[] } };
    written.config.axis[0] = 7;
    expect(constraint.serialize()).toEqual({ class_name: "UnitNorm", config: { axis: [0, 1] } });
    expect(resolved("maxnorm").given).toBe("maxnorm");
  });
});

describe("a refused constraint", () => {
  const refused = (given: unknown, dialect: ObjectDialect = modernDialect) =>
    refusedBy(() => resolveConstraint("beta_constraint", given as ConstraintArgument, dialect));

  it.each([
    ["clip", "Unknown constraint: ", '"clip"'],
    [2, "Could not interpret constraint identifier: ", "2"],
  ])("is %j", (given, prefix, shown) => {
    expect(refused(given)).toEqual({
      code: "argument",
      kind: "ValueError",
      message:
        `${prefix}beta_constraint must be max_norm, non_neg, unit_norm, min_max_norm, ` +
        `radial_constraint, {class_name, config}, a function or null. Received: beta_constraint=${shown}`,
    });
  });

  it("is the radial one before 2.0", () => {
    expect(refused("radial_constraint", oldest).message).toContain("Unknown constraint: ");
    expect(refused("RadialConstraint", oldest).message).toContain("Unknown constraint: ");
  });

  it.each([
    ["MaxNorm", { max_value: "2" }, "a MaxNorm with a finite max_value"],
    ["MaxNorm", { m: 2 }, "a MaxNorm with no arguments other than max_value, axis"],
    ["UnitNorm", { axis: 0.5 }, "a UnitNorm with an axis that is an int or a list of ints"],
    ["MinMaxNorm", { rate: true }, "a MinMaxNorm with a finite rate"],
    ["NonNeg", { axis: 0 }, "a NonNeg without arguments"],
  ])("is %s of %j", (class_name, config, rule) => {
    const given = { class_name, config };
    expect(refused(given)).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `beta_constraint must be ${rule}. Received: beta_constraint=${JSON.stringify(given)}`,
    });
  });
});

describe("a projection", () => {
  const exact = { relative: 1e-15 };

  it("by MaxNorm shortens what is too long, and the rest by κ alone", () => {
    expect(projected("max_norm", [3, 4])).toBeAllClose([6 / (5 + kappa), 8 / (5 + kappa)], exact);
    const short = projected("max_norm", [0.3, 0.4]);
    expect(short).toBeAllClose([(0.3 * 0.5) / (0.5 + kappa), (0.4 * 0.5) / (0.5 + kappa)], exact);
    expect(short[0]).toBeLessThan(0.3);
    expect(projected("max_norm", [0, 0])).toEqual([0, 0]);
    expect(projected(of("MaxNorm", { max_value: -1 }), [3, 4])).toEqual([0, 0]);
  });

  it("by UnitNorm divides by the norm and κ", () => {
    expect(projected("unit_norm", [3, -4])).toBeAllClose(
      [3 / (5 + kappa), -4 / (5 + kappa)],
      exact,
    );
    expect(projected("unit_norm", [1e-7, 0])).toBeAllClose([0.5, 0], exact);
    expect(projected("unit_norm", [0, 0])).toEqual([0, 0]);
  });

  it("by MinMaxNorm moves the norm into its bounds, by a rate", () => {
    const bounds = { min_value: 1, max_value: 2 };
    const scaledTo = (length: number) => [(3 * length) / (5 + kappa), (4 * length) / (5 + kappa)];
    expect(projected(of("MinMaxNorm", bounds), [3, 4])).toBeAllClose(scaledTo(2), exact);
    expect(projected(of("MinMaxNorm", { ...bounds, rate: 0.25 }), [3, 4])).toBeAllClose(
      scaledTo(0.25 * 2 + 0.75 * 5),
      exact,
    );
    expect(projected(of("MinMaxNorm", bounds), [0.3, 0.4])).toBeAllClose(
      [0.3 / (0.5 + kappa), 0.4 / (0.5 + kappa)],
      exact,
    );
    expect(projected(of("MinMaxNorm", { min_value: 3, max_value: 2 }), [3, 4])).toBeAllClose(
      scaledTo(3),
      exact,
    );
  });

  it("by NonNeg gives −0 for negative numbers, and leaves the others", () => {
    const result = projected("non_neg", [-1, 2, 0, -0, Infinity, -Infinity, Number.NaN]);
    const expected = [-0, 2, 0, -0, Infinity, Number.NaN, Number.NaN];
    expect(result.map((value, i) => Object.is(value, expected[i]))).toEqual(
      expected.map(() => true),
    );
  });

  it("carries NaN through the norm of its group only", () => {
    const weight = [Number.NaN, 3, 1, 4];
    expect(projected(of("UnitNorm", { axis: 0 }), weight, [2, 2])).toBeAllClose(
      [Number.NaN, 3 / (5 + kappa), Number.NaN, 4 / (5 + kappa)],
      exact,
    );
  });

  it("leaves the given weight as it is", () => {
    const weight = Float64Array.of(-3, 4);
    for (const name of ["max_norm", "non_neg", "unit_norm", "min_max_norm"]) {
      resolved(name).project(weight, [2]);
    }
    expect(Array.from(weight)).toEqual([-3, 4]);
  });
});

describe("the axis of a norm", () => {
  const weight = range(12).map((i) => i - 5);
  const shape = [2, 3, 2];
  const exact = { relative: 1e-15 };

  /** Each element divided by κ + the norm of those that agree with it on the kept axes. */
  function naive(axes: readonly number[]): number[] {
    const kept = (i: number): string =>
      [Math.floor(i / 6), Math.floor(i / 2) % 3, i % 2]
        .filter((_, axis) => !axes.includes(axis))
        .join();
    return weight.map((w, i) => {
      const group = weight.filter((_, j) => kept(j) === kept(i));
      return w / (kappa + Math.sqrt(group.reduce((sum, value) => sum + value * value, 0)));
    });
  }

  it.each([
    [0, [0]],
    [1, [1]],
    [2, [2]],
    [-1, [2]],
    [-3, [0]],
    [
      [0, 1],
      [0, 1],
    ],
    [
      [0, -1],
      [0, 2],
    ],
    [
      [2, 1, 0],
      [0, 1, 2],
    ],
    [[], []],
  ])("%j of a weight of shape (2, 3, 2) sums over %j", (axis, axes) => {
    expect(projected(of("UnitNorm", { axis }), weight, shape)).toBeAllClose(naive(axes), exact);
  });

  it("0 of a full-rank parameter takes every element alone", () => {
    expect(projected("unit_norm", [2, -5, 0], [1, 1, 3])).toBeAllClose(
      [2 / (2 + kappa), -5 / (5 + kappa), 0],
      exact,
    );
    expect(projected("max_norm", [1, -5], [1, 2])).toBeAllClose(
      [1 / (1 + kappa), -10 / (5 + kappa)],
      exact,
    );
  });

  it.each([
    [1, [3], "applied to a weight that has axis 1"],
    [-2, [3], "applied to a weight that has axis -2"],
    [[0, 2], [1, 3], "applied to a weight that has axis 2"],
    [0, [], "applied to a weight that has axis 0"],
    [[0, -2], [1, 3], "given each axis once, unlike [0, -2]"],
  ])("%j is refused for shape %j", (axis, refusedShape, rule) => {
    expect(refusedBy(() => projected(of("UnitNorm", { axis }), [1, 2, 3], refusedShape))).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `gamma_constraint must be ${rule}. Received: shape=[${refusedShape.join(", ")}]`,
    });
  });
});

describe("the radial constraint", () => {
  /** Numbers 10 · row + column, for each of `count` kernels 100 more. */
  const kernels = (size: number, count: number): number[] =>
    range(size * size * count).map((i) => {
      const position = Math.floor(i / count);
      return 10 * Math.floor(position / size) + (position % size) + 100 * (i % count);
    });

  it.each([
    [2, [0, 0, 0, 0]],
    [3, [11, 11, 11, 11, 0, 11, 11, 11, 11]],
    [4, [33, 33, 33, 33, 33, 11, 11, 33, 33, 11, 11, 33, 33, 33, 33, 33]],
    [
      5,
      [33, 33, 33, 33, 33, 33, 22, 22, 22, 33, 33, 22, 11, 22, 33, 33, 22, 22, 22, 33].concat([
        33, 33, 33, 33, 33,
      ]),
    ],
  ])("of a kernel of size %d takes the diagonal elements that Keras takes", (size, expected) => {
    expect(projected("radial_constraint", kernels(size, 1), [size, size, 1, 1])).toEqual(expected);
  });

  it("treats each kernel alone", () => {
    const result = projected("radial_constraint", kernels(3, 4), [3, 3, 2, 2]);
    const one = [11, 11, 11, 11, 0, 11, 11, 11, 11];
    expect(result).toEqual(one.flatMap((value) => range(4).map((k) => value + 100 * k)));
  });

  it.each([[[4]], [[2, 2]], [[1, 1, 2, 2]], [[1, 4, 1, 1]], [[2, 2, 1, 1, 1]]])(
    "is refused for shape %j",
    (shape) => {
      expect(refusedBy(() => projected("radial_constraint", [1, 2, 3, 4], shape))).toEqual({
        code: "argument",
        kind: "ValueError",
        message:
          "gamma_constraint must be applied to a weight of rank 4 with square kernels of 2 × 2 or more " +
          `when it is a RadialConstraint. Received: shape=[${shape.join(", ")}]`,
      });
    },
  );
});

describe("a function", () => {
  it("gives the weight to go on with, and its name, and is kept", () => {
    const doubled = (weight: Float64Array, shape: readonly number[]): number[] =>
      Array.from(weight.fill(weight[0]! * 2), (w) => w + shape.length);
    const constraint = resolved(doubled);
    const weight = Float64Array.of(3, 1);
    expect(Array.from(constraint.project(weight, [2]))).toEqual([7, 7]);
    expect(Array.from(weight)).toEqual([3, 1]);
    expect(constraint.serialize()).toBe("doubled");
    expect(constraint.given).toBe(doubled);
    expect([constraint.isCallable, resolved("non_neg").isCallable]).toEqual([true, false]);
  });

  it("must give as many numbers as it was given", () => {
    expect(refusedBy(() => projected(() => [1], [1, 2]))).toEqual({
      code: "argument",
      kind: "ValueError",
      message:
        "gamma_constraint must be a function whose result fills a weight of shape [2]. Received: 1 number",
    });
  });
});
