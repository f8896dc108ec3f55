import { describe, expect, it } from "vitest";
import { decode } from "@/components/state/url-codec";
import type { ExperimentArgName } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/constant";

describe("a value of a link that keeps its rule", () => {
  const accepted: readonly (readonly [ExperimentArgName, string, unknown])[] = [
    ["momentum", "0", 0],
    ["momentum", "1", 1],
    ["momentum", "+.5", 0.5],
    ["momentum", "9E-1", 0.9],
    ["epsilon", "1e-5", 1e-5],
    ["drift_per_step", "-10", -10],
    ["batch_size", "4096", 4096],
    ["batch_size", "4.0", 4],
    ["steps", "1e2", 100],
    ["seed", "4294967295", 4294967295],
    ["seed", "007", 7],
    ["means", "1,5", [1, 5]],
    ["means", " 1, 5 ", [1, 5]],
    ["means", "7", [7]],
    ["deviations", "0,1e6", [0, 1e6]],
    ["center", "false", false],
    ["trainable", "true", true],
    ["data", "heavy-tail", "heavy-tail"],
    ["dtype", "float64", "float64"],
    ["beta_initializer", "ones", "ones"],
    ["gamma_initializer", "2", constant(2)],
    ["moving_mean_initializer", "-1e-3", constant(-0.001)],
    ["moving_variance_initializer", "Zeros", "zeros"],
    ["moving_variance_initializer", "constant", constant(0)],
    ["moving_variance_initializer", "constant(value:2)", constant(2)],
    ["gamma_initializer", "none", null],
    ["gamma_regularizer", "l2", "l2"],
    ["gamma_regularizer", "none", null],
    ["beta_constraint", "NonNeg", "non_neg"],
    ["virtual_batch_size", "8", 8],
    ["virtual_batch_size", "none", null],
    ["fused", "true", true],
    ["fused", "false", false],
    ["fused", "null", null],
    ["renorm_clipping", "rmin:0.5,rmax:3,dmax:5", { rmin: 0.5, rmax: 3, dmax: 5 }],
    ["renorm_clipping", "dmax:0, rmin:.5", { rmin: 0.5, dmax: 0 }],
    ["renorm_clipping", "none", null],
    ["adjustment", "scale:0.07,bias:0.1", { scale: 0.07, bias: 0.1 }],
    ["adjustment", "bias:0,scale:1e-3", { scale: 0.001, bias: 0 }],
    ["adjustment", "scale:0.07,bias:0.1,per:example", { scale: 0.07, bias: 0.1, per: "example" }],
    ["adjustment", "per:feature,scale:0.07,bias:0.1", { scale: 0.07, bias: 0.1 }],
    ["adjustment", "none", null],
    ["edits", "none", []],
    ["edits", "50.2.0:99.5", [{ step: 50, example: 2, channel: 0, value: 99.5 }]],
    [
      "edits",
      "7.0.1:-1e3, 7.0.0:.5",
      [
        { step: 7, example: 0, channel: 0, value: 0.5 },
        { step: 7, example: 0, channel: 1, value: -1000 },
      ],
    ],
    ["stage", "variance", "variance"],
    ["axis", "1", 1],
    ["axis", "1,2", [1, 2]],
    ["axis", "-1, 0", [-1, 0]],
    ["axis", "7", 7],
    ["shape", "8,4", [8, 4]],
    ["shape", "2,3,3,3,2", [2, 3, 3, 3, 2]],
    ["data_format", "channels_first", "channels_first"],
    ["profile", "tf-1.4", "tf-1.4"],
    ["optimizer", "adam", "adam"],
  ];

  it.each(accepted)("%s=%s is read without a warning", (name, text, value) => {
    const { experiment, warnings } = decode({ [name]: text });
    expect(warnings).toEqual([]);
    expect(experiment[name]).toEqual(value);
  });
});
