import { describe, expect, it } from "vitest";
import type { DrawsModel } from "@/components/widgets/adjustment/figure-model";
import { figureModel } from "@/components/widgets/adjustment/model";
import { planeSentence, pointsText } from "@/components/widgets/adjustment/sentences";
import { adjustment } from "@/components/widgets/adjustment/widget";
import { drawnPlace } from "@/components/measures/kept-channels";
import { layerConfigOf, runSettingsOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { adjusted } from "@/workers/adjusted";

/** What the figure draws of synthetic data, from what the worker sends. */
async function drawsOf(patch: Partial<Experiment>): Promise<DrawsModel> {
  const experiment: Experiment = { ...startOf(adjustment), data: "gaussian", ...patch };
  const request = {
    layer: layerConfigOf(experiment),
    run: runSettingsOf(experiment),
    dataRoot: "",
  };
  const sent = await adjusted(request, () => undefined);
  const result = { ...sent, statistics: sent.statistics! };
  const channel = drawnPlace({ experiment, result }, experiment.channel);
  return figureModel({ ...experiment, channel }, result).draws!;
}

describe("the plane of draws", () => {
  it("counts them all where the run keeps them all", async () => {
    const draws = await drawsOf({});
    expect(draws).toMatchObject({ first: 0, count: 3 });
    expect(pointsText(draws)).toBe(", 3 in all");
    expect(planeSentence(draws, 100)).toMatch(
      /^Scale and bias of each feature in step 100: 3 points within 1 ± 0\.07 and ± 0\.1\. The chosen feature has scale \S+ and bias \S+\.$/,
    );
  });

  it("says which features of many it holds", async () => {
    // 320,000 numbers over 4,000 steps are 80 features: 80 to 159 with the 100th among them.
    const draws = await drawsOf({ steps: 4000, channels: 200, batch_size: 2, channel: 100 });
    expect(draws).toMatchObject({ first: 80, count: 200, followed: 20 });
    expect(draws.scales).toHaveLength(80);
    expect(pointsText(draws)).toBe(": 80 to 159 of 200");
    expect(planeSentence(draws, 100)).toMatch(
      /^Scale and bias of features 80 to 159 of 200 in step 100: 80 points within/,
    );
  });

  it("says which examples of a large batch it holds", async () => {
    const draws = await drawsOf({
      steps: 4000,
      means: [0],
      batch_size: 100,
      example: 90,
      adjustment: { scale: 0.07, bias: 0.1, per: "example" },
    });
    expect(draws).toMatchObject({ first: 80, count: 100, followed: 10 });
    expect(pointsText(draws)).toBe(": 80 to 99 of 100");
    expect(planeSentence(draws, 7)).toMatch(
      /^Scale and bias of examples 80 to 99 of 100 in step 7: 20 points within .* The chosen example has/,
    );
  });
});
