import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { layerCalls } from "@/engine/inspection/layer-calls";
import { sampleTensor } from "@/engine/inspection/sample-tensor";
import type { BatchNormArguments } from "@/engine/layer/configuration";
import type { ProfileId } from "@/engine/spec/profiles";
import { tensor } from "@/engine/tensor/tensor";
import { refusedBy } from "../support/refused";

const shape = [4, 2, 2, 3];
const inputs = tensor(sampleTensor(shape, 3, 5), { shape, dtype: "float32" });

const layerOf = (args: BatchNormArguments, profile: ProfileId): BatchNormalization => {
  const layer = new BatchNormalization(args, { profile, seed: 5 });
  layer.build(shape);
  return layer;
};

const called = (args: BatchNormArguments, profile: ProfileId = "keras-2-v2", calls = 4) =>
  layerCalls(layerOf(args, profile), { inputs, axes: [3] }, calls);

describe("the calls of a layer", () => {
  it("found and left the weights that the layer has after so many calls", () => {
    for (const [args, profile] of [
      [{}, "keras-2-v2"],
      [{ momentum: 0.5, fused: false }, "tf-2.3-v1"],
      [{ renorm: true }, "keras-2-v2"],
      [{ renorm: true, virtual_batch_size: 2 }, "tf-1.14-v1"],
    ] as const) {
      const { moving, parameters } = called(args, profile);
      const layer = layerOf(args, profile);
      for (let call = 0; call <= 4; call++) {
        const { before } = layer.trace(inputs, { training: true }).weights;
        expect(Object.keys({ ...parameters, ...moving }).sort()).toEqual(
          Object.keys(before).sort(),
        );
        for (const [name, { data }] of Object.entries(before)) {
          const size = data.length;
          const row = moving[name]?.subarray(call * size, (call + 1) * size) ?? parameters[name];
          expect([...(row ?? [])], `${name} after ${call}`).toEqual([...data]);
        }
      }
    }
  });

  it("have as many rows as calls, and one more for the start", () => {
    const { moving, parameters } = called({ renorm: true }, "tf-1.14-v2", 7);
    expect(
      Object.fromEntries(Object.entries(moving).map(([name, { length }]) => [name, length])),
    ).toEqual({
      moving_mean: 24,
      moving_variance: 24,
      renorm_mean: 24,
      renorm_mean_weight: 8,
      renorm_stddev: 24,
      renorm_stddev_weight: 8,
    });
    expect(parameters).toEqual({ gamma: Float64Array.of(1, 1, 1), beta: Float64Array.of(0, 0, 0) });
  });

  it("keep what each drew, in the shape that it was drawn in", () => {
    for (const [per, drawn] of [
      ["feature", [3]],
      ["example", [4, 1, 1, 1]],
    ] as const) {
      const args = { adjustment: { scale: 0.1, bias: 0.2, per } } as const;
      const { adjustment } = called(args);
      const layer = layerOf(args, "keras-2-v2");
      const size = drawn.reduce<number>((all, length) => all * length, 1);
      expect(adjustment?.shape).toEqual(drawn);
      for (let call = 0; call < 4; call++) {
        const { scale, bias } = layer.trace(inputs, { training: true }).adjustment!;
        const row = [call * size, (call + 1) * size] as const;
        expect([...adjustment!.scale.subarray(...row)]).toEqual([...scale.data]);
        expect([...adjustment!.bias.subarray(...row)]).toEqual([...bias.data]);
      }
    }
    expect(called({}).adjustment).toBeNull();
  });

  it("tell how the batch was split", () => {
    expect(called({}).ghostBatches).toBe(1);
    expect(called({ virtual_batch_size: 2 }).ghostBatches).toBe(2);
  });

  it("are refused with the layer's own words", () => {
    expect(refusedBy(() => called({ virtual_batch_size: 3 }))).toMatchObject({
      kind: "ValueError",
    });
  });
});
