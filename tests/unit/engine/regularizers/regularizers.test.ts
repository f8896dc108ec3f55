import { describe, expect, it } from "vitest";
import { modernDialect } from "@/engine/keras-object/dialect";
import type { ObjectDialect } from "@/engine/keras-object/dialect";
import { regularizerCatalogue, resolveRegularizer } from "@/engine/regularizers";
import type {
  RegularizerArgument,
  RegularizerFunction,
  ResolvedRegularizer,
} from "@/engine/regularizers";
import { generatorFor } from "@/engine/random/generator";
import { classesOfV1, dialects, oldest, plain } from "../keras-object/dialects";
import { refusedBy } from "../support/refused";

function resolved(given: RegularizerArgument, dialect: ObjectDialect = plain): ResolvedRegularizer {
  const regularizer = resolveRegularizer("gamma_regularizer", given, dialect);
  if (regularizer === null) throw new Error("nothing was resolved");
  return regularizer;
}
const of = (class_name: string, config: object): RegularizerArgument => ({
  class_name,
  config: { ...config },
});
const written = (given: RegularizerArgument, dialect?: ObjectDialect): unknown =>
  resolved(given, dialect).serialize();

/** 0.01 in float32. */
const cent = 0.009999999776482582;

describe("regularizer identifiers", () => {
  it.each([
    ["l1", { class_name: "L1", config: { l1: cent } }],
    ["L1", { class_name: "L1", config: { l1: cent } }],
    ["l2", { class_name: "L2", config: { l2: cent } }],
    ["L2", { class_name: "L2", config: { l2: cent } }],
    ["l1_l2", { class_name: "L1L2", config: { l1: cent, l2: cent } }],
    ["L1L2", { class_name: "L1L2", config: { l1: 0, l2: 0 } }],
    [
      "orthogonal_regularizer",
      { class_name: "OrthogonalRegularizer", config: { factor: cent, mode: "rows" } },
    ],
    [
      "OrthogonalRegularizer",
      { class_name: "OrthogonalRegularizer", config: { factor: cent, mode: "rows" } },
    ],
  ])("%s is written as %j", (given, expected) => {
    expect(written(given)).toEqual(expected);
    expect(written({ class_name: given })).toEqual(expected);
    expect(written(given, modernDialect)).toEqual({
      module: "keras.regularizers",
      ...expected,
      registered_name: null,
    });
  });

  it("are those of the catalogue, whose defaults their rules accept", () => {
    expect(regularizerCatalogue.map(({ identifiers }) => identifiers[0])).toEqual([
      "l1",
      "l2",
      "L1L2",
      "l1_l2",
      "orthogonal_regularizer",
    ]);
    for (const { parameters } of regularizerCatalogue) {
      for (const parameter of Object.values(parameters)) {
        expect(parameter.accepts(parameter.default)).toBe(true);
      }
    }
  });

  it.each([
    ["l1", { l1: cent, l2: 0 }],
    ["l2", { l1: 0, l2: cent }],
    ["l1_l2", { l1: cent, l2: cent }],
    ["L1L2", { l1: 0, l2: 0 }],
  ])("%s before 2.3 is an L1L2", (given, config) => {
    expect(written(given, oldest)).toEqual({ class_name: "L1L2", config });
  });

  it("null is no regularizer", () => {
    expect(resolveRegularizer("gamma_regularizer", null, modernDialect)).toBeNull();
  });

  it("l is the older keyword, and null the default of a class since 2.4", () => {
    expect(written(of("L1", { l: 0.5 }))).toEqual(of("L1", { l1: 0.5 }));
    expect(written(of("l2", { l: 0.5 }))).toEqual(of("L2", { l2: 0.5 }));
    expect(written(of("l2", { l: 0.5 }), oldest)).toEqual(of("L1L2", { l1: 0, l2: 0.5 }));
    expect(written(of("L2", { l2: null }))).toEqual(of("L2", { l2: cent }));
    expect(written(of("L1L2", { l1: null, l2: 1 }))).toEqual(of("L1L2", { l1: 0, l2: 1 }));
  });

  it.each(dialects)("read back are written the same again: %s", (_, dialect) => {
    const given: readonly RegularizerArgument[] = [
      "l1",
      "l2",
      "l1_l2",
      "L1L2",
      of("L1L2", { l1: 0.1, l2: 1e-9 }),
      ...(dialect.separateL1AndL2 ? [of("L2", { l2: 0.3 })] : []),
      ...(dialect.orthogonalRegularizer
        ? [of("OrthogonalRegularizer", { factor: 0.3, mode: "columns" })]
        : []),
    ];
    for (const one of given) {
      const first = written(one, dialect);
      const again = written(JSON.parse(JSON.stringify(first)) as RegularizerArgument, dialect);
      expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    }
  });
});

describe("a refused regularizer", () => {
  const refused = (given: unknown, dialect: ObjectDialect = modernDialect) =>
    refusedBy(() => resolveRegularizer("beta_regularizer", given as RegularizerArgument, dialect));

  it.each([
    ["l3", "Unknown regularizer: ", '"l3"'],
    [0.01, "Could not interpret regularizer identifier: ", "0.01"],
  ])("is %j", (given, prefix, shown) => {
    expect(refused(given)).toEqual({
      code: "argument",
      kind: "ValueError",
      message:
        `${prefix}beta_regularizer must be l1, l2, L1L2, l1_l2, orthogonal_regularizer, ` +
        `{class_name, config}, a function or null. Received: beta_regularizer=${shown}`,
    });
  });

  it.each([
    ["L1", oldest],
    ["L2", oldest],
    ["orthogonal_regularizer", classesOfV1],
    ["OrthogonalRegularizer", oldest],
  ])("is %s where the class does not exist", (name, dialect) => {
    expect(refused(name, dialect).message).toContain("Unknown regularizer: ");
  });

  it.each([
    ["L1L2", { l1: "0.1" }, "an L1L2 with a finite l1"],
    ["L2", { l2: true }, "an L2 with a finite l2"],
    ["L1", { l: "1" }, "an L1 with a finite l1"],
    ["L1", { l2: 1 }, "an L1 with no arguments other than l1"],
    ["OrthogonalRegularizer", { factor: "1" }, "an OrthogonalRegularizer with a finite factor"],
    [
      "OrthogonalRegularizer",
      { mode: "both" },
      'an OrthogonalRegularizer with a mode that is "rows" or "columns"',
    ],
  ])("is %s of %j", (class_name, config, rule) => {
    const given = { class_name, config };
    expect(refused(given)).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `beta_regularizer must be ${rule}. Received: beta_regularizer=${JSON.stringify(given)}`,
    });
  });

  it.each([Number.NaN, Infinity, -Infinity])("has a factor %d since 2.4, not before", (l2) => {
    expect(refused(of("L2", { l2 })).message).toContain(
      "beta_regularizer must be an L2 with a finite l2. Received: ",
    );
    expect(written(of("L2", { l2 }), classesOfV1)).toEqual(of("L2", { l2 }));
  });

  it("has a factor that is no number before 2.4 too", () => {
    expect(refused(of("L2", { l2: "1" }), classesOfV1).message).toContain(
      "must be an L2 with an l2 that is a number. Received: ",
    );
    expect(refused(of("L2", { l2: null }), classesOfV1).message).toContain("that is a number");
  });
});

describe("a penalty", () => {
  const w = Float64Array.of(-2, 0, 0.5, 3);

  it.each([
    ["L1", { l1: 0.5 }, 2.75, [-0.5, 0, 0.5, 0.5]],
    ["L2", { l2: 0.25 }, 3.3125, [-1, 0, 0.25, 1.5]],
    ["L1L2", { l1: 0.5, l2: 0.25 }, 6.0625, [-1.5, 0, 0.75, 2]],
    ["L1L2", { l1: -0.5 }, -2.75, [0.5, 0, -0.5, -0.5]],
    ["L1L2", {}, 0, [0, 0, 0, 0]],
  ])("%s %j of (−2, 0, 0.5, 3) is %d", (name, config, penalty, gradient) => {
    const regularizer = resolved(of(name, config));
    expect(regularizer.penalty(w, [4])).toBe(penalty);
    expect(Array.from(regularizer.gradient(w, [4]))).toBeAllClose(gradient, {});
    expect(regularizer.isCallable).toBe(false);
  });

  it("is computed with the factor in float32", () => {
    expect(resolved("l2").penalty(Float64Array.of(10), [1])).toBe(cent * 100);
  });

  it("of factors 0 is 0 even for weights that are not finite, as Keras leaves the terms out", () => {
    expect(resolved("L1L2").penalty(Float64Array.of(Infinity), [1])).toBe(0);
    expect(resolved(of("L1", { l1: 0 })).penalty(Float64Array.of(Infinity), [1])).toBeNaN();
  });
});

describe("the orthogonal regularizer", () => {
  const weight = Float64Array.of(1, 0, 1, 1, 0, -3);
  const half = Math.SQRT1_2;

  it("is factor times the mean absolute cosine of all pairs", () => {
    const penalty = (mode: string, shape: readonly number[]): number =>
      resolved(of("OrthogonalRegularizer", { factor: 0.5, mode })).penalty(weight, shape);
    // Rows (1, 0), (1, 1), (0, −3): cosines 1/√2, 0, −1/√2.
    expect([penalty("rows", [3, 2])]).toBeAllClose([(0.5 * (half + 0 + half)) / 3], {
      relative: 1e-15,
    });
    // Columns (1, 1), (0, 0), (1, −3): cosines 0, −2/√20, 0.
    expect([penalty("columns", [2, 3])]).toBeAllClose([(0.5 * (2 / Math.sqrt(20))) / 3], {
      relative: 1e-15,
    });
  });

  it("is 0 for orthogonal rows and the factor for equal ones; one row alone is NaN as in Keras", () => {
    const regularizer = resolved(of("OrthogonalRegularizer", { factor: 0.5 }));
    expect(regularizer.penalty(Float64Array.of(2, 0, 0, 3), [2, 2])).toBe(0);
    const equal = regularizer.penalty(Float64Array.of(1, 2, -1, -2), [2, 2]);
    expect([equal]).toBeAllClose([0.5], { relative: 1e-15 });
    expect(regularizer.penalty(Float64Array.of(1, 2), [1, 2])).toBeNaN();
  });

  it.each([[[3]], [[1, 1, 3]], [[]]])("is refused for shape %j", (shape) => {
    const regularizer = resolved("orthogonal_regularizer");
    const expected = {
      code: "argument",
      kind: "ValueError",
      message: `gamma_regularizer must be applied to a weight of rank 2 when it is an OrthogonalRegularizer. Received: shape=[${shape.join(", ")}]`,
    };
    expect(refusedBy(() => regularizer.penalty(Float64Array.of(1, 2, 3), shape))).toEqual(expected);
    expect(refusedBy(() => regularizer.gradient(Float64Array.of(1, 2, 3), shape))).toEqual(
      expected,
    );
  });
});

describe("a gradient", () => {
  const random = generatorFor(7);
  const weight = Float64Array.from({ length: 12 }, () => 4 * random() - 2);

  it.each([
    ["L1", { l1: 0.3 }],
    ["L2", { l2: 0.7 }],
    ["L1L2", { l1: 0.3, l2: 0.7 }],
    ["OrthogonalRegularizer", { factor: 0.9, mode: "rows" }],
    ["OrthogonalRegularizer", { factor: 0.9, mode: "columns" }],
  ])("of %s %j is that of its penalty by central differences", (name, config) => {
    const regularizer = resolved(of(name, config));
    const shape = [3, 4];
    const numeric = resolved((w) => regularizer.penalty(w, shape)).gradient(weight, shape);
    expect(regularizer.gradient(weight, shape)).toBeAllClose(numeric, {
      relative: 1e-8,
      absolute: 1e-9,
    });
  });

  it("of a tiny row does not divide by its own norm", () => {
    const regularizer = resolved(of("OrthogonalRegularizer", { factor: 1 }));
    const tiny = Float64Array.of(1e-8, 0, 3, 4);
    // n₁ = x₁/1e-6, so dL/dx₁ = n₂/1e-6, and the cosine is 0.01 · 0.6.
    const gradient = regularizer.gradient(tiny, [2, 2]);
    expect(gradient.slice(0, 2)).toBeAllClose([0.6e6, 0.8e6], { relative: 1e-12 });
    expect([regularizer.penalty(tiny, [2, 2])]).toBeAllClose([0.006], { relative: 1e-12 });
  });
});

describe("a function", () => {
  const cubes: RegularizerFunction = (weight, shape) =>
    shape.length + weight.reduce((sum, w) => sum + w ** 3, 0);

  it("gives the penalty of the weight and its shape, and its name", () => {
    const regularizer = resolved(cubes);
    expect(regularizer.penalty(Float64Array.of(1, 2), [2])).toBe(10);
    expect(regularizer.serialize()).toBe("cubes");
    expect(regularizer.isCallable).toBe(true);
  });

  it("without a gradient is differentiated to ten digits of the largest term", () => {
    const weight = Float64Array.of(-3, 0, 0.5, 100);
    const gradient = resolved(cubes).gradient(weight, [4]);
    expect(gradient).toBeAllClose([27, 0, 0.75, 30000], { relative: 1e-9, absolute: 1e-4 });
    const small = resolved(cubes).gradient(Float64Array.of(-3, 0, 0.5), [3]);
    expect(small).toBeAllClose([27, 0, 0.75], { absolute: 1e-8 });
  });

  it("may bring its gradient", () => {
    const squares: RegularizerFunction = Object.assign(() => 0, {
      gradient: (weight: Float64Array) => Array.from(weight, (w) => 2 * w),
    });
    expect(Array.from(resolved(squares).gradient(Float64Array.of(1, -2), [2]))).toEqual([2, -4]);
  });

  it("cannot change the weight", () => {
    const weight = Float64Array.of(1, 2);
    const clearing: RegularizerFunction = Object.assign((w: Float64Array) => w.fill(0)[0]!, {
      gradient: (w: Float64Array) => w.fill(0),
    });
    resolved(clearing).penalty(weight, [2]);
    resolved(clearing).gradient(weight, [2]);
    expect(Array.from(weight)).toEqual([1, 2]);
  });

  it("must give one number, and a gradient of one number per element", () => {
    const words = (() => "much") as unknown as RegularizerFunction;
    expect(refusedBy(() => resolved(words).penalty(Float64Array.of(1), [1]))).toEqual({
      code: "argument",
      kind: "ValueError",
      message: 'gamma_regularizer must be a function whose result is a number. Received: "much"',
    });
    const short: RegularizerFunction = Object.assign(() => 0, { gradient: () => [1] });
    expect(refusedBy(() => resolved(short).gradient(Float64Array.of(1, 2), [2])).message).toBe(
      "gamma_regularizer must be a function whose result fills a weight of shape [2]. Received: 1 number",
    );
  });
});
