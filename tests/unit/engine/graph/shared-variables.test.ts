import { describe, expect, it } from "vitest";
import { tableSource } from "@/engine/data/table-source";
import { sharedVariables } from "@/engine/graph/shared-variables";
import type { SharedVariablesSettings } from "@/engine/graph/shared-variables";
import type { CallSettings } from "@/engine/graph/two-calls";
import type { SharedTraining, SharedVariables } from "@/engine/types/shared-variables";
import type { Table } from "@/engine/types/table";

const table: Table = {
  columns: ["a", "b"],
  rowCount: 12,
  values: Float64Array.from({ length: 24 }, (_, i) => 5 + Math.sin(i) * 3 + (i % 2) * 10),
};
const source = tableSource(table, 4, 3);
const plain: CallSettings = { name: null, reuse: null, scope: null, scopeReuse: null };

function result(
  first: Partial<CallSettings> = {},
  second: Partial<CallSettings> = {},
  more: Partial<SharedVariablesSettings> = {},
): SharedVariables {
  return sharedVariables(source, {
    first: { ...plain, ...first },
    second: { ...plain, ...second },
    momentum: 0.75,
    steps: 6,
    learningRate: 0.1,
    runsUpdatesOfBoth: false,
    ...more,
  });
}

const names = ({ graph }: SharedVariables): readonly string[] =>
  graph.variables.map(({ name }) => name);
const used = ({ calls, graph }: SharedVariables, call: number): readonly string[] =>
  calls[call]!.variables.map((place) => graph.variables[place]!.name);
const four = (scope: string): readonly string[] =>
  ["gamma", "beta", "moving_mean", "moving_variance"].map((name) => `${scope}/${name}`);
const trainingOf = ({ training }: SharedVariables): SharedTraining => {
  if (training === null) throw new Error("refused");
  return training;
};
const valuesOf = (made: SharedVariables, name: string): Float64Array =>
  trainingOf(made).values[names(made).indexOf(name)]!;
const bn = { name: "bn" };
const shared = { ...bn, reuse: true };

describe("two calls in one graph", () => {
  it.each([
    ["no names", {}, {}, ["batch_normalization", "batch_normalization_1"]],
    ["two names", bn, { name: "other" }, ["bn", "other"]],
    [
      'a name that is not there, and "auto"',
      bn,
      { name: "bm", reuse: "auto" as const },
      ["bn", "bm"],
    ],
  ])("with %s have variables of their own", (_, first, second, [scope = "", otherScope = ""]) => {
    const made = result(first, second);
    expect(names(made)).toEqual([...four(scope), ...four(otherScope)]);
    expect(used(made, 0)).toEqual(four(scope));
    expect(used(made, 1)).toEqual(four(otherScope));
    expect(made.calls[1]!.made).toEqual(made.calls[1]!.variables);
    expect(made.refusal).toBeNull();
  });

  it.each([
    ["a name and true", bn, shared, "bn"],
    ['a name and "auto"', bn, { ...bn, reuse: "auto" as const }, "bn"],
    ["true and no names", {}, { reuse: true }, "batch_normalization"],
    [
      "a scope that reuses",
      { scope: "siamese" },
      { scope: "siamese", scopeReuse: true },
      "siamese/batch_normalization",
    ],
    [
      "false, which a scope that reuses overrules",
      { scope: "siamese", ...bn },
      { scope: "siamese", scopeReuse: true, ...bn, reuse: false },
      "siamese/bn",
    ],
  ])("with %s share four", (_, first, second, scope) => {
    const made = result(first, second);
    expect(names(made)).toEqual(four(scope));
    expect(used(made, 0)).toEqual(four(scope));
    expect(used(made, 1)).toEqual(four(scope));
    expect(made.calls.map((call) => call.made.length)).toEqual([4, 0]);
  });

  it.each([
    [
      "a name that is taken",
      bn,
      bn,
      'name must be new in its scope, or reuse must be true or "auto": variable bn/gamma already exists. Received: name="bn/gamma", reuse=false',
    ],
    [
      "a name to reuse that is not there",
      bn,
      { name: "bm", reuse: true },
      'name must be that of a variable to reuse: variable bm/gamma does not exist. Received: name="bm/gamma", reuse=true',
    ],
    [
      "a scope that is entered again without reuse",
      { scope: "siamese" },
      { scope: "siamese" },
      'name must be new in its scope, or reuse must be true or "auto": variable siamese/batch_normalization/gamma already exists. Received: name="siamese/batch_normalization/gamma", reuse=false',
    ],
  ])("end at the second with the whole message: %s", (_, first, second, message) => {
    const made = result(first, second);
    expect(made.calls).toHaveLength(1);
    expect(made.refusal).toMatchObject({ kind: "ValueError", message });
    expect(made.training).toBeNull();
    expect(names(made)).toEqual(used(made, 0));
  });

  it("end at the first where it finds nothing to reuse", () => {
    const made = result(shared, bn);
    expect(made.calls).toEqual([]);
    expect(made.graph.variables).toEqual([]);
    expect(made.refusal?.message).toBe(
      'name must be that of a variable to reuse: variable bn/gamma does not exist. Received: name="bn/gamma", reuse=true',
    );
  });
});

describe("training on the first call", () => {
  const last = (values: Float64Array): readonly number[] => [...values.subarray(-2)];

  it("moves the outputs of the second where it shares, in both modes", () => {
    const training = trainingOf(result(bn, shared));
    for (const outputs of [training.trainingOutputs[1]!, training.inferenceOutputs[1]!]) {
      const [before, after] = [outputs.subarray(0, 2), outputs.subarray(-2)];
      expect(Math.abs(after[0]! - before[0]!)).toBeGreaterThan(1e-3);
    }
  });

  it("leaves them as they were, bit for bit, where it does not", () => {
    const training = trainingOf(result());
    for (const outputs of [training.trainingOutputs[1]!, training.inferenceOutputs[1]!]) {
      for (let row = 1; row <= 6; row++) {
        expect(outputs.subarray(2 * row, 2 * row + 2)).toEqual(outputs.subarray(0, 2));
      }
    }
  });

  it("gives the first call the same numbers whether the second shares or not", () => {
    const [alone, together] = [trainingOf(result()), trainingOf(result(bn, shared))];
    expect(together.loss).toEqual(alone.loss);
    expect(together.inferenceOutputs[0]).toEqual(alone.inferenceOutputs[0]);
  });

  it("moves a shared moving mean once for each call whose updates run, by hand within 1e-5", () => {
    for (const runsUpdatesOfBoth of [false, true]) {
      const made = result(bn, shared, { runsUpdatesOfBoth });
      const { batchMeans } = trainingOf(made);
      const expected = [0, 1].map((channel) => {
        let moving = 0;
        for (let step = 0; step < 6; step++) {
          for (const means of batchMeans.slice(0, runsUpdatesOfBoth ? 2 : 1)) {
            moving = 0.75 * moving + 0.25 * means[2 * step + channel]!;
          }
        }
        return moving;
      });
      const shown = last(valuesOf(made, "bn/moving_mean"));
      expect(shown).toBeAllClose(expected, { relative: 1e-5, absolute: 0 });
    }
  });

  it("moves the second call's own statistics where their updates run, and never its gamma", () => {
    const other = four("batch_normalization_1");
    for (const runsUpdatesOfBoth of [false, true]) {
      const made = result({}, {}, { runsUpdatesOfBoth });
      const moves = other.map((name) => {
        const values = valuesOf(made, name);
        return last(values).some((value, i) => value !== values[i]);
      });
      expect(moves).toEqual([false, false, runsUpdatesOfBoth, runsUpdatesOfBoth]);
    }
  });

  it("runs the second call only where its updates are run", () => {
    const runOf = (runsUpdatesOfBoth: boolean): readonly string[] => {
      const made = result(bn, shared, { runsUpdatesOfBoth });
      const { ran } = trainingOf(made);
      return made.calls[1]!.operations.filter((place) => ran[place]).map(
        (place) => made.graph.operations[place]!.name,
      );
    };
    expect(runOf(false)).toEqual([]);
    expect(runOf(true)).toEqual([
      "bn_1/batchnorm",
      "bn_1/AssignMovingAvg",
      "bn_1/AssignMovingAvg_1",
    ]);
  });

  it("feeds the batches of the source in pairs", () => {
    const { batchMeans, inputs } = trainingOf(result());
    const meanOf = (step: number, channel: number): number =>
      source
        .batch(step)
        .values.filter((_, i) => i % 2 === channel)
        .reduce((a, b) => a + b) / 4;
    for (const call of [0, 1]) {
      expect(inputs[call]).toBeAllClose(source.batch(call + 1).values, {
        relative: 1e-6,
        absolute: 0,
      });
      for (let step = 1; step <= 6; step++) {
        const expected = [0, 1].map((channel) => meanOf(2 * step - 1 + call, channel));
        expect([...batchMeans[call]!.subarray(2 * step - 2, 2 * step)]).toBeAllClose(expected, {
          relative: 1e-6,
          absolute: 0,
        });
      }
    }
  });
});
