import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ArgumentControl } from "@/components/controls/argument-control";
import { complementOf } from "@/components/controls/complement";
import { identifierOf, withConfig, written } from "@/components/controls/listed-object";
import { catalogues } from "@/engine/spec/catalogues";
import { constant } from "@/engine/spec/constant";
import { experimentArg, experimentArgs } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { defaultProfile } from "@/engine/spec/profiles";
import { fieldsIn } from "../support/markup";

const markupOf = (name: ExperimentArgName, value: Experiment[ExperimentArgName]): string =>
  renderToStaticMarkup(
    createElement(ArgumentControl, {
      spec: experimentArg(name),
      value,
      standard: experimentArg(name).default,
      standardName: "its default",
      whileInactive: null,
      profile: defaultProfile,
      onChange: () => undefined,
    }),
  );

/** Names and values of an argument's fields. */
const shown = (name: ExperimentArgName, value: Experiment[ExperimentArgName]): readonly string[] =>
  fieldsIn(markupOf(name, value)).map((field) => `${field.name} = ${field.value}`);

// The reader's own table is given in a dialog.
const drawn = experimentArgs.filter(({ name }) => name !== "own");

describe.each(drawn)("the control of $name", (spec) => {
  const markup = markupOf(spec.name, spec.default);

  it("has fields whose names begin with the argument's, each with an id of its own", () => {
    const fields = fieldsIn(markup);
    expect(fields.length).toBeGreaterThanOrEqual(1);
    for (const { name } of fields) expect(name.split(" ")[0]).toBe(spec.name);
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });

  it("is at its default, to which it cannot be set back", () => {
    expect(markup).not.toContain("back to its default");
  });
});

it.each([
  ["gamma_regularizer", "l2"],
  ["gamma_initializer", null],
  ["renorm_clipping", { dmax: 0 }],
  ["virtual_batch_size", 1],
  ["fused", false],
  ["adjustment", { scale: 0, bias: 0 }],
  ["edits", [{ step: 1, example: 0, channel: 0, value: 0 }]],
] as const)("%s can be set back to its default from %j", (name, value) => {
  expect(markupOf(name, value)).toContain(`aria-label="Set ${name} back to its default"`);
});

describe("the control of an object", () => {
  it("has one small field for each parameter, filled with its default", () => {
    expect(shown("gamma_initializer", "random_normal")).toEqual([
      "gamma_initializer = random_normal",
      "gamma_initializer mean = 0",
      "gamma_initializer stddev = 0.05",
      "gamma_initializer seed = ",
    ]);
    expect(shown("gamma_initializer", "ones")).toEqual(["gamma_initializer = ones"]);
    expect(shown("moving_mean_initializer", constant(2.5))).toEqual([
      "moving_mean_initializer = constant",
      "moving_mean_initializer value = 2.5",
    ]);
  });

  it("shows what was said, in numbers, lists and words", () => {
    const scaled = {
      class_name: "VarianceScaling",
      config: { scale: 2, mode: "fan_avg", seed: 3 },
    };
    expect(shown("beta_initializer", scaled)).toEqual([
      "beta_initializer = variance_scaling",
      "beta_initializer scale = 2",
      "beta_initializer mode = fan_avg",
      "beta_initializer distribution = truncated_normal",
      "beta_initializer seed = 3",
    ]);
    const limited = { class_name: "MaxNorm", config: { axis: [0, 1] } };
    expect(shown("beta_constraint", limited)).toEqual([
      "beta_constraint = max_norm",
      "beta_constraint max_value = 2",
      "beta_constraint axis = 0, 1",
    ]);
  });

  it("draws every class of the catalogue", () => {
    for (const listed of catalogues.initializer) {
      const names = Object.keys(listed.parameters);
      const fields = shown("gamma_initializer", written(withConfig(listed, {})));
      expect(fields[0]).toBe(`gamma_initializer = ${identifierOf(listed)}`);
      expect(fields).toHaveLength(1 + names.length);
    }
  });

  it("offers zeros, ones and constant first, and says what none means", () => {
    const options = [...markupOf("gamma_initializer", null).matchAll(/<option[^>]*>(.*?)</g)].map(
      ([, label]) => label,
    );
    expect(options.slice(0, 3)).toEqual(["zeros", "ones", "constant"]);
    expect(options.at(-1)).toBe("none (glorot_uniform)");
    expect(options).toHaveLength(catalogues.initializer.length + 1);
    expect(markupOf("gamma_constraint", null)).toMatch(
      /<option value="" selected="">none<\/option><option value="max_norm">/,
    );
  });
});

describe("the controls that can be empty", () => {
  it("show a count, or the whole batch at the end of the slider", () => {
    expect(shown("virtual_batch_size", 8)).toEqual([
      "virtual_batch_size slider = 8",
      "virtual_batch_size = 8",
    ]);
    expect(shown("virtual_batch_size", null)).toEqual([
      "virtual_batch_size slider = whole batch",
      "virtual_batch_size = ",
    ]);
    expect(shown("frozen_from", null)).toEqual(["frozen_from slider = never", "frozen_from = "]);
    expect(markupOf("virtual_batch_size", null)).toContain('aria-valuenow="11"');
    expect(markupOf("virtual_batch_size", 4096)).toContain('aria-valuenow="10"');
  });

  it("show the bounds of renorm that there are", () => {
    expect(shown("renorm_clipping", { rmax: 3 })).toEqual([
      "renorm_clipping rmin = ",
      "renorm_clipping rmax = 3",
      "renorm_clipping dmax = ",
    ]);
  });

  it("show the points of a bound that changes over the steps", () => {
    const points = [
      [25, 1],
      [200, 3],
    ] as const;
    expect(shown("renorm_clipping", { rmin: 0.5, rmax: points })).toEqual([
      "renorm_clipping rmin = 0.5",
      "renorm_clipping rmax step 1 = 25",
      "renorm_clipping rmax value 1 = 1",
      "renorm_clipping rmax step 2 = 200",
      "renorm_clipping rmax value 2 = 3",
      "renorm_clipping dmax = ",
    ]);
  });

  it("show an adjustment's spreads when there is one", () => {
    expect(shown("adjustment", null)).toEqual(["adjustment = false"]);
    expect(shown("adjustment", { scale: 0.07, bias: 2 })).toEqual([
      "adjustment = true",
      "adjustment scale slider = 0.07",
      "adjustment scale = 0.07",
      "adjustment bias slider = 2",
      "adjustment bias = 2",
      "adjustment per = feature",
    ]);
    expect(shown("adjustment", { scale: 0, bias: 2, per: "example" })).toContain(
      "adjustment per = example",
    );
  });

  it("show a text, and what stands for none", () => {
    expect(shown("name", "bn_1")).toEqual(["name = bn_1"]);
    expect(shown("name", null)).toEqual(["name = "]);
    expect(markupOf("name", null)).toContain('placeholder="null"');
    expect(markupOf("name", "")).toContain('placeholder="&quot;&quot;"');
  });

  it("show whether variables are found or made", () => {
    expect(shown("reuse", null)).toEqual(["reuse = null"]);
    expect(shown("reuse", "auto")).toEqual(["reuse = auto"]);
    const options = [...markupOf("reuse", true).matchAll(/<option[^>]*>(.*?)</g)];
    expect(options.map(([, label]) => label)).toEqual([
      "null",
      "true",
      "false",
      "auto (AUTO_REUSE)",
    ]);
  });

  it("show what is left to the layer", () => {
    expect(shown("fused", null)).toEqual(["fused = null"]);
    expect(markupOf("fused", null)).toContain(">auto (null)</option>");
    expect(shown("fused", false)).toEqual(["fused = false"]);
  });
});

describe("the control of momentum", () => {
  it.each([
    [0.99, "0.01"],
    [0.9, "0.1"],
    [0.9999, "0.0001"],
    [0, "1"],
    [1, "0"],
    [1 / 3, "0.666666666666667"],
  ])("shows %d as PyTorch writes it too: %s", (value, complement) => {
    expect(shown("momentum", value)).toContain(`momentum in PyTorch = ${complement}`);
  });

  it("reads either convention without dust", () => {
    for (const value of [0.01, 0.1, 0.001, 0.3, 0.05, 1e-12, 0, 1]) {
      expect(complementOf(complementOf(value))).toBe(value);
    }
  });

  it("is the only one with two conventions", () => {
    const others = experimentArgs.filter(({ name }) => name !== "momentum");
    for (const spec of others)
      expect(markupOf(spec.name, spec.default)).not.toContain("in PyTorch");
  });
});
