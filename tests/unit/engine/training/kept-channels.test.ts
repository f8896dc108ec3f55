import { describe, expect, it } from "vitest";
import type { BatchNormArguments } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { trainingLoop } from "@/engine/graph/training-loop";
import { firstRecorded, recordedPart, recordedWidth } from "@/engine/spec/run/recorded-part";
import { companiesOf } from "@/engine/training/company";
import { trainingRun } from "@/engine/training/training-run";
import { bytesOf } from "@/workers/transfer";

const wide = (channels: number, batchSize: number) =>
  syntheticSource(
    {
      kind: "gaussian",
      channels,
      means: [3, 0, -20],
      deviations: [1, 2],
      driftPerStep: 0,
      degreesOfFreedom: 3,
    },
    batchSize,
    5,
  );

describe("the channels that a run keeps", () => {
  it.each([
    [200, 0, 256, { first: 0, count: 256 }],
    [1250, 255, 256, { first: 0, count: 256 }],
    [1251, 255, 256, { first: 255, count: 1 }],
    [5000, 63, 64, { first: 0, count: 64 }],
    [10_000, 0, 13, { first: 0, count: 13 }],
    [10_000, 31, 256, { first: 0, count: 32 }],
    [10_000, 32, 256, { first: 32, count: 32 }],
    [10_000, 255, 256, { first: 224, count: 32 }],
    [10_000, 255, 40, { first: 32, count: 8 }],
  ])("of %i steps around channel %i of %i", (steps, channel, channels, part) => {
    expect(recordedPart(steps, channel, channels)).toEqual(part);
  });

  it("are the same for each of them", () => {
    for (let channel = 0; channel < 256; channel++) {
      const part = recordedPart(10_000, channel, 256);
      expect(firstRecorded(10_000, channel)).toBe(part.first);
      expect(recordedPart(10_000, part.first, 256)).toEqual(part);
    }
  });

  it("never hold more than 320,000 numbers of a quantity", () => {
    for (const steps of [1, 1249, 1250, 1251, 3333, 9999, 10_000]) {
      expect(recordedWidth(steps) * steps).toBeLessThanOrEqual(320_000);
    }
  });
});

/** A run of 4,000 steps keeps 80 channels: of 81, the last is on its own. */
const steps = 4000;

describe("a run that keeps some of its channels", () => {
  const source = wide(81, 2);
  const args: BatchNormArguments = { renorm: true, adjustment: { scale: 0.1, bias: 0.1 } };
  const [first, second] = [0, 80].map((channel) =>
    trainingRun(args, source, steps, { channel, seed: 2 }),
  ) as [ReturnType<typeof trainingRun>, ReturnType<typeof trainingRun>];

  it("says which, and has a column for each", () => {
    expect(first.statistics.kept).toEqual({ first: 0, all: source.channels });
    expect(first.statistics.channels).toEqual(source.channels.slice(0, 80));
    expect(second.statistics.kept).toEqual({ first: 80, all: source.channels });
    expect(second.statistics.channels).toEqual(["channel 80"]);
    expect(first.statistics.batchMean).toHaveLength(80 * steps);
    expect(first.statistics.movingMean).toHaveLength(80 * (steps + 1));
    expect(second.statistics.renorm?.r).toHaveLength(steps);
    expect(second.statistics.renorm?.rmax).toHaveLength(steps);
  });

  it("replays all channels and shows those, as if all were kept", () => {
    // The first steps of a short run of the same layer on the same batches, which keeps everything.
    const whole = trainingRun(args, source, 40, { seed: 2 });
    for (const step of [1, 39]) {
      const all = whole.inspect(step);
      for (const run of [first, second]) {
        const seen = run.inspect(step);
        const column = (values: Float64Array): number[] =>
          Array.from(values).filter((_, i) => {
            const channel = i % 81;
            return channel >= run.part.first && channel < run.part.first + run.part.count;
          });
        expect(Array.from(seen.inputs)).toEqual(column(all.inputs));
        expect(Array.from(seen.trainingOutputs)).toEqual(column(all.trainingOutputs));
        expect(Array.from(seen.inferenceOutputs)).toEqual(column(all.inferenceOutputs));
        expect(Array.from(seen.call.used.mean)).toEqual(column(all.call.used.mean));
        expect(Array.from(seen.call.adjustment!.scale)).toEqual(column(all.call.adjustment!.scale));
        expect(Array.from(seen.call.renorm!.d)).toEqual(column(all.call.renorm!.d));
        expect(Array.from(seen.call.gamma)).toEqual(column(all.call.gamma));
        expect(Array.from(run.statistics.batchVariance.subarray(0, run.part.count))).toEqual(
          column(whole.statistics.batchVariance.subarray(0, 81)),
        );
      }
    }
  });

  it("puts one example in changing company in those channels alone", () => {
    const whole = trainingRun(args, source, 40, { seed: 2 });
    const options = { step: 30, example: 0, outlier: 10, padding: 0 };
    const all = companiesOf(whole, options);
    const kept = companiesOf(second, options);
    expect(kept.outlier).toEqual(all.outlier!.subarray(80));
    kept.companies.forEach((company, i) => {
      const { inputs, training, places } = all.companies[i]!;
      expect(company.places).toEqual(places);
      expect(Array.from(company.inputs)).toEqual(
        Array.from(inputs).filter((_, at) => at % 81 === 80),
      );
      if (!company.training.ok || !training.ok) throw new Error("Nothing is refused here.");
      expect(company.training.value.outputs).toEqual(training.value.outputs.subarray(80));
    });
  });
});

describe("a loop that keeps some of its channels", () => {
  it("has in them what a loop of few steps has, which keeps all", () => {
    const settings = { learningRate: 0.1, runUpdateOps: true, seed: 1 };
    const whole = trainingLoop(wide(256, 2), { ...settings, steps: 5 }).loop;
    const kept = trainingLoop(wide(256, 2), { ...settings, steps: 1300, channel: 255 }).loop;
    expect(kept.statistics.kept).toMatchObject({ first: 246 });
    expect(kept.probe.inferenceOutput).toHaveLength(1301 * 10);
    for (let step = 0; step <= 5; step++) {
      for (const rows of ["trainingOutput", "inferenceOutput"] as const) {
        expect(kept.probe[rows].subarray(step * 10, (step + 1) * 10)).toEqual(
          whole.probe[rows].subarray(step * 256 + 246, (step + 1) * 256),
        );
      }
      expect(kept.statistics.movingMean.subarray(step * 10, (step + 1) * 10)).toEqual(
        whole.statistics.movingMean.subarray(step * 256 + 246, (step + 1) * 256),
      );
    }
    expect(kept.probe.target).toEqual(whole.probe.target.subarray(246));
    expect(kept.loss.subarray(0, 5)).toEqual(whole.loss);
  });
});

describe("the longest and widest run, 10,000 steps of 256 channels", () => {
  it("keeps at most 42 MB of statistics and 6 MB to go back to", () => {
    const run = trainingRun({ renorm: true }, wide(256, 2), 10_000, { channel: 100 });
    expect(run.statistics.channels).toHaveLength(32);
    // 16 lists of 10,000 × 32 numbers of 8 bytes, and three of 10,000.
    expect(bytesOf(run.statistics)).toBeLessThan(16.1 * 10_000 * 32 * 8);
    expect(run.checkpoints.kept).toHaveLength(100);
    expect(bytesOf(run.checkpoints.kept)).toBeLessThan(6_000_000);
    expect(run.inspect(10_000).inputs).toHaveLength(2 * 32);
  });
});
