import { describe, expect, it } from "vitest";
import type { ArgSpec } from "@/engine/spec/arg-spec";
import {
  callArgs,
  constructorArgs,
  documentedArgs,
  functionalArgs,
} from "@/engine/spec/batch-norm";
import { experimentArgs } from "@/engine/spec/experiment";
import { runArgs } from "@/engine/spec/run/run-args";

const all: readonly ArgSpec[] = [...documentedArgs, ...runArgs];
const namesOf = (specs: readonly ArgSpec[]): string[] => specs.map((spec) => spec.name);

describe("the arguments of Batch Normalization", () => {
  it("are the constructor's, in the order of the documents and with TensorFlow's defaults", () => {
    expect(constructorArgs.map((spec) => [spec.name, spec.default])).toEqual([
      ["axis", -1],
      ["momentum", 0.99],
      ["epsilon", 0.001],
      ["center", true],
      ["scale", true],
      ["beta_initializer", "zeros"],
      ["gamma_initializer", "ones"],
      ["moving_mean_initializer", "zeros"],
      ["moving_variance_initializer", "ones"],
      ["beta_regularizer", null],
      ["gamma_regularizer", null],
      ["beta_constraint", null],
      ["gamma_constraint", null],
      ["renorm", false],
      ["renorm_clipping", null],
      ["renorm_momentum", 0.99],
      ["fused", null],
      ["trainable", true],
      ["virtual_batch_size", null],
      ["adjustment", null],
      ["name", null],
      ["dtype", "float32"],
    ]);
  });

  it("and the call's: inputs, training and mask, which are null", () => {
    expect(callArgs.map((spec) => [spec.name, spec.default])).toEqual([
      ["inputs", null],
      ["training", null],
      ["mask", null],
    ]);
  });

  it("and what only the function takes: reuse, which is null", () => {
    expect(functionalArgs.map((spec) => [spec.name, spec.default])).toEqual([["reuse", null]]);
  });

  it("say where they are given", () => {
    expect(new Set(constructorArgs.map((spec): string => spec.where))).toEqual(
      new Set(["constructor"]),
    );
    expect(new Set(callArgs.map((spec): string => spec.where))).toEqual(new Set(["call"]));
    expect(new Set(functionalArgs.map((spec): string => spec.where))).toEqual(
      new Set(["function"]),
    );
    expect(new Set(runArgs.map((spec): string => spec.where))).toEqual(new Set(["run"]));
  });
});

describe("the specs of all arguments and run settings", () => {
  it("have unique names, but that a run too has a mask", () => {
    for (const specs of [documentedArgs, runArgs, experimentArgs]) {
      expect(new Set(namesOf(specs)).size).toBe(specs.length);
    }
    const documented = new Set(namesOf(documentedArgs));
    expect(namesOf(runArgs).filter((name) => documented.has(name))).toEqual(["mask"]);
  });

  it("have URL keys that are unique in a link and need no escaping", () => {
    const keys = experimentArgs.map((spec) => spec.urlKey);
    expect(new Set(keys).size).toBe(keys.length);
    const every = all.map((spec) => spec.urlKey);
    expect(every.map(encodeURIComponent)).toEqual(every);
  });

  it("relate only to other arguments that exist, each once", () => {
    const names = new Set(namesOf(all));
    for (const spec of all) {
      const strangers = spec.related.filter((name) => !names.has(name) || name === spec.name);
      expect(strangers, spec.name).toEqual([]);
      expect(new Set(spec.related).size, spec.name).toBe(spec.related.length);
    }
  });

  it("are active only on values that the other argument can hold", () => {
    const conditions = all.flatMap(({ name, activeWhen }) =>
      activeWhen === undefined ? [] : [{ name, ...activeWhen }],
    );
    expect(conditions.length).toBeGreaterThan(0);
    for (const { name, argument, is } of conditions) {
      const other = all.find((spec) => spec.name === argument);
      if (typeof is === "boolean") {
        expect(other?.kind, name).toBe("boolean");
      } else if (is === "given") {
        expect(other?.default, name).toBeNull();
      } else {
        const options = other?.kind === "choice" ? other.options.map(({ value }) => value) : [];
        expect(options, name).toEqual(expect.arrayContaining([...is]));
      }
    }
  });

  it("are idle only with a value that the other argument accepts", () => {
    const conditions = all.flatMap(({ name, idleWhile }) =>
      idleWhile === undefined ? [] : [{ name, ...idleWhile }],
    );
    expect(conditions.length).toBeGreaterThan(0);
    for (const { name, argument, is } of conditions) {
      const other = all.find((spec) => spec.name === argument);
      expect(other?.valid, name).toContain(is);
    }
  });

  it("are summed up in sentences", () => {
    for (const { name, summary } of all) expect(summary, name).toMatch(/^[A-Z].*\.$/s);
  });
});

describe("a choice", () => {
  const choices = all.filter((spec) => spec.kind === "choice");

  it("offers its default, each option once, and names every option in its rule", () => {
    expect(choices.map((spec) => spec.name)).toEqual([
      "dtype",
      "data",
      "missing",
      "order",
      "stage",
      "profile",
      "optimizer",
      "parameter",
      "data_format",
      "updates_of",
    ]);
    for (const { name, options, default: standard, rule } of choices) {
      const values = options.map(({ value }) => value);
      expect(values, name).toContain(standard);
      expect(new Set(values).size, name).toBe(values.length);
      expect(rule.replace(/^one of /, "").split(/, | or /), name).toEqual(values);
    }
  });
});
