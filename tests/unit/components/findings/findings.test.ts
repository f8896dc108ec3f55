import { describe, expect, it } from "vitest";
import { findingsOf } from "@/components/findings";
import type { Finding } from "@/components/findings/finding";
import { ran, tableOf } from "../widgets/batch-vs-moving/support";
import type { Experiment } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/constant";
import type { Table } from "@/engine/types/table";

/** What is found in an experiment, on wine unless another table is given. */
function found(patch: Partial<Experiment>, table?: Table): readonly Finding[] {
  const { experiment, run } = ran(patch, table);
  const { statistics } = run;
  const chosen = run.inspect(experiment.step);
  return findingsOf({
    experiment,
    run: { statistics, chosen },
    channel: Math.min(experiment.channel, statistics.channels.length - 1),
  });
}

const titles = (patch: Partial<Experiment>, table?: Table): readonly string[] =>
  found(patch, table).map(({ title }) => title);

const titled = (text: string, patch: Partial<Experiment>, table?: Table): Finding => {
  const finding = found(patch, table).find(({ title }) => title === text);
  if (finding === undefined) throw new Error(`not found among: ${titles(patch, table).join("; ")}`);
  return finding;
};

const start = "The moving statistics still hold their start";
const gap = "Training and inference mode disagree";

describe("the findings", () => {
  it("are none in a healthy run", () => {
    expect(titles({ momentum: 0.9, step: 150 })).toEqual([]);
  });

  it("name a momentum too high for the steps, and what fits", () => {
    const { cause, remedy, change } = titled(start, {});
    expect(cause).toBe(
      "At momentum 0.99 they keep 60.5\u00a0% of their initial value after 50 steps; inference mode divides by that mixture.",
    );
    expect(remedy).toBe(
      "Less than 1 % would be left after 459 steps. Train longer, or choose a momentum that fits 200 steps.",
    );
    expect(change).toEqual({
      label: "Set momentum to 0.97 and go to the last step",
      patch: { momentum: 0.97, step: 200 },
    });
    expect(titles({})).toEqual([start, gap]);
  });

  it("say where a start is forgotten within the run", () => {
    expect(titled(start, { momentum: 0.9, step: 5 }).change).toEqual({
      label: "Go to step 44",
      patch: { step: 44 },
    });
    expect(titles({ momentum: 0.9, step: 43 })).toContain(start);
    expect(titles({ momentum: 0.9, step: 44 })).not.toContain(start);
  });

  it("say of a momentum of 1 that it never forgets", () => {
    const { remedy, change } = titled(start, { momentum: 1 });
    expect(remedy).toBe(
      "All of it is left, however long the run: choose a momentum that fits 200 steps.",
    );
    expect(change?.patch).toEqual({ momentum: 0.97, step: 200 });
  });

  it("tell of a gap between the modes, with the limits", () => {
    const { cause } = titled(gap, {});
    expect(cause).toMatch(
      /^The same batch comes out with mean 0 and deviation 0\.9\d+ in training mode and with mean [\d.]+ and deviation [\d.]+ in inference mode\. Over all that batches are drawn from, training mode gives mean 0 and deviation 0\.9\d+ and inference mode mean [\d.]+ and deviation [\d.]+\. Of these, more than 0\.25·\|γ\| between the means, or more than a factor of 1\.2 between the deviations, counts as a gap\.$/,
    );
  });

  it("name where a NaN began, and lead there", () => {
    const values = Array.from({ length: 40 }, (_, i) => (i === 30 ? NaN : i));
    const table = tableOf("x", values);
    const patch = { data: "own", batch_size: 4, steps: 10, step: 10, momentum: 0.5 } as const;
    const { statistics } = ran(patch, table).run;
    const began = statistics.batchMean.findIndex((mean) => !Number.isFinite(mean)) + 1;
    expect(began).toBeGreaterThan(1);
    const finding = titled(`NaN or infinity from step ${began} on`, patch, table);
    expect(finding.cause).toBe(
      `The batch of step ${began} holds a value of x that is not finite, so its mean is not, and the moving statistics never recover: a moving average keeps a share of everything it has seen.`,
    );
    expect(finding.change).toEqual({ label: `Go to step ${began}`, patch: { step: began } });
    expect(
      titled(`NaN or infinity from step ${began} on`, { ...patch, step: began }, table).change,
    ).toBeUndefined();
  });

  it("name a constant channel, and lead to one that varies", () => {
    const finding = titled("channel 0 does not vary", { data: "constant", momentum: 0.5 });
    expect(finding.cause).toBe(
      "All values of channel 0 in this batch are equal, so its variance is 0, x̂ is 0 and every output is β.",
    );
    expect(finding.change).toEqual({ label: "Look at channel 1 instead", patch: { channel: 1 } });
  });

  it("name the division of 0 by 0 of a constant channel without epsilon", () => {
    const patch = { data: "constant", epsilon: 0, momentum: 0.5 } as const;
    expect(titled("channel 0 is 0 divided by 0", patch).change?.patch).toEqual({ epsilon: 0.001 });
  });

  it("name a batch of one, and ghost batches of one", () => {
    expect(titled("A batch of one example", { batch_size: 1 }).change?.patch).toEqual({
      batch_size: 32,
    });
    expect(titled("Ghost batches of one example", { virtual_batch_size: 1 }).change?.patch).toEqual(
      { virtual_batch_size: null },
    );
    expect(titles({ batch_size: 1 })).not.toContain("alcohol does not vary");
    expect(titles({ batch_size: 1, trainable: false })).not.toContain("A batch of one example");
  });

  it("name renorm that is clipped in most steps, and plain Batch Normalization in disguise", () => {
    const finding = titled("Renorm is clipped in 100\u00a0% of the steps", {
      renorm: true,
      renorm_clipping: { rmax: 1, rmin: 1, dmax: 0 },
    });
    expect(finding.cause).toBe(
      "With rmin = rmax = 1 and dmax = 0 no correction is left: r = 1 and d = 0 is plain Batch Normalization.",
    );
    expect(finding.change?.patch).toEqual({ renorm_clipping: null });
    // Without rmin a narrow batch is still corrected.
    const { cause } = titled("Renorm is clipped in 100\u00a0% of the steps", {
      renorm: true,
      renorm_clipping: { rmax: 1, dmax: 0 },
    });
    expect(cause).toMatch(/^The correction of alcohol would go beyond its bounds in most steps/);
    const unclipped = titles({ renorm: true, momentum: 0.9, renorm_momentum: 0.9 });
    expect(unclipped.filter((title) => title.startsWith("Renorm"))).toEqual([]);
  });

  it("name a frozen layer by what its version does", () => {
    expect(titled("The layer is frozen", { trainable: false }).cause).toBe(
      "With trainable=False the layer runs in inference mode whatever training says: it uses the moving statistics it was given and never moves them.",
    );
    const older = titled("The layer is frozen, and still normalizes with its batches", {
      trainable: false,
      profile: "tf-2.3-v1",
      moving_mean_initializer: constant(13),
    });
    expect(older.remedy).toMatch(/^For fine-tuning call the layer with training=False, or take/);
    expect(older.change?.patch).toEqual({ profile: "keras-2-v2" });
    expect(older.cause).toBe(
      "In this version trainable=False keeps γ and β; training mode still normalizes with the batch, while the moving statistics stay where they are.",
    );
    expect(titles({ trainable: false })).not.toContain(start);
    const onTheWay = titled("The layer is frozen", { frozen_from: 50 });
    expect(onTheWay.change).toEqual({
      label: "Set frozen_from to none",
      patch: { frozen_from: null },
    });
    expect(titles({ frozen_from: 51 })).not.toContain("The layer is frozen");
  });

  it("explain ghost batches that do not divide, with a size that does", () => {
    const { experiment, run } = ran({});
    const evidence = {
      experiment,
      run: { statistics: run.statistics, chosen: run.inspect(50) },
      channel: 0,
    };
    const refused = (virtualBatchSize: number): readonly Finding[] =>
      findingsOf({
        ...evidence,
        refusal: { code: "ghost-divisibility", details: { batchSize: 32, virtualBatchSize } },
      });
    expect(refused(5)).toEqual([
      {
        title: "The ghost batches do not divide the batch",
        cause:
          "The layer reshapes a batch into ghost batches of equal size, and 32 examples are no multiple of 5.",
        remedy:
          "Choose a size that divides every batch the layer will see, the last of an epoch too.",
        change: { label: "Set virtual_batch_size to 4", patch: { virtual_batch_size: 4 } },
      },
    ]);
    expect(refused(64)[0]?.change?.patch).toEqual({ virtual_batch_size: 32 });
    expect(refused(0)[0]?.change?.patch).toEqual({ virtual_batch_size: 1 });
    const other = findingsOf({ ...evidence, refusal: { code: "worker-lost", details: {} } });
    expect(other.map(({ title }) => title)).toEqual(["These settings have no run"]);
  });

  it("offer only changes that an experiment can take, each under its own label", () => {
    const cases: readonly Partial<Experiment>[] = [
      {},
      { batch_size: 1 },
      { trainable: false },
      { renorm: true, renorm_clipping: { dmax: 0 } },
      { data: "constant", epsilon: 0 },
      { trainable: false, profile: "tf-2.3-v1" },
      { trainable: false, profile: "tf-1.4" },
      { moving_variance_initializer: constant(-1) },
      { momentum: 0.9, epsilon: 10 },
      { momentum: 0.9, batch_size: 2 },
      { momentum: 0.9, virtual_batch_size: 2 },
      { momentum: 0.1, batch_size: 4 },
      { momentum: 0.9, order: "sorted" },
      { data: "drift", momentum: 0.95, step: 150 },
      { data: "gaussian", means: [0.5], deviations: [0.01], momentum: 0.9 },
    ];
    for (const patch of cases) {
      for (const { title, change } of found(patch)) {
        if (change === undefined) continue;
        expect(change.label, title).toMatch(/^[A-Z]/);
        // What was found is gone once its remedy is applied, unless it only leads to where it began.
        expect(titles({ ...patch, ...change.patch }), title).not.toContain(title);
      }
    }
  });
});
