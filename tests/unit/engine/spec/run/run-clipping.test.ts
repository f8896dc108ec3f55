import { describe, expect, it } from "vitest";
import { boundsAt } from "@/engine/layer/renorm-clipping";
import { defaultExperiment, layerConfigOf } from "@/engine/spec/experiment";
import { runClipping } from "@/engine/spec/run/run-clipping";
import { tensor } from "@/engine/tensor/tensor";

const rmax = [
  [1, 1],
  [101, 3],
] as const;

describe("the clipping of a run's layer", () => {
  it("has the bounds of a step of the run in the call that is made then", () => {
    const clipping = runClipping({ rmin: 0.5, rmax });
    expect(clipping).toEqual({
      rmin: 0.5,
      rmax: [
        [0, 1],
        [100, 3],
      ],
    });
    for (const [step, bound] of [
      [1, 1],
      [51, 2],
      [101, 3],
      [200, 3],
    ] as const) {
      expect(boundsAt(clipping, step - 1)).toEqual({ rmin: 0.5, rmax: bound });
    }
  });

  it("keeps what is no schedule as it is", () => {
    const made = (): { readonly rmax: number } => ({ rmax: 2 });
    expect(runClipping(null)).toBeNull();
    expect(runClipping(made)).toBe(made);
    const held = { rmin: null, rmax: tensor(3), dmax: made as never };
    expect(runClipping(held)).toEqual(held);
  });

  it("is what the arguments of an experiment become", () => {
    const { renorm_clipping } = layerConfigOf({ ...defaultExperiment, renorm_clipping: { rmax } });
    expect(renorm_clipping).toEqual(runClipping({ rmax }));
  });
});
