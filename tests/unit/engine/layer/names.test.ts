import { describe, expect, it } from "vitest";
import { BatchNormalization, NameScope } from "@/engine";
import { profiles } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";

const ids = Object.keys(profiles) as ProfileId[];
const isLegacy = (id: ProfileId): boolean => id === "tf-1.4" || id === "tf-2.3-layers";

const namesIn = (legacy: boolean, given: readonly (string | null)[]): string[][] => {
  const names = new NameScope();
  const profile = legacy ? "tf-1.4" : "keras-2-v2";
  return given.map((name) => {
    const layer = new BatchNormalization({ name }, { profile, names });
    layer.build([null, 1]);
    return [layer.name, layer.weights[0]!.name.replace(/\/gamma$/, "")];
  });
};

describe("the names of layers that share a scope", () => {
  it("count from no number at all", () => {
    expect(namesIn(false, [null, null, null])).toEqual([
      ["batch_normalization", "batch_normalization"],
      ["batch_normalization_1", "batch_normalization_1"],
      ["batch_normalization_2", "batch_normalization_2"],
    ]);
  });

  it("given by hand are kept as they are, also twice, and not counted", () => {
    expect(namesIn(false, ["bn", null, "bn", null])).toEqual([
      ["bn", "bn"],
      ["batch_normalization", "batch_normalization"],
      ["bn", "bn"],
      ["batch_normalization_1", "batch_normalization_1"],
    ]);
  });

  it("count from 1 in legacy layers, whose variables lie in a scope that counts from none", () => {
    expect(namesIn(true, [null, null])).toEqual([
      ["batch_normalization_1", "batch_normalization"],
      ["batch_normalization_2", "batch_normalization_1"],
    ]);
  });

  it("given by hand to legacy layers set the variables of the second apart", () => {
    expect(namesIn(true, ["my", "my", null])).toEqual([
      ["my", "my"],
      ["my", "my_1"],
      ["batch_normalization_1", "batch_normalization"],
    ]);
  });

  it("may be names every object inherits", () => {
    expect(namesIn(true, ["constructor", "constructor", "__proto__"])).toEqual([
      ["constructor", "constructor"],
      ["constructor", "constructor_1"],
      ["__proto__", "__proto__"],
    ]);
  });
});

describe.each(ids)("an unnamed layer of %s", (profile) => {
  it("and its weights are named as that version does, alone and after another", () => {
    const names = new NameScope();
    const layers = [1, 2].map(() => new BatchNormalization({ scale: false }, { profile, names }));
    for (const layer of layers) layer.build([null, 1]);
    const legacy = isLegacy(profile);
    expect(layers.map((layer) => layer.name)).toEqual(
      legacy
        ? ["batch_normalization_1", "batch_normalization_2"]
        : ["batch_normalization", "batch_normalization_1"],
    );
    expect(layers.map((layer) => layer.weights.map(({ name }) => name))).toEqual(
      ["batch_normalization", "batch_normalization_1"].map((prefix) => [
        `${prefix}/beta`,
        `${prefix}/moving_mean`,
        `${prefix}/moving_variance`,
      ]),
    );
  });

  it("without a scope always gets the first name", () => {
    const names = [1, 2].map(() => new BatchNormalization({}, { profile }).name);
    expect(new Set(names).size).toBe(1);
  });
});
