import { describe, expect, it } from "vitest";
import { initializerCatalogue, resolveInitializer } from "@/engine/initializers";
import type { InitializerArgument } from "@/engine/initializers";
import { modernDialect } from "@/engine/keras-object/dialect";
import type { ObjectDialect } from "@/engine/keras-object/dialect";
import { classesOfV1, dialects, oldest, plain } from "../keras-object/dialects";
import { refusedBy } from "../support/refused";

const written = (given: InitializerArgument, dialect: ObjectDialect = plain): unknown =>
  resolveInitializer("gamma_initializer", given, dialect).serialize();

const preset = { seed: null };
const aliases: readonly (readonly [string, readonly string[], object])[] = [
  ["Zeros", ["zeros", "zero"], {}],
  ["Ones", ["ones", "one"], {}],
  ["Constant", ["constant"], { value: 0 }],
  ["RandomNormal", ["random_normal", "normal"], { mean: 0, stddev: 0.05, seed: null }],
  ["RandomUniform", ["random_uniform", "uniform"], { minval: -0.05, maxval: 0.05, seed: null }],
  ["TruncatedNormal", ["truncated_normal"], { mean: 0, stddev: 0.05, seed: null }],
  [
    "VarianceScaling",
    ["variance_scaling"],
    { scale: 1, mode: "fan_in", distribution: "truncated_normal", seed: null },
  ],
  ["Orthogonal", ["orthogonal"], { gain: 1, seed: null }],
  ["Identity", ["identity"], { gain: 1 }],
  ["GlorotNormal", ["glorot_normal"], preset],
  ["GlorotUniform", ["glorot_uniform"], preset],
  ["LecunNormal", ["lecun_normal"], preset],
  ["LecunUniform", ["lecun_uniform"], preset],
  ["HeNormal", ["he_normal"], preset],
  ["HeUniform", ["he_uniform"], preset],
];

describe("initializer identifiers of Keras", () => {
  it.each(aliases)("%s is found by its names and writes its defaults", (name, others, config) => {
    for (const identifier of [name, ...others]) {
      expect(written(identifier)).toEqual({ class_name: name, config });
      expect(written({ class_name: identifier })).toEqual({ class_name: name, config });
    }
  });

  it("are all in the catalogue, once each, with the documented identifier first", () => {
    const listed = initializerCatalogue.map(({ className, identifiers }) => [
      className,
      identifiers[0],
    ]);
    expect(listed.sort()).toEqual(aliases.map(([name, others]) => [name, others[0]]).sort());
  });

  it("have a default that the rule accepts, for every parameter of the catalogue", () => {
    for (const { parameters } of initializerCatalogue) {
      for (const parameter of Object.values(parameters)) {
        expect(parameter.accepts(parameter.default)).toBe(true);
        expect(parameter.rule).not.toBe("");
      }
    }
  });
});

describe("the written form", () => {
  it("is registered since Keras 2.12", () => {
    const form = written("he_normal", modernDialect);
    expect(form).toEqual({
      module: "keras.initializers",
      class_name: "HeNormal",
      config: { seed: null },
      registered_name: null,
    });
    expect(Object.keys(form as object)).toEqual([
      "module",
      "class_name",
      "config",
      "registered_name",
    ]);
  });

  it.each([
    ["zeros", "Zeros", {}],
    ["constant", "Constant", { value: 0 }],
    ["normal", "RandomNormal", { mean: 0, stddev: 0.05, seed: null }],
    ["orthogonal", "Orthogonal", { gain: 1, seed: null }],
    ["identity", "Identity", { gain: 1 }],
    ["glorot_normal", "GlorotNormal", { seed: null }],
    [
      "VarianceScaling",
      "VarianceScaling",
      { scale: 1, mode: "fan_in", distribution: "truncated_normal", seed: null },
    ],
  ])("of the V1 class %s ends with its dtype", (given, name, config) => {
    const form = written(given, classesOfV1);
    expect(form).toEqual({ class_name: name, config: { ...config, dtype: "float32" } });
    const keys = Object.keys((form as { config: object }).config);
    expect(keys).toEqual([...Object.keys(config), "dtype"]);
  });

  it.each(["HeNormal", "HeUniform", "LecunNormal", "LecunUniform"])(
    "of the V1 class %s is its seed alone",
    (name) => {
      expect(written(name, classesOfV1)).toEqual({ class_name: name, config: { seed: null } });
    },
  );

  it.each([
    ["glorot_normal", 1, "fan_avg", "normal"],
    ["glorot_uniform", 1, "fan_avg", "uniform"],
    ["lecun_normal", 1, "fan_in", "normal"],
    ["lecun_uniform", 1, "fan_in", "uniform"],
    ["he_normal", 2, "fan_in", "normal"],
    ["he_uniform", 2, "fan_in", "uniform"],
  ])("of %s in tf 1.4 is a VarianceScaling", (name, scale, mode, distribution) => {
    expect(written({ class_name: name, config: { seed: 4 } }, oldest)).toEqual({
      class_name: "VarianceScaling",
      config: { scale, mode, distribution, seed: 4, dtype: "float32" },
    });
  });

  it("of tf 1.4 has the defaults of the core", () => {
    const dtype = "float32";
    expect(written("normal", oldest)).toEqual({
      class_name: "RandomNormal",
      config: { mean: 0, stddev: 1, seed: null, dtype },
    });
    expect(written("truncated_normal", oldest)).toEqual({
      class_name: "TruncatedNormal",
      config: { mean: 0, stddev: 1, seed: null, dtype },
    });
    expect(written("uniform", oldest)).toEqual({
      class_name: "RandomUniform",
      config: { minval: 0, maxval: null, seed: null, dtype },
    });
  });

  it("keeps a V1 dtype, and drops it elsewhere", () => {
    const given = { class_name: "Ones", config: { dtype: "float64" } };
    expect(written(given, classesOfV1)).toEqual(given);
    expect(written(given)).toEqual({ class_name: "Ones", config: {} });
  });

  it("renames the distribution normal in V2 and lower-cases it everywhere", () => {
    const given = { class_name: "VarianceScaling", config: { distribution: "NORMAL" } };
    const distribution = (dialect: ObjectDialect): unknown =>
      (written(given, dialect) as { config: { distribution: unknown } }).config.distribution;
    expect([modernDialect, classesOfV1, oldest].map(distribution)).toEqual([
      "truncated_normal",
      "normal",
      "normal",
    ]);
  });

  it.each(dialects)("read back is the same again: %s", (_, dialect) => {
    const given: readonly InitializerArgument[] = [
      ...aliases.flatMap(([, others]) => others),
      {
        class_name: "Constant",
        config: {
          value: [
            [1, 2],
            [3, -4.5],
          ],
        },
      },
      { class_name: "RandomUniform", config: { minval: 1, maxval: 2, seed: 3 } },
      {
        class_name: "VarianceScaling",
        config: { scale: 0.5, mode: "fan_out", distribution: "uniform" },
      },
      { class_name: "Orthogonal", config: { gain: -2, seed: 0 } },
    ];
    for (const one of given) {
      const first = written(one, dialect);
      const again = written(JSON.parse(JSON.stringify(first)) as InitializerArgument, dialect);
      expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    }
  });

  it("of a constant list does not share it with anyone", () => {
    const value = [1, 2];
    const initializer = resolveInitializer(
      "gamma_initializer",
      { class_name: "Constant", config: { value } },
      plain,
    );
    value[0] = 9;
    const first = initializer.serialize() as { config: { value: number[] } };
    first.config.value[1] = 9;
    expect(initializer.serialize()).toEqual({ class_name: "Constant", config: { value: [1, 2] } });
    expect(Array.from(initializer.values([2], () => 0))).toEqual([1, 2]);
  });
});

describe("a refused initializer", () => {
  const refused = (given: unknown, dialect: ObjectDialect = modernDialect) =>
    refusedBy(() => resolveInitializer("beta_initializer", given as InitializerArgument, dialect));
  const rule =
    "zeros, ones, constant, random_normal, random_uniform, truncated_normal, variance_scaling, " +
    "orthogonal, identity, glorot_normal, glorot_uniform, lecun_normal, lecun_uniform, he_normal, " +
    "he_uniform, {class_name, config}, a function or null";

  it("is told as unknown, or as no identifier", () => {
    expect(refused("ons")).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `Unknown initializer: beta_initializer must be ${rule}. Received: beta_initializer="ons"`,
    });
    expect(refused(3).message).toBe(
      `Could not interpret initializer identifier: beta_initializer must be ${rule}. Received: beta_initializer=3`,
    );
  });

  it.each(["GlorotNormal", "HeUniform", "LecunNormal"])("is %s in tf 1.4", (name) => {
    expect(refused(name, oldest).message).toContain("Unknown initializer: ");
  });

  it.each([
    ["VarianceScaling", { scale: 0 }, "a VarianceScaling with a scale above 0"],
    ["VarianceScaling", { scale: -1 }, "a VarianceScaling with a scale above 0"],
    [
      "VarianceScaling",
      { mode: "fan" },
      'a VarianceScaling with a mode that is "fan_in", "fan_out" or "fan_avg"',
    ],
    [
      "VarianceScaling",
      { distribution: "cauchy" },
      'a VarianceScaling with a distribution that is "truncated_normal", "untruncated_normal", "uniform" or "normal"',
    ],
    ["RandomNormal", { mean: "0" }, "a RandomNormal with a finite mean"],
    ["RandomNormal", { mu: 0 }, "a RandomNormal with no arguments other than mean, stddev, seed"],
    ["RandomUniform", { maxval: null }, "a RandomUniform with a finite maxval"],
    ["HeNormal", { seed: "1" }, "a HeNormal with a seed that is an int or null"],
    ["Orthogonal", { gain: "big" }, "an Orthogonal with a finite gain"],
    ["Identity", { seed: 1 }, "an Identity with no arguments other than gain"],
    ["Zeros", { value: 1 }, "a Zeros without arguments"],
    [
      "Constant",
      { value: "1" },
      "a Constant with a value that is a finite number or nested lists of them",
    ],
    [
      "Constant",
      { value: [[1, 2], [3]] },
      "a Constant with a value that is a finite number or nested lists of them",
    ],
    ["Constant", { value: 1, verify_shape: true }, "a Constant with no arguments other than value"],
  ])("%s of %j", (name, config, expected) => {
    const given = { class_name: name, config };
    expect(refused(given)).toEqual({
      code: "argument",
      kind: "ValueError",
      message: `beta_initializer must be ${expected}. Received: beta_initializer=${JSON.stringify(given)}`,
    });
  });

  it.each(["truncated_normal", "untruncated_normal"])(
    "is a VarianceScaling with %s in tf 1.4",
    (distribution) => {
      const given = { class_name: "VarianceScaling", config: { distribution } };
      expect(refused(given, oldest).message).toBe(
        'beta_initializer must be a VarianceScaling with a distribution that is "normal" or "uniform". ' +
          `Received: beta_initializer=${JSON.stringify(given)}`,
      );
    },
  );
});
