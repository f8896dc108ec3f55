import { describe, expect, it } from "vitest";
import { formatNumber } from "@/components/charts/format/number";
import { findingsOf } from "@/components/findings";
import { landmarksOf } from "@/components/measures/landmarks";
import { constant } from "@/engine/spec/constant";
import { runOf } from "../support/run-of";
import { loopOf } from "../widgets/update-ops/support";
import { foundAt, foundIn, linked, titlesAt } from "./support";

const random = "moving_variance_initializer=random_normal&channel=2";

describe("a moving variance that is not above −ε", () => {
  it("is found with its steps, its numbers and a change that ends it", () => {
    const experiment = linked("batch-vs-moving", random);
    const run = runOf(experiment);
    const { statistics } = run;
    const width = statistics.channels.length;
    const isFiniteIn = (step: number): boolean =>
      Number.isFinite(run.inspect(step).inferenceOutputs[2]);
    const [finding] = foundIn(experiment);
    const last = Number(/in steps 1 to (\d+)$/.exec(finding?.title ?? "")?.[1]);
    expect([1, last - 1, last].map(isFiniteIn)).toEqual([false, false, false]);
    expect(isFiniteIn(last + 1)).toBe(true);
    const left = statistics.movingVariance[width + 2]!;
    expect(finding?.cause).toContain(
      `After step 1 the moving variance of ash is ${formatNumber(left)} and ε 0.001. Inference mode takes the root of their sum, ${formatNumber(left + 0.001)}: there is none, so every output is NaN. It started at ${formatNumber(statistics.movingVariance[2]!)}, and a moving average gives up its start only step by step.`,
    );
    expect(finding?.change?.patch).toEqual({ moving_variance_initializer: "ones" });
    const mended = { ...experiment, ...finding?.change?.patch };
    expect(Number.isFinite(runOf(mended).inspect(50).inferenceOutputs[2])).toBe(true);
    expect(foundIn(mended).map(({ title }) => title)).not.toContain(finding?.title);
  });

  it("is where the time-line’s first NaN leads", () => {
    const { statistics } = runOf(linked("batch-vs-moving", random));
    expect(landmarksOf(statistics, 2, 0.001)).toContainEqual({ name: "first NaN", step: 1 });
    expect(landmarksOf(statistics, 0, 0.001).map(({ name }) => name)).not.toContain("first NaN");
  });

  it("is found in the preset that teaches it, and told of another channel than the drawn one", () => {
    expect(titlesAt("parameters", `parameter=moving_variance&momentum=0.99&${random}`)).toContain(
      "Inference mode has no finite output for ash from step 1 on",
    );
    const [other] = foundAt("batch-vs-moving", random.replace("channel=2", "channel=0"));
    expect(other?.title).toMatch(/^Inference mode has no finite output for ash/);
  });

  it("is told of a frozen layer that divides by 0", () => {
    const query = "trainable=false&moving_variance_initializer=zeros&epsilon=0";
    const [first, second] = foundAt("frozen", query);
    expect(first?.title).toBe("Inference mode has no finite output for channel 0 from step 1 on");
    expect(first?.cause).toContain("it divides by 0, so outputs are infinite or NaN.");
    expect(first?.cause).toContain("It started at 0, and nothing moves it.");
    expect(second?.title).toBe("The layer is frozen");
  });

  it("is found in a loop, and where renorm takes the root of such a start", () => {
    const start = { moving_variance_initializer: constant(-5) };
    const { experiment, data } = loopOf(start);
    const inLoop = findingsOf({ experiment, run: data, channel: 0 });
    expect(inLoop.map(({ title }) => title)).toContain(
      "Inference mode has no finite output for alcohol from step 1 on",
    );
    const [renormed] = foundAt("batch-vs-moving", `renorm=true&moving_variance_initializer=-5`);
    expect(renormed?.title).toBe("NaN or infinity from step 1 on");
    expect(renormed?.cause).toContain("started at −5, which has no root");
    expect(renormed?.change?.patch).toEqual({ moving_variance_initializer: "ones" });
  });

  it("is not found where the start is only small, and 0 without ε has its own remedy", () => {
    expect(titlesAt("batch-vs-moving", "moving_variance_initializer=zeros&momentum=0.9")).toEqual(
      [],
    );
    const query = "data=constant&epsilon=0&momentum=0&moving_variance_initializer=1";
    const found = foundAt("batch-vs-moving", query);
    const zero = found.find(({ title }) => title.startsWith("Inference mode has no finite"));
    expect(zero?.change?.patch).toEqual({ epsilon: 0.001 });
  });
});
