import { describe, expect, it } from "vitest";
import { resolveInitializer } from "@/engine/initializers";
import type { InitializerArgument } from "@/engine/initializers";
import { modernDialect } from "@/engine/keras-object/dialect";
import type { ObjectDialect } from "@/engine/keras-object/dialect";
import { generatorFor } from "@/engine/random/generator";
import { classesOfV1, oldest } from "../keras-object/dialects";
import { mean, range, variance } from "../support/naive";
import { refusedBy } from "../support/refused";

const n = 100_000;

const drawn = (
  given: InitializerArgument,
  shape: readonly number[],
  dialect: ObjectDialect = modernDialect,
): number[] =>
  Array.from(
    resolveInitializer("gamma_initializer", given, dialect).values(shape, generatorFor(1)),
  );

const of = (class_name: string, config: object): InitializerArgument => ({
  class_name,
  config: { ...config },
});

/** Mean and deviation in units of the expected deviation; 5 deviations of each at n numbers is 0.016. */
function expectMoments(values: readonly number[], centre: number, deviation: number): void {
  expect([(mean(values) - centre) / deviation]).toBeAllClose([0], { absolute: 0.016 });
  expect([Math.sqrt(variance(values)) / deviation]).toBeAllClose([1], { absolute: 0.016 });
}
const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

describe("fixed values", () => {
  it.each([
    ["zeros", [3], [0, 0, 0]],
    ["ones", [1, 2], [1, 1]],
    ["constant", [2], [0, 0]],
    ["ones", [], [1]],
    ["zeros", [0], []],
  ])("%s of shape %j", (given, shape, expected) => {
    expect(drawn(given, shape)).toEqual(expected);
  });

  it("identity is gain on the diagonal of a matrix, square or not", () => {
    expect(drawn(of("Identity", { gain: 2 }), [2, 3])).toEqual([2, 0, 0, 0, 2, 0]);
    expect(drawn("identity", [3, 2])).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it.each([[[]], [[3]], [[1, 3, 3]]])("identity is refused for shape %j", (shape) => {
    expect(refusedBy(() => drawn("identity", shape))).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `gamma_initializer must be applied to a weight of rank 2 when it is an Identity. Received: shape=[${shape.join(", ")}]`,
    });
  });
});

describe("a constant", () => {
  const constant = (value: unknown, more: object = {}) => of("Constant", { value, ...more });

  it("fills with a number, or with a list of one", () => {
    expect(drawn(constant(2.5), [2])).toEqual([2.5, 2.5]);
    expect(drawn(constant([2.5]), [2])).toEqual([2.5, 2.5]);
    expect(drawn(constant(-0), [1])).toEqual([-0]);
  });

  it("gives a list in row-major order, whatever its own shape", () => {
    expect(
      drawn(
        constant([
          [1, 2],
          [3, 4],
        ]),
        [2, 2],
      ),
    ).toEqual([1, 2, 3, 4]);
    expect(
      drawn(
        constant([
          [1, 2],
          [3, 4],
        ]),
        [4],
      ),
    ).toEqual([1, 2, 3, 4]);
  });

  it("of TF2 is refused for a weight of another size", () => {
    expect(refusedBy(() => drawn(constant([1, 2]), [3]))).toEqual({
      code: "argument",
      kind: "ValueError",
      message:
        "gamma_initializer must be for a weight of 2 elements when it is a Constant of that many. Received: shape=[3]",
    });
    expect(refusedBy(() => drawn(constant([]), [3])).message).toContain("of 0 elements");
  });

  it("of TF1 pads a shorter list with its last number and refuses a longer one", () => {
    expect(drawn(constant([1, 2]), [2, 2], oldest)).toEqual([1, 2, 2, 2]);
    expect(refusedBy(() => drawn(constant([1, 2, 3]), [2], oldest)).message).toBe(
      "gamma_initializer must be for a weight of 3 elements or more when it is a Constant of that many. Received: shape=[2]",
    );
    expect(() => drawn(constant([]), [2], oldest)).toThrow("of 0 elements or more");
  });

  it("of TF1 may ask for its own shape, which is not written", () => {
    const exact = constant([1, 2], { verify_shape: true });
    expect(drawn(exact, [2], oldest)).toEqual([1, 2]);
    expect(refusedBy(() => drawn(exact, [3], oldest)).message).toBe(
      "gamma_initializer must be for a weight of its own shape [2]. Received: shape=[3]",
    );
    expect(resolveInitializer("g", exact, oldest).serialize()).toEqual({
      class_name: "Constant",
      config: { value: [1, 2], dtype: "float32" },
    });
  });
});

describe("random values of 100,000 elements", () => {
  it("are normal with the given mean and deviation", () => {
    expectMoments(drawn(of("RandomNormal", { mean: 3, stddev: 2 }), [n]), 3, 2);
    expectMoments(drawn("normal", [n]), 0, 0.05);
    expectMoments(drawn("normal", [n], oldest), 0, 1);
    expect(largest(drawn("normal", [n], oldest))).toBeGreaterThan(3.5);
  });

  it("are uniform between the bounds, the lower included", () => {
    const values = drawn(of("RandomUniform", { minval: -1, maxval: 5 }), [n]);
    expectMoments(values, 2, 6 / Math.sqrt(12));
    expect(values.every((value) => value >= -1 && value < 5)).toBe(true);
    expect(largest(values)).toBeGreaterThan(4.999);
  });

  it("are uniform in [−0.05, 0.05), in tf 1.4 in [0, 1)", () => {
    expectMoments(drawn("uniform", [n]), 0, 0.1 / Math.sqrt(12));
    const core = drawn("uniform", [n], oldest);
    expectMoments(core, 0.5, 1 / Math.sqrt(12));
    expect(core.every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it("are truncated at 2 deviations, which leaves 0.8796 of the deviation", () => {
    const values = drawn(of("TruncatedNormal", { mean: 1, stddev: 2 }), [n]);
    expectMoments(values, 1, 2 * 0.87962566103423978);
    const furthest = largest(values.map((value) => value - 1));
    expect(furthest).toBeLessThanOrEqual(4);
    expect(furthest).toBeGreaterThan(3.99);
  });
});

describe("variance scaling", () => {
  const scaled = (mode: string, distribution: string, scale = 1) =>
    of("VarianceScaling", { mode, distribution, scale });
  const deviation = (values: readonly number[]): number => Math.sqrt(variance(values));

  it.each([
    ["fan_in", [200, 500], 200],
    ["fan_out", [200, 500], 500],
    ["fan_avg", [200, 500], 350],
    ["fan_in", [2, 5, 100, 100], 1000],
    ["fan_out", [2, 5, 50, 200], 2000],
    ["fan_avg", [2, 5, 50, 200], 1250],
    ["fan_in", [n], n],
    ["fan_out", [n], n],
  ])("has variance scale/fan: %s of %j is %d", (mode, shape, fan) => {
    for (const distribution of ["truncated_normal", "untruncated_normal", "uniform", "normal"]) {
      expectMoments(drawn(scaled(mode, distribution, 3), shape), 0, Math.sqrt(3 / fan));
    }
  });

  it("draws a uniform number within √(3 scale/n), a truncated one within 2σ/0.8796", () => {
    const uniform = largest(drawn(scaled("fan_in", "uniform", 2), [50, 2000]));
    expect([uniform]).toBeAllClose([Math.sqrt(6 / 50)], { relative: 1e-3 });
    expect(uniform).toBeLessThanOrEqual(Math.sqrt(6 / 50));
    const truncated = largest(drawn(scaled("fan_in", "truncated_normal", 2), [50, 2000]));
    const limit = (2 * Math.sqrt(2 / 50)) / 0.87962566103423978;
    expect([truncated]).toBeAllClose([limit], { relative: 1e-3 });
    expect(truncated).toBeLessThanOrEqual(limit);
  });

  it("is not corrected for the truncation in tf 1.4", () => {
    const values = drawn("variance_scaling", [100, 1000], oldest);
    expectMoments(values, 0, 0.1 * 0.87962566103423978);
    expect(largest(values)).toBeLessThanOrEqual(0.2);
    expectMoments(drawn(scaled("fan_in", "normal"), [100, 1000], classesOfV1), 0, 0.1);
  });

  it("takes a fan of at least 1, for scalars and empty weights too", () => {
    const one = resolveInitializer("g", "glorot_uniform", modernDialect);
    expect(one.values([], () => 1)).toEqual(Float64Array.of(Math.sqrt(3)));
    expect(one.values([0], () => 1)).toHaveLength(0);
  });

  it.each([
    ["glorot_uniform", 6 / 2000],
    ["lecun_uniform", 3 / 1000],
    ["he_uniform", 6 / 1000],
  ])("%s of a vector of 1000 reaches to its limit", (name, square) => {
    const initializer = resolveInitializer("g", name, modernDialect);
    const values = initializer.values([1000], () => 1);
    expect(Array.from(values.slice(0, 2))).toBeAllClose([Math.sqrt(square), Math.sqrt(square)], {
      relative: 1e-15,
    });
  });

  it.each([
    ["glorot_normal", 2 / 500],
    ["lecun_normal", 1 / 200],
    ["he_normal", 2 / 200],
  ])("%s of (200, 300) has its variance", (name, expected) => {
    const values = drawn(name, [200, 300]);
    expect([deviation(values)]).toBeAllClose([Math.sqrt(expected)], { relative: 0.02 });
    const core = drawn(name, [200, 300], oldest);
    expect(core).toBeAllClose(
      values.map((value) => value * 0.87962566103423978),
      { relative: 1e-12 },
    );
  });

  it("of a seed is the same values, and null is the layer's glorot_uniform", () => {
    expect(drawn(null, [10])).toEqual(drawn("glorot_uniform", [10]));
    expect(resolveInitializer("g", null, modernDialect).serialize()).toBeNull();
    expect(resolveInitializer("g", null, modernDialect).seed).toBeNull();
    expect(resolveInitializer("g", of("HeNormal", { seed: 0 }), modernDialect).seed).toBe(0);
    expect(resolveInitializer("g", of("he_normal", { seed: 5 }), oldest).seed).toBe(5);
  });
});

describe("orthogonal", () => {
  /** AAᵀ of a matrix given by rows. */
  const gram = (rows: readonly (readonly number[])[]): number[][] =>
    rows.map((a) => rows.map((b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)));
  const rowsOf = (values: readonly number[], columns: number): number[][] =>
    range(values.length / columns).map((i) => values.slice(i * columns, (i + 1) * columns));
  const transposed = (rows: readonly (readonly number[])[]): number[][] =>
    rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const identity = (size: number, gain: number): number[][] =>
    range(size).map((i) => range(size).map((j) => (i === j ? gain : 0)));

  it.each([
    [[40, 40], 1],
    [[50, 20], 1.5],
    [[20, 50], -2],
    [[2, 3, 4, 5], 1],
    [[1, 1, 1, 7], 3],
    [[7, 1], 1],
  ])("of shape %j and gain %d has an orthonormal shorter side", (shape, gain) => {
    const columns = shape.at(-1)!;
    const rows = rowsOf(drawn(of("Orthogonal", { gain }), shape), columns);
    const shorter = rows.length < columns ? rows : transposed(rows);
    expect(gram(shorter)).toBeAllClose(identity(shorter.length, gain ** 2), { absolute: 1e-13 });
  });

  it("has positive projections on the drawn matrix in order, so that Q is that of A = QR, diag(R) > 0", () => {
    const columns = transposed(rowsOf(drawn("orthogonal", [6, 4]), 4));
    const normals = transposed(rowsOf(drawn(of("RandomNormal", { stddev: 1 }), [6, 4]), 4));
    columns.forEach((q, j) => {
      const products = normals.map((a) => a.reduce((sum, value, i) => sum + value * q[i]!, 0));
      expect(products[j]).toBeGreaterThan(0);
      expect(products.slice(0, j)).toBeAllClose(new Array(j).fill(0), { absolute: 1e-14 });
    });
  });

  it("is ±1 in equal shares for a weight of one element", () => {
    const initializer = resolveInitializer("g", "orthogonal", modernDialect);
    const random = generatorFor(3);
    const signs = range(2000).map(() => initializer.values([1, 1], random)[0]!);
    expect(new Set(signs.map(Math.abs))).toEqual(new Set([1]));
    expect(Math.abs(mean(signs))).toBeLessThan(0.1);
  });

  it.each([[[]], [[3]]])("is refused for shape %j", (shape) => {
    expect(refusedBy(() => drawn("orthogonal", shape))).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `gamma_initializer must be applied to a weight of rank 2 or more when it is an Orthogonal. Received: shape=[${shape.join(", ")}]`,
    });
  });
});

describe("a function", () => {
  it("is told shape and dtype, and serializes to its name", () => {
    const asked: unknown[] = [];
    const halves = (shape: readonly number[], dtype: string): number => {
      asked.push([shape, dtype]);
      return 0.5;
    };
    const initializer = resolveInitializer("g", halves, modernDialect);
    expect(Array.from(initializer.values([2], () => 0))).toEqual([0.5, 0.5]);
    expect(Array.from(initializer.values([1, 1], () => 0, "float64"))).toEqual([0.5]);
    expect(asked).toEqual([
      [[2], "float32"],
      [[1, 1], "float64"],
    ]);
    expect(initializer.serialize()).toBe("halves");
    expect(initializer.isCallable).toBe(true);
    expect(initializer.seed).toBeNull();
    expect(resolveInitializer("g", "zeros", modernDialect).isCallable).toBe(false);
  });

  it.each([
    ["nested lists", [[1, 2, 3]]],
    ["a typed array", Float32Array.of(1, 2, 3)],
    ["a tensor", { data: Float64Array.of(1, 2, 3), shape: [3] }],
  ])("may give %s", (_, result) => {
    expect(drawn(() => result, [3])).toEqual([1, 2, 3]);
  });

  it("must give as many numbers as the weight holds", () => {
    expect(refusedBy(() => drawn(() => [1, 2], [3]))).toEqual({
      code: "argument",
      kind: "ValueError",
      message:
        "gamma_initializer must be a function whose result fills a weight of shape [3]. Received: 2 numbers",
    });
    expect(() => drawn(() => undefined, [3])).toThrow("Received: undefined");
  });
});
