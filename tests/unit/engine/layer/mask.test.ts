import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { Mask, Warning } from "@/engine";
import { elementWeightsOf } from "@/engine/layer/mask";
import { profiles, switchesOf } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import { refusedBy } from "../support/refused";
import { float32, float64, stateOf, weightOf } from "../support/tensors";

const latest = profiles["keras-2-v2"];
const ids = Object.keys(profiles) as ProfileId[];

describe("the element weights of a mask", () => {
  it("repeat it along the last axis, with booleans as 1 and 0", () => {
    expect(elementWeightsOf([true, false], [2, 3], latest)).toEqual(
      Float64Array.of(1, 1, 1, 0, 0, 0),
    );
    expect(elementWeightsOf([[1, 0.5]], [1, 2, 2], latest)).toEqual(
      Float64Array.of(1, 1, 0.5, 0.5),
    );
    expect(elementWeightsOf(float32([2], [0, 1]), [2, 1], latest)).toEqual(Float64Array.of(0, 1));
  });

  it("let one position stand for all, and a single value for everything", () => {
    expect(elementWeightsOf([[1], [0]], [2, 2, 1], latest)).toEqual(Float64Array.of(1, 1, 0, 0));
    expect(elementWeightsOf(true, [2, 1], latest)).toEqual(Float64Array.of(1, 1));
  });

  it.each<[string, Mask, string]>([
    ["has another length", [1, 0, 1], "[3]"],
    [
      "knows the last axis",
      [
        [1, 0, 1],
        [1, 1, 1],
      ],
      "[2, 3]",
    ],
  ])("do not exist when it %s", (_, mask, shown) => {
    expect(refusedBy(() => elementWeightsOf(mask, [2, 3], latest))).toEqual({
      code: "mask-shape",
      kind: "ValueError",
      message: `mask must be shaped as the inputs without their last axis, [2]. Received: mask.shape=${shown}`,
    });
  });

  it.each([
    ["text", "1", '"1"'],
    ["an object", {}, "{}"],
  ])("do not exist when it is %s", (_, mask, shown) => {
    expect(refusedBy(() => elementWeightsOf(mask as never, [2, 3], latest))).toEqual({
      code: "argument",
      kind: "TypeError",
      message: `mask must be null, a tensor, or nested lists of numbers, shaped as the inputs without their last axis. Received: mask=${shown}`,
    });
  });

  it("do not exist when it is ragged", () => {
    expect(refusedBy(() => elementWeightsOf([[1], [1, 0]], [2, 2, 1], latest)).code).toBe(
      "tensor-ragged",
    );
  });

  it.each(ids.filter((id) => !id.startsWith("keras-2")))("do not exist in %s", (profile) => {
    const unsupported =
      "mask must be null: the layer does not support masking in this version. Received: mask=a mask";
    const notAnArgument =
      "mask must be left out: the call got an unexpected keyword argument mask in this version. Received: mask=a mask";
    expect(refusedBy(() => elementWeightsOf([1, 1], [2, 3], switchesOf(profile)))).toEqual({
      code: "mask-unsupported",
      kind: "TypeError",
      message: profile === "tf-1.4" ? unsupported : notAnArgument,
    });
  });
});

/** The last example is an outlier that the mask leaves out: mean 2 and variance 1 without it. */
const x = float64([3, 1], [1, 3, 1000]);
const mask = [true, true, false];
const layerWith = (onWarning?: (warning: Warning) => void): BatchNormalization =>
  new BatchNormalization(
    { dtype: "float64", epsilon: 0, momentum: 0.5 },
    { ...(onWarning && { onWarning }) },
  );

describe("a masked call", () => {
  it("takes its statistics from what the mask leaves, and normalizes the rest with them", () => {
    const layer = layerWith();
    const { outputs, batch } = layer.trace(x, { training: true, mask });
    expect([batch!.mean.data[0], batch!.variance.data[0]]).toEqual([2, 1]);
    expect([...outputs.data]).toEqual([-1, 1, 998]);
    expect(weightOf(layer, "moving_mean")).toEqual([1]);
    expect(weightOf(layer, "moving_variance")).toEqual([1]);
  });

  it("with a mask of ones is an unmasked one", () => {
    const [masked, plain] = [layerWith(), layerWith()];
    const found = masked.call(x, { training: true, mask: [1, 1, 1] });
    expect(found.data).toBeAllClose(plain.call(x, { training: true }).data, { relative: 1e-14 });
    expect(weightOf(masked, "moving_variance")).toEqual(weightOf(plain, "moving_variance"));
  });

  it("that leaves nothing has mean and variance 0, as TensorFlow's division gives", () => {
    const layer = new BatchNormalization({ dtype: "float64", epsilon: 1, momentum: 0.5 });
    const { outputs } = layer.trace(x, { training: true, mask: [0, 0, 0] });
    expect([...outputs.data]).toEqual([1, 3, 1000]);
    expect(weightOf(layer, "moving_variance")).toEqual([0.5]);
  });

  it("at inference ignores the mask", () => {
    const layer = layerWith();
    layer.call(x, { training: true });
    expect(layer.call(x, { mask })).toEqual(layer.call(x));
  });

  it("of a fused layer ignores it with a warning", () => {
    const warnings: Warning[] = [];
    const images = float32([2, 1, 1, 1], [0, 2]);
    const make = (): BatchNormalization =>
      new BatchNormalization({ name: "bn" }, { onWarning: (warning) => warnings.push(warning) });
    const [masked, plain] = [make(), make()];
    const found = masked.call(images, { training: true, mask: [[[1]], [[0]]] });
    expect(found).toEqual(plain.call(images, { training: true }));
    expect(stateOf(masked)).toEqual(stateOf(plain));
    expect(warnings).toEqual([
      {
        code: "mask-ignored",
        message:
          "mask is ignored by bn: the fused implementation does not use it. Give fused=false to use it.",
      },
    ]);
  });

  it("warns of nothing on the unfused path", () => {
    const warnings: Warning[] = [];
    layerWith((warning) => warnings.push(warning)).call(x, { training: true, mask });
    expect(warnings).toEqual([]);
  });

  it("that is refused changes nothing and builds nothing", () => {
    const layer = layerWith();
    expect(refusedBy(() => layer.call(x, { training: true, mask: [1, 1] })).code).toBe(
      "mask-shape",
    );
    expect(layer.built).toBe(false);
  });
});
