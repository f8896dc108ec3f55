import { describe, expect, it, vi } from "vitest";
import { BatchNormalization, sgd } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import type * as Layers from "@/engine/layer/batch-normalization";
import { trainingRun } from "@/engine/training/training-run";
import { backend } from "../../../support/backend";

const source = syntheticSource(
  { kind: "gaussian", means: [0], deviations: [1], driftPerStep: 0, degreesOfFreedom: 3 },
  4,
  1,
);

it("a layer is on the reference backend unless it is given another", async () => {
  const path = "@/engine/layer/batch-normalization";
  const { BatchNormalization: Layer } = await vi.importActual<typeof Layers>(path);
  expect(new Layer().backend).toBe("reference");
  expect(new Layer({}, { backend: "wasm" }).backend).toBe("wasm");
});

describe(`in the tests on the ${backend} backend`, () => {
  it.each([
    ["a layer", new BatchNormalization()],
    ["a layer made from a configuration", BatchNormalization.fromConfig({})],
  ])("%s is on it", (_, layer) => {
    expect(layer.backend).toBe(backend);
  });

  it("the layer of a training run is on it", () => {
    const seen: string[] = [];
    trainingRun({}, source, 1, {
      optimizer: {
        ...sgd(),
        step: (layer) => {
          seen.push(layer.backend);
          return [];
        },
      },
    });
    expect(seen).toEqual([backend]);
  });

  it.each(["float16", "float64"] as const)("a %s layer is on the reference backend", (dtype) => {
    expect(new BatchNormalization({ dtype }).backend).toBe("reference");
  });
});
