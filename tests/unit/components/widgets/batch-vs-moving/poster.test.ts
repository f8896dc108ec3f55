import { expect, it } from "vitest";
import { parts } from "@/components/widgets/batch-vs-moving/parts";
import { defaultExperiment } from "@/engine/spec/experiment";
import { figureOf } from "./support";

const posterModel = parts.model(defaultExperiment, parts.poster);
const fresh = figureOf();
/** The poster keeps seven digits; the sums that cancel to zero are of inputs around 13. */
const close = { relative: 1e-6, absolute: 1e-6 };

it("the poster shows the default channel and step of the default run", () => {
  const { channel, channelName, steps, step, batchSize, usesBatch, moves } = fresh;
  expect(posterModel).toMatchObject({
    channel,
    channelName,
    steps,
    step,
    batchSize,
    usesBatch,
    moves,
    momentum: fresh.momentum,
    epsilon: fresh.epsilon,
  });
  expect(posterModel.channelNames).toEqual([channelName]);
});

it("the poster's series are those of a fresh run within 1e-6", () => {
  for (const which of ["mean", "variance"] as const) {
    const [kept, made] = [posterModel[which], fresh[which]];
    expect(kept.batch).toBeAllClose(made.batch, close);
    expect(kept.moving).toBeAllClose(made.moving, close);
    expect(kept.population).toBeAllClose(made.population, close);
    expect(Object.values(kept.chosen)).toBeAllClose(Object.values(made.chosen), close);
    expect(kept.firstNonFinite).toBeNull();
  }
  expect([posterModel.gamma, posterModel.beta]).toEqual([fresh.gamma, fresh.beta]);
});

it("the poster's outputs are those of a fresh run within 1e-6, its bins the same", () => {
  const [kept, made] = [posterModel.outputs, fresh.outputs];
  expect(kept.domain).toEqual(made.domain);
  expect(kept.bins).toEqual(made.bins);
  expect(kept.tallest).toBe(made.tallest);
  for (const mode of ["training", "inference"] as const) {
    expect(kept[mode].mean).toBeAllClose(made[mode].mean, close);
    expect(kept[mode].deviation).toBeAllClose(made[mode].deviation, close);
  }
  for (const column of ["input", "training", "inference"] as const) {
    expect(kept.examples.map((example) => example[column])).toBeAllClose(
      made.examples.map((example) => example[column]),
      close,
    );
  }
});

it("the poster says in words what the live figure will say", () => {
  expect(posterModel.sentences).toEqual(fresh.sentences);
});
