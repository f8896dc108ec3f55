import { describe, expect, it } from "vitest";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import type { BatchNormArguments } from "@/engine/layer/configuration";
import { companiesOf } from "@/engine/training/company";
import type { CompanyOptions } from "@/engine/training/company";
import { trainingRun } from "@/engine/training/training-run";
import type { RunOptions, TrainingRun } from "@/engine/training/training-run";
import type {
  CompanyKind,
  ExampleCompanies,
  ExampleCompany,
} from "@/engine/types/example-companies";
import { refusedBy } from "../support/refused";

const means = [3, -8];
const source = (batchSize: number) =>
  syntheticSource(
    { kind: "gaussian", means, deviations: [1, 4], driftPerStep: 0, degreesOfFreedom: 3 },
    batchSize,
    1,
  );

const runOf = (args: BatchNormArguments = {}, batchSize = 8, options: RunOptions = {}) =>
  trainingRun({ momentum: 0.9, ...args }, source(batchSize), 30, options);

const start: CompanyOptions = { step: 30, example: 2, outlier: 10, padding: 0 };

const inCompany = (run: TrainingRun, options: Partial<CompanyOptions> = {}): ExampleCompanies =>
  companiesOf(run, { ...start, ...options });

function the(kind: CompanyKind, { companies }: ExampleCompanies): ExampleCompany {
  const found = companies.find((company) => company.kind === kind);
  if (found === undefined) throw new Error(`there is no company ${kind}`);
  return found;
}

function valueOf<T>(attempt: { ok: true; value: T } | { ok: false; message: string }): T {
  if (!attempt.ok) throw new Error(attempt.message);
  return attempt.value;
}

const outputsOf = (company: ExampleCompany): readonly number[] => [
  ...valueOf(company.training).outputs,
];

const placesOf = ({ places }: ExampleCompany): readonly number[] => [...places];

/** Float32 holds numbers around 10 to 1e-6, and these sums to a little less. */
const close = { relative: 1e-5, absolute: 1e-5 };

/** (x − mean)/√(variance + ε) over the rows of one channel, by hand. */
function byHand(company: ExampleCompany, channel: number, rows: readonly number[]): number {
  const values = rows.map((row) => company.inputs[row * 2 + channel]!);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  const x = company.inputs[company.example * 2 + channel]!;
  return (x - mean) / Math.sqrt(variance + 0.001);
}

const rowsOf = ({ places }: ExampleCompany): readonly number[] =>
  Array.from(places, (_, row) => row);

describe("the companies of an example", () => {
  const run = runOf();
  const all = inCompany(run);

  it("are its batch, ever fewer of it, an outlier, and padding; rows keep the batch's order", () => {
    expect(all.companies.map((company) => [company.kind, placesOf(company)])).toEqual([
      ["whole", [0, 1, 2, 3, 4, 5, 6, 7]],
      ["half", [2, 3, 4, 5]],
      ["two", [2, 3]],
      ["alone", [2]],
      ["outlier", [0, 1, 2, 3, 4, 5, 6, 7]],
      ["padded", [0, 1, 2, 3, 4, 5, 6, 7, ...Array<number>(8).fill(NaN)]],
      ["masked", [0, 1, 2, 3, 4, 5, 6, 7, ...Array<number>(8).fill(NaN)]],
    ]);
    for (const company of all.companies) expect(company.places[company.example]).toBe(2);
  });

  it("hold the step's own rows, and zeros for padding", () => {
    const { inputs } = run.inspect(30);
    for (const { places, inputs: rows, outlier } of all.companies) {
      places.forEach((place, row) => {
        if (row === outlier) return;
        const expected = Number.isNaN(place) ? [0, 0] : [...inputs.slice(place * 2, place * 2 + 2)];
        expect([...rows.slice(row * 2, row * 2 + 2)]).toEqual(expected);
      });
    }
  });

  it("go round the end of the batch", () => {
    const last = inCompany(run, { example: 7 });
    expect(placesOf(the("half", last))).toEqual([0, 1, 2, 7]);
    expect(the("half", last).example).toBe(3);
  });

  it("come in each size once", () => {
    const kinds = (batchSize: number) =>
      inCompany(runOf({}, batchSize), { example: 0 }).companies.map(
        ({ kind, places }) => `${kind} ${places.length}`,
      );
    expect(kinds(32).slice(0, 5)).toEqual(["whole 32", "half 16", "four 4", "two 2", "alone 1"]);
    expect(kinds(6)).toEqual([
      "whole 6",
      "four 4",
      "half 3",
      "two 2",
      "alone 1",
      "outlier 6",
      "padded 12",
      "masked 12",
    ]);
    expect(kinds(1)).toEqual(["whole 1", "padded 2", "masked 2"]);
  });
});

describe("in training mode", () => {
  const run = runOf();
  const all = inCompany(run);

  it("the whole batch gives what the step's own training call gave, bit for bit", () => {
    const { trainingOutputs } = run.inspect(30);
    expect(outputsOf(the("whole", all))).toEqual([...trainingOutputs.slice(4, 6)]);
  });

  it.each(["whole", "half", "two", "alone", "outlier", "padded"] as const)(
    "the company %s normalizes with the mean and variance of all its rows",
    (kind) => {
      const company = the(kind, all);
      const rows = rowsOf(company);
      expect(outputsOf(company)).toBeAllClose(
        [byHand(company, 0, rows), byHand(company, 1, rows)],
        close,
      );
    },
  );

  it("alone the output is β whatever the input, and of two x̂ is ±1 up to epsilon", () => {
    const shifted = inCompany(
      runOf({ beta_initializer: { class_name: "Constant", config: { value: 0.5 } } }),
    );
    expect(outputsOf(the("alone", shifted))).toEqual([0.5, 0.5]);
    for (let example = 0; example < 8; example++) {
      const two = the("two", inCompany(run, { example }));
      const [a, b] = [two.inputs[two.example * 2 + 1]!, two.inputs[(1 - two.example) * 2 + 1]!];
      const half = Math.abs(a - b) / 2;
      const expected = (Math.sign(a - b) * half) / Math.sqrt(half ** 2 + 0.001);
      expect(outputsOf(two)[1]).toBeCloseTo(expected, 4);
    }
  });

  it("a mask gives back what padding took", () => {
    const whole = outputsOf(the("whole", all));
    expect(outputsOf(the("masked", all))).toBeAllClose(whole, close);
    expect(outputsOf(the("padded", all))).not.toBeAllClose(whole, { absolute: 0.1 });
  });

  it("an outlier stands as many of the population's deviations above the batch's mean as asked", () => {
    const { inputs } = run.inspect(30);
    const meanOf = (channel: number): number =>
      inputs.filter((_, i) => i % 2 === channel).reduce((sum, x) => sum + x, 0) / 8;
    expect(all.outlier).toBeAllClose([meanOf(0) + 10, meanOf(1) + 40], { relative: 1e-12 });
    const company = the("outlier", all);
    expect(company.outlier).toBe(3);
    expect([...company.inputs.slice(6, 8)]).toBeAllClose([...all.outlier!], { relative: 1e-6 });
    const below = inCompany(run, { outlier: -3 });
    expect(below.outlier).toBeAllClose([meanOf(0) - 3, meanOf(1) - 12], { relative: 1e-12 });
  });
});

describe("in inference mode", () => {
  it("the output is the same in every company, bit for bit, of the moving statistics the step found", () => {
    const run = runOf();
    const all = inCompany(run);
    const [first, ...others] = all.companies.map(({ inference }) => [...valueOf(inference)]);
    for (const outputs of others) expect(outputs).toEqual(first);
    const { movingMean, movingVariance } = run.statistics;
    const { inputs } = run.inspect(30);
    const expected = [0, 1].map(
      (c) => (inputs[4 + c]! - movingMean[58 + c]!) / Math.sqrt(movingVariance[58 + c]! + 0.001),
    );
    expect(first).toBeAllClose(expected, close);
  });

  it("nothing moves: asked twice, and with the run looked at in between, all stays", () => {
    const run = runOf({ renorm: true });
    const before = structuredClone(run.statistics);
    const first = inCompany(run);
    run.inspect(3);
    expect(inCompany(run)).toEqual(first);
    expect(run.statistics).toEqual(before);
  });
});

describe("ghost batches", () => {
  const all = inCompany(runOf({ virtual_batch_size: 4 }));

  it("normalize an example with the mates of its own ghost batch", () => {
    const whole = the("whole", all);
    expect(valueOf(whole.training).ghostBatches).toBe(2);
    expect(outputsOf(whole)).toBeAllClose(
      [byHand(whole, 0, [0, 2, 4, 6]), byHand(whole, 1, [0, 2, 4, 6])],
      close,
    );
  });

  it("have the outlier among those mates", () => {
    expect(the("outlier", all).outlier).toBe(4);
    const ofOne = inCompany(runOf({ virtual_batch_size: 1 }));
    expect(the("outlier", ofOne).outlier).toBe(3);
  });

  it("refuse a company that they do not divide, in training mode alone", () => {
    const two = the("two", all);
    expect(two.training).toEqual({
      ok: false,
      message:
        "inputs must have a batch size that is a multiple of virtual_batch_size, 4 (Reshape to ghost batches). Received: a batch size of 2",
    });
    expect(valueOf(two.inference)).toEqual(valueOf(the("whole", all).inference));
  });

  it("refuse it in inference mode too in a version that splits there", () => {
    const older = inCompany(runOf({ virtual_batch_size: 4 }, 8, { profile: "tf-2.3-v1" }));
    expect([the("two", older).training.ok, the("two", older).inference.ok]).toEqual([false, false]);
    expect(the("whole", older).inference.ok).toBe(true);
  });
});

describe("layers for which company counts less", () => {
  it("a frozen one gives the same in both modes and every company", () => {
    const { companies } = inCompany(runOf({ trainable: false }));
    const [first] = companies.map(({ inference }) => [...valueOf(inference)]);
    for (const company of companies) {
      expect(outputsOf(company)).toEqual(first);
      expect(valueOf(company.training).usesBatch).toBe(false);
    }
  });

  it("renorm without bounds takes the batch's statistics out again, but for rounding and epsilon", () => {
    const { companies } = inCompany(runOf({ renorm: true, renorm_momentum: 0.9 }));
    const kept = companies.filter(({ kind }) => kind !== "padded" && kind !== "outlier");
    const outputs = kept.map((company) => outputsOf(company)[0]!);
    expect(Math.max(...outputs) - Math.min(...outputs)).toBeLessThan(1e-4);
    const { renorm, mean, variance } = valueOf(
      the("half", { companies } as ExampleCompanies).training,
    );
    const x = the("half", { companies } as ExampleCompanies).inputs[0]!;
    const normalized = (x - mean[0]!) / Math.sqrt(variance[0]! + 0.001);
    expect([outputs[1]!]).toBeAllClose([normalized * renorm!.r[0]! + renorm!.d[0]!], close);
  });
});

describe("padding of the run", () => {
  const padded = inCompany(runOf({}, 8, { padding: 3 }), { padding: 3 });

  it("leaves the examples before it, and the padded company is the batch that the step saw", () => {
    const run = runOf({}, 8, { padding: 3 });
    expect([padded.examples, padded.padding]).toEqual([5, 3]);
    expect(placesOf(the("whole", padded))).toEqual([0, 1, 2, 3, 4]);
    expect([...the("padded", padded).inputs]).toEqual([...run.inspect(30).inputs]);
    expect(outputsOf(the("padded", padded))).toEqual([
      ...run.inspect(30).trainingOutputs.slice(4, 6),
    ]);
  });

  it("that is all of a batch leaves one example, a row of zeros", () => {
    const none = inCompany(runOf({}, 4, { padding: 9 }), { padding: 9, example: 0 });
    expect([none.examples, none.padding, none.outlier]).toEqual([1, 3, null]);
    expect([...the("whole", none).inputs]).toEqual([0, 0]);
  });
});

describe("what is no example", () => {
  const run = runOf();

  it.each([-1, 8, 1.5, NaN])("%s is refused in a batch of 8", (example) => {
    expect(refusedBy(() => inCompany(run, { example }))).toEqual({
      code: "example",
      kind: "ValueError",
      message: `example must be an integer from 0 to 7. Received: example=${example}`,
    });
  });

  it("and no step is none either", () => {
    expect(refusedBy(() => inCompany(run, { step: 31 })).message).toBe(
      "step must be an integer from 1 to 30. Received: step=31",
    );
  });
});

it("a constant channel and one that is not finite are told as they are", () => {
  const table = (values: readonly number[]) => ({
    columns: ["a"],
    rowCount: values.length,
    values: Float64Array.from(values),
  });
  const of = (values: readonly number[]): ExampleCompanies =>
    inCompany(trainingRun({}, tableSource(table(values), 4, 1), 30), { example: 0 });
  const constant = of([7, 7, 7, 7]);
  expect([...constant.outlier!]).toEqual([7]);
  expect(outputsOf(the("whole", constant))).toEqual([0]);
  expect(outputsOf(the("whole", of([1, 2, 3, Infinity])))[0]).toBeNaN();
});
