import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, KerasConfig, ProfileId } from "@/engine";
import { switchesOf } from "@/engine/spec/profiles";
import { constant } from "@/engine/spec/constant";
import { ordinary, seeded } from "../support/arbitraries";
import { bitsOf, float32, float64, uniformNumbers } from "../support/tensors";
import { profileIds } from "./problems";

const initializers = fc.constantFrom<NonNullable<BatchNormArguments["beta_initializer"]>>(
  "zeros",
  "Ones",
  "one",
  constant(0.1),
  "random_normal",
  "random_uniform",
  "truncated_normal",
  "variance_scaling",
  "he_uniform",
  "lecun_normal",
  "glorot_normal",
  {
    class_name: "VarianceScaling",
    config: { scale: 2, mode: "fan_avg", distribution: "uniform", seed: 7 },
  },
  { class_name: "RandomUniform", config: { minval: -1, maxval: 2, seed: 3 } },
);
const positive = fc.constantFrom("ones", constant(2.5), {
  class_name: "RandomUniform",
  config: { minval: 0.5, maxval: 2, seed: 3 },
});
const regularizers = fc.constantFrom<BatchNormArguments["beta_regularizer"]>(
  null,
  "l1",
  "l2",
  "l1_l2",
  "L1L2",
  { class_name: "L1L2", config: { l1: 0.25, l2: 0.1 } },
);
const constraints = fc.constantFrom<BatchNormArguments["beta_constraint"]>(
  null,
  "non_neg",
  "unit_norm",
  "MaxNorm",
  { class_name: "MaxNorm", config: { max_value: 3, axis: 0 } },
  { class_name: "MinMaxNorm", config: { min_value: 0.5, max_value: 1.5, rate: 0.5, axis: 0 } },
);

const dtypesOf = (profile: ProfileId): ("float16" | "float32" | "float64")[] =>
  switchesOf(profile).halfArithmetic === "none"
    ? ["float32", "float64"]
    : ["float16", "float32", "float64"];

/** Every argument that a configuration of the profile carries. */
const argumentsOf = (profile: ProfileId): fc.Arbitrary<BatchNormArguments> => {
  const { configHoldsExtensions } = switchesOf(profile);
  return fc.record({
    axis: fc.constantFrom<number | readonly number[]>(-1, 1, 2, [1], [-1, 1], [2, -2], [-1]),
    momentum: ordinary(2),
    epsilon: ordinary(1).map(Math.abs),
    center: fc.boolean(),
    scale: fc.boolean(),
    beta_initializer: initializers,
    gamma_initializer: initializers,
    moving_mean_initializer: initializers,
    moving_variance_initializer: positive,
    beta_regularizer: regularizers,
    gamma_regularizer: regularizers,
    beta_constraint: constraints,
    gamma_constraint: constraints,
    renorm: configHoldsExtensions ? fc.boolean() : fc.constant(false),
    renorm_clipping: fc.constantFrom(
      null,
      {},
      { rmax: 3 },
      { rmin: 1 / 3, rmax: 3, dmax: 5 },
      { dmax: 0 },
    ),
    renorm_momentum: ordinary(1),
    trainable: fc.boolean(),
    virtual_batch_size: configHoldsExtensions ? fc.constantFrom(null, 1, 2) : fc.constant(null),
    name: fc.constantFrom(null, "bn", "a/b"),
    dtype: fc.constantFrom(...dtypesOf(profile)),
    batch_input_shape: fc.constantFrom(undefined, [null, 2, 3], [2, null, null]),
    dynamic: profile === "tf-1.4" ? fc.constant(undefined) : fc.constantFrom(undefined, true),
  });
};

const throughJson = (config: KerasConfig): KerasConfig =>
  JSON.parse(JSON.stringify(config)) as KerasConfig;

const shape = [4, 2, 3];
const x = float32(shape, uniformNumbers(shape, 0, 9));

const baseName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

/** What a layer does: its weights from its initializers, then a training and an inference call. */
function behaviour(layer: BatchNormalization): readonly unknown[] {
  layer.build(shape);
  // A legacy layer's variable scope is not in its configuration.
  const weights = (): readonly unknown[] =>
    layer.weights.map(({ name, value, trainable }) => [baseName(name), bitsOf(value), trainable]);
  return [
    weights(),
    layer.losses,
    bitsOf(layer.call(x, { training: true })),
    weights(),
    bitsOf(layer.call(x)),
  ];
}

describe.each(profileIds)("%s", (profile) => {
  const given = argumentsOf(profile);
  const make = (args: BatchNormArguments): BatchNormalization =>
    new BatchNormalization(args, { profile });
  const from = (config: KerasConfig): BatchNormalization =>
    BatchNormalization.fromConfig(config, { profile });

  it("a layer made from a configuration has that configuration, before and after JSON (60 layers)", () => {
    fc.assert(
      fc.property(given, (args) => {
        const config = make(args).getConfig();
        expect(throughJson(config)).toEqual(config);
        for (const copy of [from(config), from(throughJson(config))]) {
          expect(copy.getConfig()).toEqual(config);
          expect(Object.keys(copy.getConfig())).toEqual(Object.keys(config));
        }
      }),
      seeded(60),
    );
  });

  it("and does what the layer does: weights, losses, outputs and statistics, bit for bit (60 layers)", () => {
    fc.assert(
      fc.property(given, (args) => {
        expect(behaviour(from(throughJson(make(args).getConfig())))).toEqual(behaviour(make(args)));
      }),
      seeded(60),
    );
  });

  it("so does one made after the layer was built; a configuration with ghost batches keeps the axis as given (60 layers)", () => {
    fc.assert(
      fc.property(given, (args) => {
        const layer = make(args);
        layer.build(shape);
        const config = layer.getConfig();
        const ghosts = (args.virtual_batch_size ?? null) !== null;
        expect(config["axis"]).toEqual(ghosts ? args.axis : layer.axis);
        const copy = from(throughJson(config));
        expect(copy.getConfig()).toEqual(config);
        expect(behaviour(copy)).toEqual(behaviour(make(args)));
      }),
      seeded(60),
    );
  });

  it("holds every argument as given where it is not an identifier (60 layers)", () => {
    fc.assert(
      fc.property(given, (args) => {
        const layer = make(args);
        const config = layer.getConfig();
        const renorm = args.renorm === true;
        expect(config).toMatchObject({
          ...{ name: layer.name, trainable: args.trainable, dtype: args.dtype, axis: args.axis },
          ...{ momentum: args.momentum, epsilon: args.epsilon },
          ...{ center: args.center, scale: args.scale },
        });
        expect(config["renorm"]).toBe(renorm ? true : undefined);
        expect(config["renorm_clipping"]).toEqual(
          renorm ? (args.renorm_clipping ?? {}) : undefined,
        );
        expect(config["renorm_momentum"]).toBe(renorm ? args.renorm_momentum : undefined);
        expect(config["virtual_batch_size"]).toBe(args.virtual_batch_size ?? undefined);
        expect(config["batch_input_shape"]).toEqual(args.batch_input_shape);
        expect(Object.keys(config)).not.toContain("fused");
        expect(Object.keys(config)).not.toContain("adjustment");
      }),
      seeded(60),
    );
  });
});

describe("a dtype that is left to the first inputs", () => {
  const adopting = ["tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2", "tf-2.3-layers"];

  it.each(profileIds)("%s: a copy adopts it exactly where the layer does", (profile) => {
    const adopts = adopting.includes(profile);
    const options = { profile };
    const make = (): BatchNormalization => new BatchNormalization({}, options);
    const config = make().getConfig();
    expect(config["dtype"]).toBe(adopts ? null : "float32");
    for (const layer of [make(), BatchNormalization.fromConfig(throughJson(config), options)]) {
      const outputs = layer.call(float64([2, 1], [0.1, 0.2]), { training: true });
      const dtype = adopts ? "float64" : "float32";
      expect([outputs.dtype, layer.dtype, layer.getConfig()["dtype"]]).toEqual([
        dtype,
        dtype,
        dtype,
      ]);
      expect(layer.getWeights()[0]?.dtype).toBe(dtype);
      // Once built, later inputs are cast.
      expect(layer.call(float32([1, 1], [1])).dtype).toBe(dtype);
    }
    const said = new BatchNormalization({ dtype: "float32" }, options);
    expect(said.getConfig()["dtype"]).toBe("float32");
    expect(said.call(float64([1, 1], [1])).dtype).toBe("float32");
    expect(make().call([[1]]).dtype).toBe("float32");
  });
});

it("TensorFlow 1.4 writes neither renorm nor virtual_batch_size, and warns of each", () => {
  const heard: string[] = [];
  const config = (args: BatchNormArguments): KerasConfig =>
    new BatchNormalization(args, {
      profile: "tf-1.4",
      onWarning: ({ code, message }) => heard.push(`${code}: ${message}`),
    }).getConfig();
  for (const args of [{ renorm: true, renorm_momentum: 0.5 }, { virtual_batch_size: 2 }]) {
    expect(config(args)).toEqual(config({}));
  }
  expect(heard).toEqual([
    "config-omission: renorm is not in the configuration of batch_normalization_1: this version does not write it.",
    "config-omission: virtual_batch_size is not in the configuration of batch_normalization_1: this version does not write it.",
  ]);
});

it.each([
  [{ fused: false }, "fused is not in the configuration of bn: Keras does not write it."],
  [
    { adjustment: { scale: 0.5, bias: 0 } },
    "adjustment is not in the configuration of bn: Keras does not write functions.",
  ],
  [
    { renorm: true, renorm_clipping: { rmax: (): number => 2 } },
    "renorm_clipping is not in the configuration of bn: its schedule is a function, which JSON cannot hold.",
  ],
  [
    {
      gamma_initializer: function mine(): number {
        return 2;
      },
    },
    "gamma_initializer is not in the configuration of bn: a function is written by its name only.",
  ],
] as readonly (readonly [BatchNormArguments, string])[])(
  "what a configuration loses is warned of: %j",
  (args, message) => {
    const heard: string[] = [];
    new BatchNormalization(
      { name: "bn", ...args },
      { onWarning: (warning) => heard.push(warning.message) },
    ).getConfig();
    expect(heard).toEqual([message]);
  },
);
