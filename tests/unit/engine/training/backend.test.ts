import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { trainingRun } from "@/engine/training/training-run";
import { backend } from "../../../support/backend";

const source = syntheticSource(
  { kind: "gaussian", means: [0], deviations: [1], driftPerStep: 0, degreesOfFreedom: 3 },
  4,
  1,
);

describe(`in the tests on the ${backend} backend`, () => {
  it.each([
    ["a layer", new BatchNormalization()],
    ["a layer made from a configuration", BatchNormalization.fromConfig({})],
  ])("%s is on it", (_, layer) => {
    expect(layer.backend).toBe(backend);
  });

  it("the layer of a training run is on it", () => {
    const seen: string[] = [];
    trainingRun({}, source, 1, { optimizer: { step: (layer) => void seen.push(layer.backend) } });
    expect(seen).toEqual([backend]);
  });

  it.each(["float16", "float64"] as const)("a %s layer is on the reference backend", (dtype) => {
    expect(new BatchNormalization({ dtype }).backend).toBe("reference");
  });
});
