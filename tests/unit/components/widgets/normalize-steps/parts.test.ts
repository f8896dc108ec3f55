import { describe, expect, it } from "vitest";
import { parts } from "@/components/widgets/normalize-steps/parts";
import { warningsFor } from "@/components/widgets/normalize-steps/warnings";
import { startOf } from "@/engine/spec/experiment";
import { ran } from "./support";

it("the poster says and draws what a fresh run does", () => {
  const kept = parts.model(startOf(parts.widget), parts.poster);
  const fresh = ran().model;
  expect(kept.sentences).toEqual(fresh.sentences);
  expect(kept.grid).toEqual(fresh.grid);
});

describe("the warnings", () => {
  const warned = (query: string): readonly string[] => {
    const { experiment, model } = ran(query);
    return warningsFor(experiment, model);
  };

  it("are none at the start, and for what the run has", () => {
    expect(warned("")).toEqual([]);
    expect(warned("example=5&edits=60.5.3:1&stage=renorm&renorm=true")).toEqual([]);
  });

  it("name an example beyond the batch", () => {
    expect(warned("example=6")).toEqual([
      "example must be an integer from 0 to 5 for this batch. Received: example=6. Using 5 instead.",
    ]);
  });

  it("name a stage that is off, and why", () => {
    expect(warned("stage=renorm")).toEqual([
      "stage must be one of inputs, mean, variance, normalized, output while renorm is off. Received: stage=renorm. Using normalized instead.",
    ]);
    expect(warned("stage=adjustment&adjustment=scale:0.1,bias:0&trainable=false")).toEqual([
      "stage must be one of inputs, mean, variance, normalized, output while the layer is frozen. Received: stage=adjustment. Using normalized instead.",
    ]);
  });

  it("name edits of cells that the run does not have", () => {
    expect(warned("padding=2&edits=50.0.0:1,50.4.0:2,50.0.4:3,61.0.0:4")).toEqual([
      "edits must be of cells that the run has: steps 1 to 60, examples 0 to 3, channels 0 to 3. Received: edits=50.0.4:3,50.4.0:2,61.0.0:4. Without effect.",
    ]);
    expect(warned("padding=6&edits=50.0.0:1")).toEqual([
      "edits must be of examples that are no padding, and this run has none. Received: edits=50.0.0:1. Without effect.",
    ]);
  });
});
