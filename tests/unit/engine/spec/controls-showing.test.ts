import { describe, expect, it } from "vitest";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { controlsShowing, experimentArgs } from "@/engine/spec/experiment";

describe("the controls that show an argument at work", () => {
  it.each([
    ["momentum", ["momentum"]],
    ["axis", ["shape", "data_format", "axis"]],
    ["mask", ["padding", "mask"]],
    ["renorm_clipping", ["renorm", "renorm_clipping"]],
    ["beta_regularizer", ["optimizer", "parameter", "center", "beta_regularizer"]],
    ["fused", ["profile", "shape", "fused"]],
    ["gamma_constraint", ["optimizer", "scale", "gamma_constraint"]],
    ["name", ["first_name", "name", "reuse"]],
    ["reuse", ["first_name", "name", "reuse"]],
    ["trainable", ["profile", "frozen_from", "trainable"]],
    ["inputs", ["data", "own", "batch_size"]],
    ["training", []],
    ["no argument", []],
  ])("of %s are %j", (argument, controls) => {
    expect(controlsShowing(argument)).toEqual(controls);
  });

  it("hold the argument itself wherever an experiment varies it", () => {
    const varied = new Set<string>(experimentArgs.map(({ name }) => name));
    for (const { name } of documentedArgs) {
      expect(controlsShowing(name).includes(name as never)).toBe(varied.has(name));
    }
  });
});
