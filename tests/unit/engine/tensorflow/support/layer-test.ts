import { expect } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId, Tensor } from "@/engine";
import { bitsOf } from "../../support/tensors";
import { fit } from "./fit";
import { tensorOf } from "./layers";
import { uniform } from "./numbers";

const silent = (): void => undefined;

/**
 * What Keras checks of any layer: built from a shape and run on random data it gives outputs of the inputs' shape
 * and dtype; a layer made from its configuration has the same configuration, as JSON too, and with its weights the
 * same outputs; and as a model of one layer it trains and predicts.
 */
export function expectLayerTest(
  profile: ProfileId,
  args: BatchNormArguments,
  shape: readonly number[],
): BatchNormalization {
  const options = { profile, onWarning: silent };
  const x = tensorOf(shape, uniform(shape, 5, [0, 10]));
  const layer = new BatchNormalization(args, options);
  const unbuilt = BatchNormalization.fromConfig(layer.getConfig(), options);
  expect(unbuilt.getConfig()).toEqual(layer.getConfig());

  layer.build([null, ...shape.slice(1)]);
  const outputs = layer.call(x);
  expect([outputs.shape, outputs.dtype]).toEqual([shape, "float32"]);

  fit(layer, x, x, { epochs: 1 });
  const predicted = layer.call(x);
  expect(predicted.shape).toEqual(shape);
  expect(Array.from(predicted.data).every(Number.isFinite)).toBe(true);

  const config = layer.getConfig();
  const json = JSON.parse(JSON.stringify(config)) as typeof config;
  for (const written of [config, json]) {
    const copy = BatchNormalization.fromConfig(written, options);
    copy.build([null, ...shape.slice(1)]);
    expect(copy.getConfig()).toEqual(config);
    copy.setWeights(layer.getWeights());
    // Legacy layers take the names of their variables from a scope of their own, so only values are compared.
    expect(copy.getWeights().map(bitsOf)).toEqual(layer.getWeights().map(bitsOf));
    expectSame(copy.call(x), predicted, copy.fused === layer.fused);
  }
  return layer;
}

/** The same bits; but for rounding, where the copy takes the other implementation: no configuration holds `fused`. */
function expectSame(actual: Tensor, expected: Tensor, bitForBit: boolean): void {
  if (bitForBit) expect(bitsOf(actual)).toBe(bitsOf(expected));
  else expect(actual.data).toBeAllClose(expected.data, { absolute: 1e-5 });
}
