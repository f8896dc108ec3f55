import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { ProfileId } from "@/engine";
import { constructorArgs } from "@/engine/spec/batch-norm";
import type { ArgSpec } from "@/engine/spec/arg-spec";
import { profiles } from "@/engine/spec/profiles";
import { showValue } from "@/engine/spec/show-value";
import { backend } from "../../../support/backend";
import { refusedBy } from "../support/refused";
import type { Refused } from "../support/refused";
import { float64, weightOf } from "../support/tensors";

const from = (config: Parameters<typeof BatchNormalization.fromConfig>[0]): BatchNormalization =>
  BatchNormalization.fromConfig(config);
const specs: readonly ArgSpec[] = constructorArgs;

describe("the constructor", () => {
  it("without arguments takes every default", () => {
    const layer = new BatchNormalization();
    expect(layer).toMatchObject({
      name: "batch_normalization",
      axis: -1,
      trainable: true,
      profile: "keras-2-v2",
      backend,
    });
  });

  it("takes an undefined argument for one left out", () => {
    expect(from({ momentum: undefined, unheard_of: undefined }).getConfig()).toEqual(
      new BatchNormalization().getConfig(),
    );
  });

  const refused = specs.flatMap(({ name, invalid }) =>
    invalid.map(
      ({ value, message }) => [`${name}=${showValue(value)}`, name, value, message] as const,
    ),
  );
  it.each(refused)("refuses %s with the message of its spec", (_, name, value, message) => {
    expect(refusedBy(() => from({ [name]: value }))).toMatchObject({
      code: "argument",
      message,
    });
  });

  it("reports the first wrong argument in the order of the documents", () => {
    expect(refusedBy(() => from({ dtype: "int8", momentum: "x", scale: "x" }))).toEqual({
      code: "argument",
      kind: "TypeError",
      message: 'momentum must be a finite number. Received: momentum="x"',
    });
  });
});

describe("a keyword that is not documented", () => {
  it.each([
    ["decay", 0.9, "decay=0.9"],
    ["betaInitializer", "zeros", 'betaInitializer="zeros"'],
    ["toString", "x", 'toString="x"'],
  ])("such as %s is not understood", (name, value, received) => {
    expect(refusedBy(() => from({ [name]: value }))).toEqual({
      code: "argument-unknown",
      kind: "TypeError",
      message: `Keyword argument not understood: ${name}. Received: ${received}`,
    });
  });

  it("is reported before a wrong value", () => {
    expect(refusedBy(() => from({ momentum: "x", decay: 1 })).code).toBe("argument-unknown");
  });
});

describe("an argument that a version does not know", () => {
  it("is not understood: TensorFlow 1.4 has no adjustment", () => {
    const make = (): BatchNormalization =>
      new BatchNormalization({ adjustment: null }, { profile: "tf-1.4" });
    expect(refusedBy(make)).toEqual({
      code: "argument-unknown",
      kind: "TypeError",
      message: "Keyword argument not understood: adjustment. Received: adjustment=null",
    });
  });

  it("nor has it 16-bit layers or the RadialConstraint of 2.x", () => {
    const profile = "tf-1.4";
    expect(refusedBy(() => new BatchNormalization({ dtype: "float16" }, { profile }))).toEqual({
      code: "dtype-unsupported",
      kind: "ValueError",
      message:
        'dtype must be float32 or float64 in this version, which has no 16-bit layer. Received: dtype="float16"',
    });
    const radial = { gamma_constraint: "RadialConstraint" };
    const refused = refusedBy(() => new BatchNormalization(radial, { profile }));
    expect(refused).toMatchObject({ code: "argument", kind: "ValueError" });
    expect(refused.message).toMatch(/^Unknown constraint: gamma_constraint must be /);
    expect(() => new BatchNormalization(radial)).not.toThrow();
  });
});

describe("renorm_clipping", () => {
  const unknownKeys: Refused = {
    code: "renorm-clipping-keys",
    kind: "ValueError",
    message:
      "renorm_clipping must be a table with no keys but rmax, rmin, dmax. Received: renorm_clipping with the keys rmax, foo",
  };
  const odd = { rmax: 3, foo: 1 };

  it("with other keys is refused where renorm is on, and dropped where it is off", () => {
    expect(refusedBy(() => from({ renorm: true, renorm_clipping: odd }))).toEqual(unknownKeys);
    expect(from({ renorm: false, renorm_clipping: odd }).getConfig()).toEqual(
      new BatchNormalization().getConfig(),
    );
  });

  it.each([
    ["text", { dmax: "5" }, 'dmax="5"'],
    ["a list", { rmin: [0] }, "rmin=[0]"],
    ["NaN", { rmax: Number.NaN }, "rmax=NaN"],
  ])("whose bound is %s is refused where renorm is on, and dropped where it is off", (...given) => {
    const [, renorm_clipping, shown] = given;
    expect(refusedBy(() => from({ renorm: true, renorm_clipping }))).toEqual({
      code: "renorm-clipping-value",
      kind: "TypeError",
      message: `renorm_clipping must be a table of numbers, scalar tensors or functions of the step. Received: ${shown}`,
    });
    expect(() => from({ renorm_clipping })).not.toThrow();
  });

  it("is looked at after fused, as in TensorFlow", () => {
    const all = { renorm: true, renorm_clipping: odd, fused: true };
    expect(refusedBy(() => from(all)).code).toBe("fused-renorm");
  });
});

describe("a null initializer", () => {
  it("is glorot_uniform: within ±√(3/C) for C channels, the same for the same seed", () => {
    const betaOf = (seed: number): number[] => {
      const layer = new BatchNormalization({ beta_initializer: null }, { seed });
      layer.build([null, 300]);
      return weightOf(layer, "beta");
    };
    const beta = betaOf(1);
    expect(betaOf(1)).toEqual(beta);
    expect(betaOf(2)).not.toEqual(beta);
    expect(Math.max(...beta.map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(3 / 300));
    expect(Math.max(...beta.map(Math.abs))).toBeGreaterThan(0.09);
  });

  it("cannot start the moving deviation that renorm derives from the variance", () => {
    const layer = new BatchNormalization({ renorm: true, moving_variance_initializer: null });
    expect(refusedBy(() => layer.build([null, 3]))).toEqual({
      code: "renorm-variance-initializer",
      kind: "TypeError",
      message:
        "moving_variance_initializer must be an initializer where renorm is true. Received: moving_variance_initializer=null",
    });
    const older = new BatchNormalization(
      { renorm: true, moving_variance_initializer: null },
      { profile: "tf-1.14-v2" },
    );
    expect(() => older.build([null, 3])).not.toThrow();
  });
});

describe("a dtype of null", () => {
  it("is one left out: float32, and in the versions that adopt one nothing until the first inputs", () => {
    const dtypes = (profile: ProfileId): unknown[] => {
      const layer = BatchNormalization.fromConfig({ dtype: null }, { profile });
      return [layer.dtype, layer.getConfig()["dtype"]];
    };
    expect(dtypes("keras-2-v2")).toEqual(["float32", "float32"]);
    expect(dtypes("tf-1.15-v2")).toEqual(["float32", null]);
    const layer = new BatchNormalization({}, { profile: "tf-1.15-v2" });
    layer.call(float64([1, 1], [0]));
    expect(layer.getConfig()["dtype"]).toBe("float64");
  });
});

describe("a wrong type of axis in TensorFlow 1.4", () => {
  it("is noticed when the layer is built, not when it is made", () => {
    const layer = new BatchNormalization({ axis: "x" as never }, { profile: "tf-1.4" });
    expect(refusedBy(() => layer.build([2, 3]))).toEqual({
      code: "argument",
      kind: "TypeError",
      message: 'axis must be an int or a list of ints. Received: axis="x"',
    });
  });
});

describe("a tuple as axis", () => {
  const axis = { class_name: "__tuple__", items: [1, 2] } as never;

  it("is a list from 2.3 on", () => {
    for (const profile of ["tf-2.3-v1", "tf-2.3-v2", "keras-2-v2"] as const) {
      expect(new BatchNormalization({ axis }, { profile }).axis).toEqual([1, 2]);
    }
  });

  it.each(["tf-2.1-v1", "tf-1.15-v2", "tf-1.14-v2"] as const)("is a TypeError in %s", (profile) => {
    expect(refusedBy(() => new BatchNormalization({ axis }, { profile }))).toEqual({
      code: "argument",
      kind: "TypeError",
      message:
        'axis must be an int or a list of ints. Received: axis={"class_name":"__tuple__","items":[1,2]}',
    });
  });
});

describe("the profile", () => {
  it.each(["tf-0.1", "", "toString"])("%j is refused with the list of profiles", (profile) => {
    expect(refusedBy(() => new BatchNormalization({}, { profile: profile as never }))).toEqual({
      code: "profile",
      kind: "ValueError",
      message: `profile must be one of ${Object.keys(profiles).join(", ")}. Received: profile="${profile}"`,
    });
  });

  it.each(Object.keys(profiles) as ProfileId[])("can be %s", (profile) => {
    expect(new BatchNormalization({}, { profile }).profile).toBe(profile);
  });
});
