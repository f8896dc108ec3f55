import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleInLinks } from "@/components/state/argument-text";
import {
  decode,
  encode,
  fitted,
  linkedArgs,
  queryOf,
  unknownKeyWarnings,
} from "@/components/state/url-codec";
import { defaultExperiment, experimentArg, experimentArgs } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/constant";
import { seeded } from "../../engine/support/arbitraries";
import { anyExperiment, anyPatch } from "../support/experiments";

const textsOf = (query: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(query));
const changed = (patch: Partial<Experiment>): Experiment => ({ ...defaultExperiment, ...patch });
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe("the keys of a link", () => {
  it("are different for every argument, and are the documented names", () => {
    const keys = experimentArgs.map((spec) => spec.urlKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(experimentArgs.map((spec) => spec.name));
  });

  it("need no escaping", () => {
    for (const { urlKey } of experimentArgs) expect(urlKey).toMatch(/^[a-z_]+$/);
  });
});

describe("an experiment written into a link", () => {
  it("reads back equal and without warnings (500 experiments)", () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        expect(decode(encode(experiment))).toEqual({ experiment, warnings: [] });
      }),
      seeded(500),
    );
  });

  it("reads back equal from the query as a browser parses it (500 experiments)", () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        expect(decode(textsOf(queryOf(experiment)))).toEqual({ experiment, warnings: [] });
      }),
      seeded(500),
    );
  });

  it("writes an argument exactly when it differs from its default (500 experiments)", () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const differing = experimentArgs.filter(
          ({ name }) => !isSame(experiment[name], defaultExperiment[name]),
        );
        expect(Object.keys(textsOf(queryOf(experiment)))).toEqual(
          differing.map((spec) => spec.urlKey),
        );
      }),
      seeded(500),
    );
  });

  it("is the same query for equal experiments, another for different ones (500 pairs)", () => {
    fc.assert(
      fc.property(anyExperiment, anyPatch, (experiment, { name, value }) => {
        const other = fitted({ ...structuredClone(experiment), [name]: value });
        expect(queryOf(structuredClone(experiment))).toBe(queryOf(experiment));
        expect(queryOf(other) === queryOf(experiment)).toBe(isSame(other, experiment));
      }),
      seeded(500),
    );
  });

  it("is an empty query by default, every key of it null", () => {
    expect(queryOf(defaultExperiment)).toBe("");
    expect(encode(defaultExperiment)).toEqual(
      Object.fromEntries(experimentArgs.map((spec) => [spec.urlKey, null])),
    );
  });

  it("writes in the order of the arguments, lists with commas, constants as their number", () => {
    const experiment = changed({
      gamma_initializer: "zeros",
      moving_mean_initializer: constant(-2.5),
      trainable: false,
      means: [1, -1e21],
      data: "heavy-tail",
      own: "z-a b&c",
    });
    expect(queryOf(experiment)).toBe(
      "?data=heavy-tail&own=z-a+b%26c&means=1%2C-1e%2B21&moving_mean_initializer=-2.5" +
        "&gamma_initializer=zeros&trainable=false",
    );
  });

  it("keeps a constant of 0 apart from zeros, and an empty own apart from none", () => {
    expect(queryOf(changed({ beta_initializer: constant(0) }))).toBe("?beta_initializer=0");
    expect(queryOf(changed({ own: "" }))).toBe("?own=");
  });
});

describe("a link without some keys", () => {
  it("means the defaults", () => {
    expect(decode({})).toEqual({ experiment: defaultExperiment, warnings: [] });
    expect(decode({ momentum: null, step: null, own: null })).toEqual({
      experiment: defaultExperiment,
      warnings: [],
    });
  });

  it("ignores keys it does not know", () => {
    expect(decode({ utm_source: "mail", colour: "red" }).experiment).toEqual(defaultExperiment);
  });
});

describe("the chosen step", () => {
  it("is brought into the run with a whole warning when both are given", () => {
    expect(decode({ steps: "20", step: "30" })).toEqual({
      experiment: changed({ steps: 20, step: 20 }),
      warnings: ["step must be at most steps, 20. Received: step=30. Using 20 instead."],
    });
  });

  it("is brought into the default run, too", () => {
    expect(decode({ step: "201" })).toEqual({
      experiment: changed({ step: 200 }),
      warnings: ["step must be at most steps, 200. Received: step=201. Using 200 instead."],
    });
  });

  it("follows a short run silently when the link does not name it", () => {
    expect(decode({ steps: "20" })).toEqual({
      experiment: changed({ steps: 20, step: 20 }),
      warnings: [],
    });
  });

  it("may be the last step", () => {
    expect(decode({ steps: "20", step: "20" }).warnings).toEqual([]);
  });

  it("is fitted by `fitted`, which leaves a fitting experiment as it is", () => {
    expect(fitted(changed({ steps: 10, step: 50 }))).toEqual(changed({ steps: 10, step: 10 }));
    const fitting = changed({ steps: 50, step: 50 });
    expect(fitted(fitting)).toBe(fitting);
  });
});

describe("keys this site does not know", () => {
  it("are named in a whole warning, each once and in order", () => {
    expect(unknownKeyWarnings(["momentum", "colour", "mode", "colour"])).toEqual([
      'The link holds "colour", which is not an argument of this figure. It is ignored.',
      'The link holds "mode", which is not an argument of this figure. It is ignored.',
    ]);
  });

  it("are let pass when they are campaign marks", () => {
    const marks = ["utm_source", "utm_campaign", "fbclid", "gclid", "ref"];
    expect(unknownKeyWarnings(marks)).toEqual([]);
  });

  it("are not let pass when they only begin like one", () => {
    expect(unknownKeyWarnings(["reference", "gclid2", "my_utm_x"])).toHaveLength(3);
  });

  it("are those of arguments too that a figure has no control for, but for the step", () => {
    expect(unknownKeyWarnings(["renorm", "momentum", "step"], linkedArgs(["momentum"]))).toEqual([
      'The link holds "renorm", which is not an argument of this figure. It is ignored.',
    ]);
  });

  it("are never the keys of the arguments", () => {
    expect(unknownKeyWarnings(experimentArgs.map((spec) => spec.urlKey))).toEqual([]);
  });
});

describe("the rule a link's value obeys", () => {
  it.each([
    ["momentum", "a number from 0 to 1"],
    ["batch_size", "an integer from 1 to 4096"],
    ["center", "true or false"],
    ["dtype", "float16, float32 or float64"],
    ["virtual_batch_size", "an integer from 1 to 4096, or none"],
    ["fused", "true, false or null"],
    [
      "renorm_clipping",
      "finite numbers or schedules of value@step as in rmin:0.5,rmax:1@1~3@100,dmax:5, or none",
    ],
    [
      "adjustment",
      "two spreads of at least 0 as in scale:0.07,bias:0.1, which per:example draws for examples instead of features, or none",
    ],
    [
      "beta_initializer",
      "a number, zeros, ones, constant, random_normal, random_uniform, truncated_normal, variance_scaling, orthogonal, identity, glorot_normal, glorot_uniform, lecun_normal, lecun_uniform, he_normal, he_uniform or none, with parameters as in random_normal(mean:0,stddev:0.05,seed:null)",
    ],
    [
      "beta_regularizer",
      "l1, l2, L1L2, l1_l2, orthogonal_regularizer or none, with parameters as in L1L2(l1:0,l2:0)",
    ],
    [
      "beta_constraint",
      "max_norm, non_neg, unit_norm, min_max_norm, radial_constraint or none, with parameters as in max_norm(max_value:2,axis:0)",
    ],
  ] as const)("of %s is %s", (name, rule) => {
    expect(ruleInLinks(experimentArg(name))).toBe(rule);
  });

  it("gives examples that keep it", () => {
    for (const [name, example] of [
      ["renorm_clipping", "rmin:0.5,rmax:1@1~3@100,dmax:5"],
      ["adjustment", "scale:0.07,bias:0.1"],
      ["beta_initializer", "random_normal(mean:0,stddev:0.05,seed:null)"],
      ["beta_regularizer", "L1L2(l1:0,l2:0)"],
      ["beta_constraint", "max_norm(max_value:2,axis:0)"],
    ] as const) {
      expect(ruleInLinks(experimentArg(name))).toContain(example);
      expect(decode({ [name]: example }).warnings).toEqual([]);
    }
  });
});
