import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { BatchNormArguments, ProfileId, Warning } from "@/engine";
import { profiles } from "@/engine/spec/profiles";

const ids = Object.keys(profiles) as ProfileId[];

/** The configuration of a layer, and what it warned of while writing it. */
function written(
  args: BatchNormArguments,
  profile: ProfileId = "keras-2-v2",
): { readonly config: Record<string, unknown>; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const layer = new BatchNormalization(args, {
    profile,
    onWarning: (warning) => warnings.push(warning),
  });
  return { config: layer.getConfig(), warnings };
}

const extensionKeys = ["renorm", "renorm_clipping", "renorm_momentum", "virtual_batch_size"];
const extensions = (config: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(config).filter(([key]) => extensionKeys.includes(key)));

describe("the keys of renorm and ghost batches", () => {
  it.each(ids)("are not written where they are not used, and warn of nothing: %s", (profile) => {
    const { config, warnings } = written({}, profile);
    expect(extensions(config)).toEqual({});
    expect(Object.keys(config).filter((key) => key === "fused" || key === "adjustment")).toEqual(
      [],
    );
    expect(warnings).toEqual([]);
  });

  it("are written where they are used", () => {
    const { config, warnings } = written({ renorm: true, virtual_batch_size: 4 });
    expect(extensions(config)).toEqual({
      renorm: true,
      renorm_clipping: {},
      renorm_momentum: 0.99,
      virtual_batch_size: 4,
    });
    expect(Object.keys(config).slice(-4)).toEqual(extensionKeys);
    expect(warnings).toEqual([]);
  });

  it("hold the bounds, scalar tensors as numbers", () => {
    const renorm_clipping = { rmax: 3, rmin: tensor(0.25), dmax: tensor([5]) };
    const { config, warnings } = written({ renorm: true, renorm_clipping });
    expect(config["renorm_clipping"]).toEqual({ rmax: 3, rmin: 0.25, dmax: 5 });
    expect(warnings).toEqual([]);
  });

  it("hold a schedule as its points, through JSON, and the layer made from it clips alike", () => {
    const renorm_clipping = {
      rmin: 1,
      rmax: [
        [1, 1],
        [5, 3],
      ],
      dmax: [[2, 0.5]],
    } as const;
    const { config, warnings } = written({ renorm: true, renorm_clipping });
    expect(config["renorm_clipping"]).toEqual(renorm_clipping);
    expect(warnings).toEqual([]);
    const again = BatchNormalization.fromConfig(
      JSON.parse(JSON.stringify(config)) as Record<string, unknown>,
    );
    again.step = 3;
    const { renorm } = again.trace(tensor([[4], [16]]), { training: true });
    expect(renorm!.bounds).toEqual({ rmin: 1, rmax: 2, dmax: 0.5 });
    expect(again.configOmissions).toEqual([]);
  });

  it("drop what was given for renorm where renorm is off", () => {
    expect(
      extensions(written({ renorm_clipping: { rmax: 3 }, renorm_momentum: 0.5 }).config),
    ).toEqual({});
  });

  it("are never written in TensorFlow 1.4, which is warned of", () => {
    const renorm = written({ renorm: true, name: "bn" }, "tf-1.4");
    expect(extensions(renorm.config)).toEqual({});
    expect(renorm.warnings).toEqual([
      {
        code: "config-omission",
        message: "renorm is not in the configuration of bn: this version does not write it.",
      },
    ]);
    const ghosts = written({ virtual_batch_size: 2, name: "bn" }, "tf-1.4");
    expect(extensions(ghosts.config)).toEqual({});
    expect(ghosts.warnings.map(({ message }) => message)).toEqual([
      "virtual_batch_size is not in the configuration of bn: this version does not write it.",
    ]);
  });
});

describe("what a configuration does not carry", () => {
  it.each<[string, BatchNormArguments, string, string]>([
    ["fused", { fused: false }, "fused", "Keras does not write it"],
    ["an adjustment", { adjustment: () => [1, 0] }, "adjustment", "Keras does not write functions"],
    [
      "a schedule of one bound",
      { renorm: true, renorm_clipping: { rmax: 3, dmax: (step) => step } },
      "renorm_clipping",
      "its schedule is a function, which JSON cannot hold",
    ],
    [
      "a schedule of all bounds",
      { renorm: true, renorm_clipping: () => ({}) },
      "renorm_clipping",
      "its schedule is a function, which JSON cannot hold",
    ],
    [
      "a function as initializer",
      { beta_initializer: () => 1 },
      "beta_initializer",
      "a function is written by its name only",
    ],
    [
      "a function as regularizer",
      { gamma_regularizer: () => 1 },
      "gamma_regularizer",
      "a function is written by its name only",
    ],
    [
      "a function as constraint",
      { gamma_constraint: (weight) => weight },
      "gamma_constraint",
      "a function is written by its name only",
    ],
  ])("%s is listed and warned of", (_, args, argument, reason) => {
    const layer = new BatchNormalization({ ...args, name: "bn" }, { onWarning: () => undefined });
    expect(layer.configOmissions).toEqual([{ argument, reason }]);
    expect(written({ ...args, name: "bn" }).warnings).toEqual([
      {
        code: "config-omission",
        message: `${argument} is not in the configuration of bn: ${reason}.`,
      },
    ]);
  });

  it("leaves the bounds that are numbers", () => {
    const renorm_clipping = { rmax: 3, dmax: (step: number): number => step };
    expect(written({ renorm: true, renorm_clipping }).config["renorm_clipping"]).toEqual({
      rmax: 3,
    });
  });

  it("is a function's body: its name is written", () => {
    const halves = (): number => 0.5;
    expect(written({ gamma_initializer: halves }).config["gamma_initializer"]).toBe("halves");
  });

  it("is nothing for a layer that left fused undecided", () => {
    expect(new BatchNormalization({ fused: null }).configOmissions).toEqual([]);
  });
});

describe("the axis in the configuration of a built layer", () => {
  it("is the resolved list, but with ghost batches stays as it was given, so that it builds again", () => {
    const plain = new BatchNormalization({ axis: -1 });
    const ghosts = new BatchNormalization({ axis: -1, virtual_batch_size: 2 });
    for (const layer of [plain, ghosts]) layer.build([4, 3]);
    expect([plain.getConfig()["axis"], ghosts.getConfig()["axis"]]).toEqual([[1], -1]);
    const again = BatchNormalization.fromConfig(ghosts.getConfig());
    again.build([4, 3]);
    expect(again.countParams()).toBe(ghosts.countParams());
    expect(again.axis).toEqual([1]);
  });
});

describe("the objects in a configuration", () => {
  const args: BatchNormArguments = {
    gamma_initializer: "he_normal",
    gamma_regularizer: "l2",
    beta_constraint: "non_neg",
    beta_initializer: null,
  };

  it("have module and registered_name in the latest version", () => {
    expect(written(args).config).toMatchObject({
      gamma_initializer: {
        module: "keras.initializers",
        class_name: "HeNormal",
        config: { seed: null },
        registered_name: null,
      },
      gamma_regularizer: {
        module: "keras.regularizers",
        class_name: "L2",
        config: { l2: 0.009999999776482582 },
        registered_name: null,
      },
      beta_constraint: {
        module: "keras.constraints",
        class_name: "NonNeg",
        config: {},
        registered_name: null,
      },
      beta_initializer: null,
    });
  });

  it("have class and config only before, where l2 is an L1L2 up to 2.1 and zeros has a dtype in 1.15", () => {
    expect(written(args, "tf-2.3-v2").config["gamma_regularizer"]).toEqual({
      class_name: "L2",
      config: { l2: 0.009999999776482582 },
    });
    expect(written(args, "tf-2.1-v1").config["gamma_regularizer"]).toEqual({
      class_name: "L1L2",
      config: { l1: 0, l2: 0.009999999776482582 },
    });
    expect(written({}, "tf-1.15-v2").config["beta_initializer"]).toEqual({
      class_name: "Zeros",
      config: { dtype: "float32" },
    });
    expect(written(args, "tf-1.4").config["gamma_initializer"]).toMatchObject({
      class_name: "VarianceScaling",
      config: { scale: 2, mode: "fan_in" },
    });
  });
});

describe("a dtype that Keras writes as a policy", () => {
  it.each([
    ["float64", "float64"],
    ["float16", "float16"],
    ["mixed_float16", "float16"],
  ])("%s is read as %s", (name, dtype) => {
    const policy = { module: "keras.mixed_precision", class_name: "Policy", config: { name } };
    expect(BatchNormalization.fromConfig({ dtype: policy }).dtype).toBe(dtype);
  });
});
