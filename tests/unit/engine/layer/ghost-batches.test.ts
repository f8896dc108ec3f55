import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { profiles } from "@/engine/spec/profiles";
import { refusedBy } from "../support/refused";
import { float64, uniformNumbers, weightOf } from "../support/tensors";

const ids = Object.keys(profiles) as ProfileId[];
const float = { dtype: "float64", momentum: 0.5 } as const;
const close = { relative: 1e-12, absolute: 1e-12 };

const make = (args: BatchNormArguments = {}, profile?: ProfileId): BatchNormalization =>
  new BatchNormalization(
    { ...float, virtual_batch_size: 2, ...args },
    { ...(profile && { profile }) },
  );

describe("ghost batches", () => {
  /** Examples 0 and 2 are ghost batch 0, examples 1 and 3 ghost batch 1. */
  const x = float64([4, 1], [1, 10, 3, 30]);

  it("are normalized each by itself: strided pairs, whose outputs keep their places", () => {
    const { outputs, ghostBatches, samplesPerStatistic } = make({ epsilon: 0 }).trace(x, {
      training: true,
    });
    expect([...outputs.data]).toEqual([-1, -1, 1, 1]);
    expect([ghostBatches, samplesPerStatistic]).toEqual([2, 2]);
  });

  it("move the statistics once, to the average of their means and of their variances", () => {
    const layer = make();
    layer.call(x, { training: true });
    expect(weightOf(layer, "moving_mean")).toEqual([(2 + 20) / 2 / 2]);
    expect(weightOf(layer, "moving_variance")).toEqual([(1 + (1 + 100) / 2) / 2]);
  });

  it("of the whole batch, and none, are the same, within 1e-12", () => {
    const batch = float64([6, 3], uniformNumbers([6, 3], 0, 2));
    const [whole, plain] = [make({ virtual_batch_size: 6 }), new BatchNormalization(float)];
    const outputs = [whole, plain].map((layer) => layer.call(batch, { training: true }));
    expect(outputs[0]!.data).toBeAllClose(outputs[1]!.data, close);
    expect(weightOf(whole, "moving_variance")).toEqual(weightOf(plain, "moving_variance"));
  });

  it("of one example become β and pull the moving variance towards 0", () => {
    const layer = make({ virtual_batch_size: 1, beta_initializer: "ones" });
    expect([...layer.call(x, { training: true }).data]).toEqual([1, 1, 1, 1]);
    expect(weightOf(layer, "moving_variance")).toEqual([0.5]);
  });

  it("equal separate layers on each strided part, along axis 1 of images, within 1e-12", () => {
    const shape = [6, 2, 3, 2];
    const batch = float64(shape, uniformNumbers(shape, -1, 4));
    const { outputs } = make({ axis: 1 }).trace(batch, { training: true });
    for (const ghost of [0, 1, 2]) {
      const rows = [ghost, ghost + 3];
      const part = (data: ArrayLike<number>): number[] =>
        rows.flatMap((row) => Array.from(data).slice(row * 12, (row + 1) * 12));
      const alone = new BatchNormalization({ ...float, axis: 1 });
      const expected = alone.call(float64([2, 2, 3, 2], part(batch.data)), { training: true });
      expect(part(outputs.data)).toBeAllClose(expected.data, close);
    }
  });

  it("share one correction of renorm, from the averaged statistics, within 1e-12", () => {
    const { renorm, outputs, normalized } = make({ renorm: true, epsilon: 0 }).trace(x, {
      training: true,
    });
    expect(renorm!.r.data).toBeAllClose([Math.sqrt(50.5)], close);
    expect(renorm!.d.data).toBeAllClose([11], close);
    expect(outputs.data).toBeAllClose(
      [...normalized.data].map((value) => value * Math.sqrt(50.5) + 11),
      close,
    );
  });

  it("of an empty batch give an empty output and move nothing", () => {
    const layer = make();
    expect(layer.call(float64([0, 1], []), { training: true }).shape).toEqual([0, 1]);
    expect(weightOf(layer, "moving_variance")).toEqual([1]);
  });

  it("shape the parameters in full rank with a 1 in second place", () => {
    const layer = make({ axis: 1 });
    layer.build([null, 5, 3, 2]);
    expect(layer.getWeights().map(({ shape }) => shape)).toEqual(
      new Array(4).fill([1, 1, 5, 1, 1]),
    );
    expect(layer.countParams()).toBe(20);
  });
});

describe("a batch that is no multiple of virtual_batch_size", () => {
  const odd = float64([3, 1], [1, 2, 3]);
  const refused = {
    code: "ghost-divisibility",
    kind: "ValueError",
    message:
      "inputs must have a batch size that is a multiple of virtual_batch_size, 2 (Reshape to ghost batches). Received: a batch size of 3",
  };

  it.each(ids)("is refused in training, and at inference up to 2.3: %s", (profile) => {
    const layer = make({}, profile);
    expect(refusedBy(() => layer.call(odd, { training: true }))).toEqual(refused);
    expect([layer.built, layer.step]).toEqual([false, 0]);
    if (profile.startsWith("keras-2")) expect(layer.call(odd).shape).toEqual([3, 1]);
    else expect(refusedBy(() => layer.call(odd))).toEqual(refused);
  });

  it("is refused at the inference of a frozen V2 layer of 2.3, too", () => {
    const frozen = make({ trainable: false }, "tf-2.3-v2");
    expect(refusedBy(() => frozen.call(odd, { training: true }))).toEqual(refused);
    expect(make({ trainable: false }).call(odd, { training: true }).shape).toEqual([3, 1]);
  });
});

it("inference is that of a layer without ghost batches, within 1e-12", () => {
  const x = float64([4, 2], uniformNumbers([4, 2], 0, 1));
  const [ghosts, plain] = [make(), new BatchNormalization(float)];
  for (const layer of [ghosts, plain]) layer.build([null, 2]);
  ghosts.assign({ moving_mean: float64([1, 1, 2], [3, 4]) });
  plain.assign({ moving_mean: float64([2], [3, 4]) });
  expect(ghosts.call(x).data).toBeAllClose(plain.call(x).data, close);
  expect(ghosts.trace(x).ghostBatches).toBe(1);
});

describe("building with ghost batches is refused when", () => {
  const refusedAt = (args: BatchNormArguments, profile?: ProfileId): object =>
    refusedBy(() => make(args, profile).build([4, 3]));

  it.each([0, -2])("virtual_batch_size is %i", (size) => {
    expect(refusedAt({ virtual_batch_size: size })).toEqual({
      code: "virtual-batch-size",
      kind: "ValueError",
      message: `virtual_batch_size must be a positive integer that divides the batch size. Received: virtual_batch_size=${size}`,
    });
  });

  it.each([[0], [-2], [[1, 0]]])("axis %j includes the batch's", (axis) => {
    const shown = typeof axis === "number" ? "0" : "1, 0";
    expect(refusedAt({ axis })).toEqual({
      code: "virtual-batch-axis",
      kind: "ValueError",
      message: `axis cannot include 0 when virtual_batch_size is given: axis must leave the batch's own axis to the ghost batches. Received: axis=[${shown}], virtual_batch_size=2`,
    });
  });

  it("renorm is on in TensorFlow 1.4, and in no other version", () => {
    expect(refusedAt({ renorm: true }, "tf-1.4")).toEqual({
      code: "virtual-batch-renorm",
      kind: "ValueError",
      message:
        "renorm must be false when virtual_batch_size is given in this version, whose renorm variables do not fit the statistics of ghost batches. Received: renorm=true, virtual_batch_size=2",
    });
    for (const profile of ids.filter((id) => id !== "tf-1.4")) {
      expect(() => make({ renorm: true }, profile).build([4, 3])).not.toThrow();
    }
  });

  it("several things are wrong: size before axis before adjustment, range and repetition before all", () => {
    const codeOf = (args: BatchNormArguments): string =>
      refusedBy(() => make(args).build([4, 3])).code;
    const adjustment = { scale: 0, bias: 0 };
    expect([
      codeOf({ virtual_batch_size: 0, axis: [5], adjustment }),
      codeOf({ virtual_batch_size: 0, axis: [0, -2], adjustment }),
      codeOf({ virtual_batch_size: 0, axis: 0, adjustment }),
      codeOf({ axis: 0, adjustment }),
      codeOf({ axis: 1, adjustment }),
    ]).toEqual([
      "axis-range",
      "axis-duplicate",
      "virtual-batch-size",
      "virtual-batch-axis",
      "virtual-batch-adjustment",
    ]);
  });

  it.each(ids)("an inner size is unknown, before 2.3: %s", (profile) => {
    const build = (): void => make({ axis: 1 }, profile).build([null, 3, null]);
    const allowed = profile.startsWith("tf-2.3") || profile.startsWith("keras-2");
    if (allowed) expect(build).not.toThrow();
    else {
      expect(refusedBy(build)).toEqual({
        code: "virtual-batch-dimension",
        kind: "ValueError",
        message:
          "inputs must have known sizes along all axes but the first when virtual_batch_size is given in this version. Received: inputs.shape=[null, 3, null]",
      });
    }
  });
});
