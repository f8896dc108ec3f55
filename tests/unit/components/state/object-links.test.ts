import { describe, expect, it } from "vitest";
import { decode, queryOf } from "@/components/state/url-codec";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/constant";

const linkOf = (patch: Partial<Experiment>): string =>
  decodeURIComponent(queryOf({ ...defaultExperiment, ...patch }));

const read = (name: ExperimentArgName, text: string): unknown => {
  const { experiment, warnings } = decode({ [name]: text });
  expect(warnings).toEqual([]);
  return experiment[name];
};

const rewritten = (name: ExperimentArgName, text: string): string =>
  linkOf(decode({ [name]: text }).experiment);

describe("an object in a link", () => {
  it.each([
    ["random_normal", "random_normal"],
    ["random_normal(stddev:0.2)", { class_name: "RandomNormal", config: { stddev: 0.2 } }],
    [
      "random_normal(seed:3,mean:-1)",
      { class_name: "RandomNormal", config: { mean: -1, seed: 3 } },
    ],
    ["random_normal(mean:0, stddev:0.05, seed:null)", "random_normal"],
    [
      "variance_scaling(mode:fan_out,distribution:uniform)",
      { class_name: "VarianceScaling", config: { mode: "fan_out", distribution: "uniform" } },
    ],
    ["he_normal(seed:0)", { class_name: "HeNormal", config: { seed: 0 } }],
    ["constant(value:1 2 3)", { class_name: "Constant", config: { value: [1, 2, 3] } }],
    ["1e3", constant(1000)],
    ["none", null],
  ])("is, as an initializer %s, %j", (text, value) => {
    expect(read("gamma_initializer", text)).toEqual(value);
  });

  it.each([
    ["l2(l2:0.1)", { class_name: "L2", config: { l2: 0.1 } }],
    ["L1L2(l1:0.1)", { class_name: "L1L2", config: { l1: 0.1 } }],
    ["l1_l2(l1:0.1)", { class_name: "l1_l2", config: { l1: 0.1 } }],
    [
      "orthogonal_regularizer(mode:columns)",
      { class_name: "OrthogonalRegularizer", config: { mode: "columns" } },
    ],
  ])("is, as a regularizer %s, %j", (text, value) => {
    expect(read("gamma_regularizer", text)).toEqual(value);
    expect(rewritten("gamma_regularizer", text)).toBe(`?gamma_regularizer=${text}`);
  });

  it.each([
    ["max_norm(max_value:3)", { class_name: "MaxNorm", config: { max_value: 3 } }],
    ["max_norm(axis:0 1)", { class_name: "MaxNorm", config: { axis: [0, 1] } }],
    [
      "min_max_norm(rate:0.5,axis:-1)",
      { class_name: "MinMaxNorm", config: { rate: 0.5, axis: -1 } },
    ],
  ])("is, as a constraint %s, %j", (text, value) => {
    expect(read("gamma_constraint", text)).toEqual(value);
  });

  it("leaves out what is at its default, and has one order", () => {
    expect(rewritten("beta_initializer", "normal(seed:3,stddev:0.2,mean:0)")).toBe(
      "?beta_initializer=random_normal(stddev:0.2,seed:3)",
    );
    expect(rewritten("beta_regularizer", "l2(l2:0.01)")).toBe("?beta_regularizer=l2");
    expect(rewritten("beta_initializer", "constant(value:2)")).toBe("?beta_initializer=2");
    expect(rewritten("beta_initializer", "Zeros")).toBe("");
    expect(rewritten("beta_constraint", "none")).toBe("");
  });

  it("is written the same in whichever form an experiment holds it", () => {
    for (const same of [
      "l2",
      "L2",
      { class_name: "L2" },
      { class_name: "L2", config: { l2: 0.01 } },
    ]) {
      expect(linkOf({ gamma_regularizer: same })).toBe("?gamma_regularizer=l2");
    }
    expect(linkOf({ gamma_initializer: { class_name: "Ones", config: {} } })).toBe("");
    expect(linkOf({ renorm_clipping: {} })).toBe("");
    expect(
      linkOf({
        renorm_clipping: {
          rmax: [
            [0, 1],
            [50, 2.5],
          ],
          dmax: 0,
        },
      }),
    ).toBe("?renorm_clipping=rmax:1@0~2.5@50,dmax:0");
    expect(linkOf({ renorm_clipping: { dmax: 5, rmin: 0.5 } })).toBe(
      "?renorm_clipping=rmin:0.5,dmax:5",
    );
  });

  it("is none where null is not the default", () => {
    expect(linkOf({ gamma_initializer: null })).toBe("?gamma_initializer=none");
  });
});

describe("a parameter in a link that is wrong", () => {
  it.each([
    ["gamma_initializer", "random_normal(stddev:wide)", "random_normal with a finite stddev"],
    ["gamma_initializer", "random_normal(stddev:)", "random_normal with a finite stddev"],
    ["gamma_initializer", "random_normal(stddev:1e999)", "random_normal with a finite stddev"],
    ["gamma_initializer", "random_normal(stddev:null)", "random_normal with a finite stddev"],
    [
      "gamma_initializer",
      "random_normal(seed:1.5)",
      "random_normal with a seed that is an int or null",
    ],
    ["gamma_initializer", "variance_scaling(scale:0)", "variance_scaling with a scale above 0"],
    [
      "gamma_initializer",
      "variance_scaling(mode:fan)",
      'variance_scaling with a mode that is "fan_in", "fan_out" or "fan_avg"',
    ],
    [
      "gamma_initializer",
      "constant(value:1  2)",
      "constant with a value that is a finite number or nested lists of them",
    ],
    ["gamma_initializer", "ones(value:1)", "ones without parameters"],
    ["gamma_initializer", "ones()", "ones without parameters"],
    ["gamma_regularizer", "l2(l2:NaN)", "l2 with a finite l2"],
    ["gamma_regularizer", "l2(l2:null)", "l2 with a finite l2"],
    [
      "gamma_constraint",
      "unit_norm(axis:0.5)",
      "unit_norm with an axis that is an int or a list of ints",
    ],
  ] as const)("is named: %s=%s must be %s", (name, text, rule) => {
    expect(decode({ [name]: text })).toEqual({
      experiment: defaultExperiment,
      warnings: [
        `${name} must be ${rule}. Received: ${name}=${JSON.stringify(text)}. Using ${
          name === "gamma_initializer" ? "ones" : "none"
        } instead.`,
      ],
    });
  });

  it.each([
    "l2()",
    "l2(l2)",
    "l2(0.1)",
    "l2(l1:0.1)",
    "l2(l:0.1)",
    "l2(l2:0.1,l2:0.1)",
    "l2(l2:0.1,)",
    "l2(l2:0.1:2)",
    "l2(l2=0.1)",
    "l2(__proto__:1)",
    "l2(constructor:1)",
    "l2(l2:0.1)(l2:0.1)",
  ])("is no parameter at all: %s", (text) => {
    expect(decode({ gamma_regularizer: text })).toEqual({
      experiment: defaultExperiment,
      warnings: [
        `gamma_regularizer must be l2 with parameters, each once, as in l2(l2:0.01). Received: gamma_regularizer=${JSON.stringify(text)}. Using none instead.`,
      ],
    });
  });
});
