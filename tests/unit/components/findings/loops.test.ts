import { describe, expect, it } from "vitest";
import { formatNumber } from "@/components/charts/format/number";
import { findingsOf } from "@/components/findings";
import type { Finding } from "@/components/findings/finding";
import { landmarksOf } from "@/components/measures/landmarks";
import { posterOf } from "@/components/live-figure/poster";
import { parts } from "@/components/widgets/update-ops/parts";
import { constant } from "@/engine/spec/constant";
import type { Experiment } from "@/engine/spec/experiment";
import type { Table } from "@/engine/types/table";
import { loopOf, tableOf } from "../widgets/update-ops/support";

/** What is found in a training loop, on wine unless another table is given. */
function found(patch: Partial<Experiment>, table?: Table): readonly Finding[] {
  const { experiment, data } = loopOf(patch, table);
  const channel = Math.min(experiment.channel, data.statistics.channels.length - 1);
  return findingsOf({ experiment, run: data, channel });
}

const titles = (patch: Partial<Experiment>, table?: Table): readonly string[] =>
  found(patch, table).map(({ title }) => title);

const titled = (text: string, patch: Partial<Experiment>, table?: Table): Finding => {
  const finding = found(patch, table).find(({ title }) => title === text);
  if (finding === undefined) throw new Error(`not found among: ${titles(patch, table).join("; ")}`);
  return finding;
};

const notRun = "The update operations do not run";
const start = "The moving statistics still hold their start";
const gap = "Training and inference mode disagree";
const early = { run_update_ops: true, collect_before_layer: true } as const;

describe("the findings in a training loop", () => {
  it("are none where the step runs the update operations and the start is forgotten", () => {
    expect(titles({ run_update_ops: true, momentum: 0.9, step: 150 })).toEqual([]);
  });

  it("say first that nobody runs the update operations, with the numbers and what helps", () => {
    expect(titles({})).toEqual([notRun, gap]);
    const { statistics, loop } = loopOf().data;
    const { trainingLoss, inferenceLoss } = loop.probe;
    expect(inferenceLoss[50]).toBeGreaterThan(50 * trainingLoss[50]!);
    const variance = statistics.batchVariance[49 * statistics.channels.length]!;
    const { cause, remedy, change } = titled(notRun, {});
    expect(cause).toBe(
      [
        "The train step needs none of the operations in UPDATE_OPS, so no session.run of it runs them.",
        `After 50 steps the moving mean of alcohol is still exactly 0 and its moving variance 1, as they started; the step’s batch has mean 13.03 and variance ${formatNumber(variance)}.`,
        `The first batch then has a loss of ${formatNumber(trainingLoss[50]!, 3)} in training mode and of ${formatNumber(inferenceLoss[50]!, 3)} in inference mode.`,
      ].join(" "),
    );
    expect(remedy).toBe(
      "Let the train step need them: train_step = tf.group(train_op, update_ops), with UPDATE_OPS asked for after the layer is made.",
    );
    expect(change).toEqual({
      label: "Set run_update_ops to true",
      patch: { run_update_ops: true, collect_before_layer: false },
    });
  });

  it("tell a collection asked for too early from one that is not run", () => {
    const { cause, remedy, change } = titled(notRun, early);
    expect(cause).toMatch(
      /^The program asks for UPDATE_OPS before it makes the layer and gets an empty list, so the train step needs no update operation\./,
    );
    expect(remedy).toMatch(/^Ask for UPDATE_OPS after the layer is made/);
    expect(change).toEqual({
      label: "Set collect_before_layer to false",
      patch: { run_update_ops: true, collect_before_layer: false },
    });
    expect(titled(notRun, { collect_before_layer: true }).change?.label).toBe(
      "Set run_update_ops to true and collect_before_layer to false",
    );
  });

  it("name the start that the moving statistics have, whatever it is, and count one step", () => {
    const { cause } = titled(notRun, {
      step: 1,
      moving_mean_initializer: constant(13),
      moving_variance_initializer: constant(0.65),
    });
    expect(cause).toContain(
      "After 1 step the moving mean of alcohol is still exactly 13 and its moving variance 0.65, as they started;",
    );
  });

  it("blame the momentum only where the update operations run", () => {
    for (const patch of [{}, early, { momentum: 1 }]) {
      expect(titles(patch)).not.toContain(start);
    }
    const { change } = titled(start, { run_update_ops: true });
    expect(change?.patch).toEqual({ momentum: 0.97, step: 200 });
    expect(titles({ run_update_ops: true, momentum: 1 })).toContain(start);
    expect(titles({ run_update_ops: true })).not.toContain(notRun);
  });

  it("are gone once their remedy is applied", () => {
    for (const patch of [{}, early, { collect_before_layer: true }, { run_update_ops: true }]) {
      for (const { title, change } of found(patch)) {
        if (change === undefined) continue;
        expect(titles({ ...patch, ...change.patch }), title).not.toContain(title);
      }
    }
  });

  it("name a batch of one, a channel that does not vary, and values that are not finite", () => {
    expect(titles({ batch_size: 1 })).toContain("A batch of one example");
    expect(titles({ data: "constant" })).toContain("channel 0 does not vary");
    const infinite = tableOf("x", [1, 2, Infinity, 4]);
    const own = { data: "own", batch_size: 4 } as const;
    const broken = "NaN or infinity from step 1 on";
    expect(titled(broken, own, infinite).cause).toBe(
      "The batch of step 1 holds a value of x that is not finite, so its mean is not. γ and β, which learn from the batch, never recover.",
    );
    expect(titled(broken, { ...own, run_update_ops: true }, infinite).cause).toContain(
      "and the moving statistics never recover",
    );
    // There is no loss to tell of.
    expect(titled(notRun, own, infinite).cause).toMatch(/variance NaN\.$/);
  });

  it("name a learning rate that drives γ and β out of float32", () => {
    const patch = { learning_rate: 10, steps: 300, data: "own", run_update_ops: true } as const;
    const table = tableOf("a", [1, 2, 4]);
    const { statistics } = loopOf(patch, table).data;
    const isFinite = (t: number): boolean =>
      Number.isFinite(statistics.gamma[t]) && Number.isFinite(statistics.beta[t]);
    const began = Array.from({ length: 301 }, (_, t) => t).find((t) => !isFinite(t))!;
    expect(began).toBeGreaterThan(1);
    const finding = titled(`NaN or infinity from step ${began} on`, patch, table);
    expect(finding.cause).toContain(`After step ${began} γ or β of a is not finite`);
    expect(finding.remedy).toBe("Take a smaller learning_rate.");
    expect(landmarksOf(statistics, 0, 0.001)).toContainEqual({ name: "first NaN", step: began });
  });

  it("are in the poster as in a fresh loop", () => {
    const { experiment, result } = posterOf(parts);
    const inPoster = findingsOf({ experiment, run: result, channel: 0 });
    expect(inPoster).toEqual(found({}));
    expect(parts.landmarks?.(result, 0, experiment)).toEqual([]);
  });
});

describe("the landmarks of a training loop", () => {
  it("say where the moving mean has arrived, which without the update operations is nowhere", () => {
    const patch = { momentum: 0.9, run_update_ops: true };
    const { data, experiment } = loopOf(patch);
    const [arrived, ...others] = parts.landmarks!(data, 0, experiment);
    expect(others).toEqual([]);
    expect(arrived!.name).toBe("moving mean within 1 %");
    const { movingMean, populationMean, channels } = data.statistics;
    const left = (t: number): number =>
      Math.abs(movingMean[t * channels.length]! / populationMean[0]! - 1);
    expect(left(arrived!.step)).toBeLessThanOrEqual(0.01);
    expect(left(arrived!.step - 1)).toBeGreaterThan(0.01);
    expect(parts.landmarks!(loopOf({ momentum: 0.9 }).data, 0, experiment)).toEqual([]);
  });
});
