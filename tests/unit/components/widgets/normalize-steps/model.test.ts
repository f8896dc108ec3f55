import { describe, expect, it } from "vitest";
import { specimens } from "@/components/widgets/normalize-steps/specimens";
import { mean, variance } from "../../../engine/support/naive";
import { figureOf, ran } from "./support";

/** Float32 inputs in the thousands, and what is made of them. */
const close = { relative: 2e-4, absolute: 2e-5 };

describe.each(specimens)("in the specimen $name", ({ query }) => {
  const { model, run, experiment } = ran(query);

  it("has the engine's inputs, x̂ and outputs, bit for bit", () => {
    const width = model.channelNames.length;
    const columnOf = (values: Float64Array): number[] =>
      Array.from(values).filter((_, i) => i % width === model.channel);
    expect(model.column().map(({ input }) => input)).toEqual(columnOf(run.chosen.inputs));
    expect(model.column().map(({ normalized }) => normalized)).toEqual(
      columnOf(run.chosen.call.normalized),
    );
    expect(model.column().map(({ output }) => output)).toEqual(
      columnOf(run.chosen.trainingOutputs),
    );
  });

  it("leads from each input to its output by the formulas that it shows", () => {
    for (const cell of model.column()) {
      const { input, mean: mu, variance: v, renorm, adjustment, gamma, beta } = cell;
      const normalized = (input - mu) / Math.sqrt(v + experiment.epsilon);
      expect([cell.normalized]).toBeAllClose([normalized], close);
      const corrected = renorm === null ? normalized : normalized * renorm.r + renorm.d;
      const adjusted =
        adjustment === null ? corrected : corrected * adjustment.scale + adjustment.bias;
      expect([cell.output]).toBeAllClose([gamma * adjusted + beta], close);
      if (renorm !== null) expect([renorm.corrected]).toBeAllClose([corrected], close);
      if (adjustment !== null) expect([adjustment.adjusted]).toBeAllClose([adjusted], close);
    }
  });

  it("has the mean and the variance of the inputs that share them, by hand", () => {
    const inputs = model.sharers.map(({ input }) => input);
    if (!model.usesBatch) {
      expect(inputs).toEqual([]);
      return;
    }
    expect([model.selected.mean, model.selected.variance]).toBeAllClose(
      [mean(inputs), variance(inputs)],
      close,
    );
  });

  it("says something, and frames one cell alone", () => {
    for (const sentence of model.sentences) expect(sentence).toMatch(/^[A-Z].*\.$/s);
    const states = model.grid.rows.flatMap(({ cells }) => cells.map(({ state }) => state));
    expect(states.filter((state) => state === "selected")).toHaveLength(1);
  });
});

describe("renorm's correction", () => {
  it.each(["keras-2-v2", "tf-1.14-v2"])(
    "is what its formulas make of the averages, in %s",
    (profile) => {
      const { selected, epsilon } = figureOf(
        `renorm=true&renorm_momentum=0.9&virtual_batch_size=3&profile=${profile}`,
      );
      const { average, batch, unclipped, r, d } = selected.renorm!;
      expect([unclipped.r, unclipped.d]).toBeAllClose(
        [
          Math.sqrt(batch.variance + epsilon) / average.deviation,
          (batch.mean - average.mean) / average.deviation,
        ],
        close,
      );
      expect([r, d]).toEqual([unclipped.r, unclipped.d]);
    },
  );

  it("stays within its bounds, which a schedule may move", () => {
    const { selected, sentences } = figureOf(
      "renorm=true&renorm_clipping=rmin:0.9,rmax:1@1~2@99,dmax:0.1&renorm_momentum=0.9&stage=renorm",
    );
    const { bounds, d, unclipped } = selected.renorm!;
    expect([bounds.rmin, bounds.rmax, bounds.dmax]).toBeAllClose([0.9, 1.5, 0.1], close);
    expect(Math.abs(unclipped.d)).toBeGreaterThan(0.1);
    expect([Math.abs(d)]).toBeAllClose([0.1], close);
    expect(sentences.some((sentence) => sentence.startsWith("Without its bounds "))).toBe(true);
  });
});

describe("who shares the selected cell's statistics", () => {
  const sharing = (query: string): readonly number[] =>
    figureOf(query).sharers.map(({ example }) => example);

  it("are all examples, but for ghost batches, a mask and a frozen layer", () => {
    expect(sharing("")).toEqual([0, 1, 2, 3, 4, 5]);
    expect(sharing("virtual_batch_size=3&example=3")).toEqual([1, 3, 5]);
    expect(sharing("padding=2")).toEqual([0, 1, 2, 3, 4, 5]);
    expect(sharing("padding=2&mask=true")).toEqual([0, 1, 2, 3]);
    expect(sharing("padding=2&mask=true&virtual_batch_size=3&example=5")).toEqual([1, 3]);
    expect(sharing("trainable=false")).toEqual([]);
  });

  it("are told by the frames of their cells", () => {
    const states = (query: string): readonly string[] => {
      const { grid, channel } = figureOf(query);
      return grid.rows.map(({ key, cells }) => `${key} ${cells[channel]!.state}`);
    };
    expect(states("virtual_batch_size=3&example=3&channel=2")).toEqual([
      "x0 plain",
      "x1 sharing",
      "x2 plain",
      "x3 selected",
      "x4 plain",
      "x5 sharing",
      "mean1 sharing",
      "variance1 sharing",
    ]);
    expect(states("stage=mean&virtual_batch_size=3&example=2")).toEqual([
      "x0 sharing",
      "x1 plain",
      "x2 followed",
      "x3 plain",
      "x4 sharing",
      "x5 plain",
      "mean0 selected",
      "mean1 plain",
    ]);
    expect(states("stage=variance&padding=1&mask=true&trainable=true")).toEqual([
      "x0 followed",
      "x1 sharing",
      "x2 sharing",
      "x3 sharing",
      "x4 sharing",
      "x5 left-out",
      "mean0 sharing",
      "variance0 selected",
    ]);
    expect(states("trainable=false&padding=1&mask=true")).toEqual([
      "x0 selected",
      "x1 plain",
      "x2 plain",
      "x3 plain",
      "x4 plain",
      "x5 plain",
      "mean0 sharing",
      "variance0 sharing",
    ]);
  });

  it("are told of in words too", () => {
    const { grid } = figureOf("padding=1&mask=true&edits=50.1.0:45");
    expect(grid.rows.map(({ cells }) => cells[0]!.description)).toEqual([
      expect.stringMatching(/^Example 0, beak_length_mm: x̂ = -?−?[\d.]+$/),
      expect.stringMatching(/, counts in the selected cell’s statistics, edited input$/),
      expect.stringMatching(/, counts in the selected cell’s statistics$/),
      expect.stringMatching(/, counts in the selected cell’s statistics$/),
      expect.stringMatching(/, counts in the selected cell’s statistics$/),
      expect.stringMatching(/, left out by the mask$/),
      expect.stringMatching(/^mean μ, beak_length_mm: [\d.]+$/),
      expect.stringMatching(/^variance v, beak_length_mm: [\d.]+$/),
    ]);
  });
});

describe("the stages", () => {
  const stages = (query: string): string =>
    figureOf(query)
      .stages.map(({ id }) => id)
      .join(" ");

  it("are those that the call has", () => {
    expect(stages("")).toBe("inputs mean variance normalized output");
    expect(stages("renorm=true")).toBe("inputs mean variance normalized renorm output");
    expect(stages("adjustment=scale:0.1,bias:0")).toBe(
      "inputs mean variance normalized adjustment output",
    );
    expect(stages("renorm=true&adjustment=scale:0.1,bias:0&trainable=false")).toBe(
      "inputs mean variance normalized output",
    );
  });

  it("that are off give way to the one before", () => {
    expect(figureOf("stage=renorm").stage.id).toBe("normalized");
    expect(figureOf("stage=adjustment&renorm=true").stage.id).toBe("renorm");
  });
});

describe("a frozen layer", () => {
  it("is said to use its moving statistics, and has them", () => {
    const { run, model } = ran("trainable=false&stage=mean");
    expect(model.selected.mean).toBe(run.statistics.movingMean[49 * 4]);
    expect(model.selected.variance).toBe(run.statistics.movingVariance[49 * 4]);
    expect(model.sentences[0]).toBe(
      "A frozen layer takes no mean of its batch: μ is the moving mean of beak_length_mm, 0.",
    );
    expect(model.grid.rows.at(-1)).toMatchObject({ name: "moving mean μ", of: "moving" });
    expect(model.grid.note).toContain("No input of this batch is in the statistics");
  });

  it("of the V1 flavour still uses its batch", () => {
    const model = figureOf("trainable=false&profile=tf-2.3-v1");
    expect([model.usesBatch, model.sharers.length]).toEqual([true, 6]);
  });
});

describe("a large batch", () => {
  it("is drawn in pages that do not move while the selection moves inside them", () => {
    const { grid } = figureOf("data=wine&batch_size=178&example=17&channel=9");
    const rows = grid.rows.map(({ key }) => key);
    expect(rows).toEqual([
      ...Array.from({ length: 16 }, (_, i) => `x${16 + i}`),
      "mean0",
      "variance0",
    ]);
    expect(grid.columns.map(({ index }) => index)).toEqual([8, 9, 10, 11, 12]);
    expect([grid.rowCount, grid.columnCount]).toEqual([180, 13]);
    expect(grid.reached).toEqual({ row: "x17", column: 9 });
    expect(grid.note).toContain(
      "Here are examples 16 to 31 of 178 and channels 8 to 12 of 13; the selection leads to the others.",
    );
    expect(figureOf("data=wine&batch_size=178&example=31&channel=12").grid.examples).toEqual([
      16, 31,
    ]);
    expect(figureOf("data=wine&batch_size=178&example=400").grid.examples).toEqual([176, 177]);
  });

  it("of many ghost batches draws those around the selected one", () => {
    const { grid } = figureOf("data=wine&batch_size=64&virtual_batch_size=2&stage=mean&example=41");
    expect(grid.below).toEqual(Array.from({ length: 8 }, (_, i) => `mean${8 + i}`));
    expect(grid.reached).toEqual({ row: "mean9", column: 0 });
  });
});
