import { expect, it } from "vitest";
import { defaultProfile, isProfileId, profiles } from "@/engine/spec/profiles";
import type { ProfileSwitches } from "@/engine/spec/profiles";

it("the default profile is the layer of the latest Keras 2", () => {
  expect(defaultProfile).toBe("keras-2-v2");
  expect(profiles[defaultProfile]).toMatchObject({
    frozenMeansInference: true,
    fusedAxes: { 4: [1, 3], 5: [1, 4] },
  });
});

it("only listed profiles are profiles", () => {
  expect(Object.keys(profiles).map(isProfileId)).not.toContain(false);
  expect(["", "keras-3", "toString", "__proto__"].map(isProfileId)).not.toContain(true);
});

it("a profile fuses only along axes that an input of that rank has", () => {
  const all: readonly ProfileSwitches[] = Object.values(profiles);
  for (const { fusedAxes } of all) {
    for (const [rank, axes] of Object.entries(fusedAxes)) {
      expect(axes.filter((axis) => axis < 1 || axis >= Number(rank))).toEqual([]);
    }
  }
});
