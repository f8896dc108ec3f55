import { describe, expect, it } from "vitest";
import { modesAgree, outputsOf, summaryOf } from "@/components/measures/output-summary";
import type { OutputSummary } from "@/components/measures/output-summary";
import { decode } from "@/components/state/url-codec";
import { specimens } from "@/components/widgets/batch-vs-moving/specimens";
import { ran } from "./support";

/** What a specimen's first channel comes to at its step. */
function seenIn(name: string) {
  const { query } = specimens.find((specimen) => specimen.name === name)!;
  const { experiment } = decode(Object.fromEntries(new URLSearchParams(query)));
  const { run } = ran(experiment);
  const { statistics } = run;
  const chosen = run.inspect(experiment.step);
  const width = statistics.channels.length;
  const output = (mode: "trainingOutputs" | "inferenceOutputs"): OutputSummary =>
    summaryOf(outputsOf({ statistics, chosen }, 0, mode));
  const [training, inference] = [output("trainingOutputs"), output("inferenceOutputs")];
  return {
    training,
    inference,
    doModesAgree: modesAgree(training, inference, 1),
    outputs: outputsOf({ statistics, chosen }, 0, "trainingOutputs"),
    inputs: Array.from({ length: chosen.batchSize }, (_, i) => chosen.inputs[i * width]!),
    labels: new Set(chosen.labels),
    varianceShare:
      statistics.movingVariance[experiment.step * width]! / statistics.populationVariance[0]!,
    /** Over the steps after the start is forgotten. */
    meanVarianceShare:
      statistics.movingVariance
        .filter((_, i) => i % width === 0 && i / width >= 50)
        .reduce((sum, variance, _, { length }) => sum + variance / length, 0) /
      statistics.populationVariance[0]!,
  };
}

describe("what a preset teaches holds in its run", () => {
  it.each(["healthy", "renorm-unclipped"])("%s: both modes agree", (name) => {
    expect(seenIn(name).doModesAgree).toBe(true);
  });

  it.each(["warming-up", "unshuffled-batches"])("%s: the modes disagree", (name) => {
    expect(seenIn(name).doModesAgree).toBe(false);
  });

  it("unshuffled-batches: one kind of example, and a moving variance near half", () => {
    const { labels, varianceShare } = seenIn("unshuffled-batches");
    expect(labels.size).toBe(1);
    expect(varianceShare).toBeGreaterThan(0.45);
    expect(varianceShare).toBeLessThan(0.6);
  });

  it("batch-of-two: outputs near ±1, and a moving variance around half", () => {
    const { outputs, meanVarianceShare } = seenIn("batch-of-two");
    for (const output of outputs) expect(Math.abs(output)).toBeGreaterThan(0.9);
    expect(meanVarianceShare).toBeGreaterThan(0.4);
    expect(meanVarianceShare).toBeLessThan(0.6);
  });

  it("ghosts-of-two: a moving variance near half", () => {
    const { varianceShare } = seenIn("ghosts-of-two");
    expect(varianceShare).toBeGreaterThan(0.4);
    expect(varianceShare).toBeLessThan(0.6);
  });

  it("huge-epsilon: outputs shrink in both modes", () => {
    const { training, inference } = seenIn("huge-epsilon");
    for (const { deviation } of [training, inference]) {
      expect(deviation).toBeGreaterThan(0.1);
      expect(deviation).toBeLessThan(0.4);
    }
  });

  it("frozen-by-accident: inputs come out as they are, but for epsilon", () => {
    const { inputs, outputs, doModesAgree } = seenIn("frozen-by-accident");
    outputs.forEach((output, i) =>
      expect(output / inputs[i]!).toBeCloseTo(1 / Math.sqrt(1.001), 5),
    );
    expect(doModesAgree).toBe(true);
  });
});
