import { describe, expect, it } from "vitest";
import { defaultProfile, isProfileId, profiles, switchesOf } from "@/engine/spec/profiles";
import type { ProfileId, ProfileSwitches } from "@/engine/spec/profiles";

const ids = Object.keys(profiles) as ProfileId[];

/** The value of one switch in every profile, in the order of `ids`. */
const across = <K extends keyof ProfileSwitches>(name: K): ProfileSwitches[K][] =>
  ids.map((id) => switchesOf(id)[name]);
const where = (name: keyof ProfileSwitches, value: unknown): ProfileId[] =>
  ids.filter((_, i) => across(name)[i] === value);

it("there are ten profiles, oldest first", () => {
  expect(ids).toEqual([
    "tf-1.4",
    "tf-1.14-v1",
    "tf-1.14-v2",
    "tf-1.15-v2",
    "tf-2.1-v1",
    "tf-2.3-v1",
    "tf-2.3-v2",
    "tf-2.3-layers",
    "keras-2-v1",
    "keras-2-v2",
  ]);
  expect(new Set(across("summary")).size).toBe(10);
});

it("the default profile is the layer of the latest Keras 2", () => {
  expect(defaultProfile).toBe("keras-2-v2");
  expect(profiles[defaultProfile]).toMatchObject({
    frozenMeansInference: true,
    fusedAxes: { 4: [1, 3], 5: [1, 4] },
  });
});

it("only listed profiles are profiles", () => {
  expect(ids.map(isProfileId)).not.toContain(false);
  expect(["", "keras-3", "toString", "__proto__"].map(isProfileId)).not.toContain(true);
});

describe("the flavours", () => {
  const v2: ProfileId[] = ["tf-1.14-v2", "tf-1.15-v2", "tf-2.3-v2", "keras-2-v2"];
  const v1 = ids.filter((id) => !v2.includes(id));

  it("V2: fused=true binds, trainable=false means inference, and training is any integer", () => {
    expect(where("fusedIsBinding", true)).toEqual(v2);
    expect(where("frozenMeansInference", true)).toEqual(v2);
    expect(where("integerTraining", "any")).toEqual(v2);
  });

  it("V1: training is 0 or 1; in TensorFlow 1.4 no integer at all", () => {
    expect(where("integerTraining", "zero or one")).toEqual(v1.filter((id) => id !== "tf-1.4"));
    expect(where("integerTraining", "none")).toEqual(["tf-1.4"]);
  });
});

describe("what changed with the versions", () => {
  const upTo114: ProfileId[] = ["tf-1.4", "tf-1.14-v1", "tf-1.14-v2"];
  const keras2: ProfileId[] = ["keras-2-v1", "keras-2-v2"];
  const since23 = ids.slice(5);

  it("renorm is weighted up to 1.14", () => {
    expect(where("renorm", "weighted")).toEqual(upTo114);
  });

  it("the fused operation raises ε to 1.001e-5 in all but the latest", () => {
    expect(where("fusedEpsilonFloor", 1.001e-5)).toEqual(ids.slice(0, 8));
    expect(where("fusedEpsilonFloor", null)).toEqual(keras2);
  });

  it("16-bit arithmetic is 16-bit before 2.3, and there is none in 1.4", () => {
    expect(where("halfArithmetic", "none")).toEqual(["tf-1.4"]);
    expect(where("halfArithmetic", "float16")).toEqual(ids.slice(1, 5));
    expect(where("halfArithmetic", "float32")).toEqual(since23);
  });

  it("ghost batches divide inference, and tuples are no axis, in the older ones", () => {
    expect(where("ghostsDivideInference", false)).toEqual(keras2);
    expect(where("ghostsAllowUnknownDimensions", true)).toEqual(since23);
    expect(where("tupleAxis", true)).toEqual(since23);
  });

  it("a mask is an argument of the latest only, and TensorFlow 1.4 refuses it in another way", () => {
    expect(where("mask", "used")).toEqual(keras2);
    expect(where("mask", "unsupported")).toEqual(["tf-1.4"]);
  });

  it("TensorFlow 1.4 alone is special in six ways", () => {
    const alone = [
      ["regularizerForbidsFused", true],
      ["frozenStillUpdates", true],
      ["renormForbidsGhosts", true],
      ["axisCheckedAt", "build"],
      ["configHoldsExtensions", false],
      ["initializerDefaults", "core"],
    ] as const;
    for (const [name, value] of alone) expect(where(name, value), name).toEqual(["tf-1.4"]);
    const unknown = across("unknownArguments").map((names) => names.join());
    expect(unknown).toEqual(["adjustment,dynamic", ...new Array<string>(9).fill("")]);
  });

  it("names count from 1 in TensorFlow 1.4 and in tf.layers", () => {
    expect(where("legacyNames", true)).toEqual(["tf-1.4", "tf-2.3-layers"]);
  });

  it("1.14, 1.15 and tf.layers take the dtype of their first inputs", () => {
    expect(where("dtypeFromFirstInputs", true)).toEqual([
      "tf-1.14-v1",
      "tf-1.14-v2",
      "tf-1.15-v2",
      "tf-2.3-layers",
    ]);
  });
});

describe("the fused axes", () => {
  it("are axes that an input of that rank has, and never the batch's", () => {
    for (const fusedAxes of across("fusedAxes")) {
      for (const [rank, axes] of Object.entries(fusedAxes)) {
        expect(axes.filter((axis) => axis < 1 || axis >= Number(rank))).toEqual([]);
      }
    }
  });

  it("of rank 5, and the values 4 and -4, are there in Keras 2 only", () => {
    for (const id of ids) {
      const { fusedAxes, fusedAxisValues } = switchesOf(id);
      const latest = keras2Only(id);
      expect(fusedAxes, id).toEqual(latest ? { 4: [1, 3], 5: [1, 4] } : { 4: [1, 3] });
      expect(fusedAxisValues, id).toEqual(latest ? [-4, -3, -1, 1, 3, 4] : [-3, -1, 1, 3]);
    }
  });
});

function keras2Only(id: ProfileId): boolean {
  return id === "keras-2-v1" || id === "keras-2-v2";
}
