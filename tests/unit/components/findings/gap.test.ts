import { describe, expect, it } from "vitest";
import { nothingFound } from "@/components/findings";
import { modesAgree } from "@/components/measures/output-summary";
import { typicalOutputs } from "@/components/measures/typical-outputs";
import { defaultExperiment } from "@/engine/spec/experiment";
import { runOf } from "../support/run-of";
import { foundAt, linked, titlesAt } from "./support";

const gap = "Training and inference mode disagree";

const gapAt = (id: string, query: string) => foundAt(id, query).find(({ title }) => title === gap);

describe("a gap between the modes", () => {
  // Over 5 seeds and every seventh settled step of 200: with batches of 32, momenta from 0.8 to 0.95, all channels of
  // wine and three of a normal distribution, none of 4,720 cases is beyond 1.2 and 0.25 (the worst are 1.12 and 0.17),
  // while single batches are beyond them in 16 to 30 % of the cases. At momentum 0.5 it is 1 to 3 %. Of a heavy tail
  // (3 degrees of freedom) 2 % are at momentum 0.95 and 8 % at 0.9: there a moving variance is off by that much.
  it.each(["wine", "gaussian"] as const)("is none in a healthy run on %s", (data) => {
    for (const seed of [0, 1, 2]) {
      const experiment = { ...defaultExperiment, data, seed, momentum: 0.9 };
      const run = runOf(experiment);
      for (let step = 60; step <= 200; step += 20) {
        const seen = { statistics: run.statistics, chosen: run.inspect(step) };
        run.statistics.channels.forEach((_, channel) => {
          const { training, inference } = typicalOutputs(experiment, seen, channel);
          expect(modesAgree(training, inference, 1), `${seed}, ${step}, ${channel}`).toBe(true);
        });
      }
    }
  });

  it("says where it comes from when it stands alone", () => {
    const drifting = gapAt("batch-vs-moving", "data=drift&momentum=0.95&step=150");
    expect(drifting?.remedy).toContain(
      "The data move: the mean they are drawn from goes by 0.02 a step and is at 5.98, and a moving mean of momentum 0.95 trails 19 steps behind, at 5.6",
    );
    expect(drifting?.change?.patch).toEqual({ momentum: 0.88 });
    expect(titlesAt("batch-vs-moving", "data=drift&momentum=0.88&step=150")).toEqual([]);
    expect(gapAt("adjustment", "adjustment=scale:1,bias:1,per:example")?.remedy).toContain(
      "The adjustment adds its noise in training mode alone",
    );
    const forgetful = gapAt("batch-vs-moving", "momentum=0.1&batch_size=4");
    expect(forgetful?.remedy).toMatch(
      /The moving mean of alcohol is [\d.]+ where 13 is drawn from, .* A moving average of momentum 0\.1 is worth that of 1\.2 batches, here 4\.89 examples/,
    );
  });

  it("names the finding that it follows from where there is one", () => {
    expect(gapAt("batch-vs-moving", "")?.remedy).toContain(
      "The gap follows from “The moving statistics still hold their start”, and goes with it.",
    );
    expect(gapAt("frozen", "profile=tf-2.3-v1")?.remedy).toContain(
      "“The layer is frozen, and still normalizes with its batches”",
    );
  });

  it("is none between masked rows, nor between numbers that count for nothing", () => {
    expect(titlesAt("ghost-batches", "padding=16&mask=true&virtual_batch_size=16")).toEqual([]);
    const tiny = "channel=1&gamma_initializer=he_normal&gamma_constraint=non_neg";
    expect(titlesAt("parameters", tiny)).toEqual([]);
  });

  it("has the dust of float32 told as 0", () => {
    const { cause } = gapAt("batch-vs-moving", "data=drift&momentum=0.95&step=150")!;
    expect(cause).toContain("comes out with mean 0 and deviation 1 in training mode");
    expect(cause).not.toContain("e−");
  });
});

describe("what is said where nothing is found", () => {
  it.each([
    ["batch-vs-moving", "momentum=0.9"],
    ["batch-vs-moving", "batch_size=4&momentum=0.95&renorm=true&renorm_momentum=0.95&step=150"],
    ["batch-vs-moving", "momentum=0.9&all_channels=true&channel=12"],
    ["train-vs-inference", ""],
    ["distribution", ""],
    ["renorm-clipping", ""],
    ["renorm-clipping", "batch_size=128"],
    ["adjustment", ""],
    ["parameters", ""],
  ])("is said of the preset %s?%s", (id, query) => {
    expect(titlesAt(id, query)).toEqual([]);
  });

  it("is what was looked at, with its limits", () => {
    const experiment = linked("train-vs-inference", "epsilon=0");
    const run = runOf(experiment);
    const seen = { statistics: run.statistics, chosen: run.inspect(experiment.step) };
    expect(titlesAt("train-vs-inference", "epsilon=0")).toEqual([]);
    expect(nothingFound({ experiment, run: seen, channel: 0 })).toBe(
      "Nothing found: the run’s statistics and the outputs of alcohol in step 100’s own batch are finite, its moving statistics hold next to nothing of their start, and over all examples the two modes are not apart by more than 0.25·|γ| between the means, or more than a factor of 1.2 between the deviations.",
    );
  });
});
