import { expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { refusedBy } from "../support/refused";

const untyped = (value: unknown): never => value as never;

const eagerRefusals: readonly [
  string,
  BatchNormArguments,
  (layer: BatchNormalization) => unknown,
][] = [
  ["inputs that are none", {}, (layer) => layer.call(untyped("x"))],
  ["inputs without a rank", {}, (layer) => layer.call(1)],
  ["a mask that misfits", {}, (layer) => layer.call([[1, 2]], { training: true, mask: [1, 1, 1] })],
  ["`weights` that misfit", { weights: [[1]] }, (layer) => layer.call([[1, 2]])],
  ["a shape that is none", {}, (layer) => layer.build(untyped([null, 2.5]))],
];

it.each(eagerRefusals)("an eager layer refused for %s is not built", (_what, args, action) => {
  const layer = new BatchNormalization(args);
  refusedBy(() => action(layer));
  expect([layer.built, layer.weights, layer.step, refusedBy(() => layer.scopeName).code]).toEqual([
    false,
    [],
    0,
    "scope-unused",
  ]);
});

it.each<ProfileId>(["tf-1.4", "tf-2.3-v2"])(
  "an eager layer of %s whose build fails keeps no dtype",
  (profile) => {
    const layer = new BatchNormalization({ axis: 5 }, { profile });
    const { dtype } = layer;
    const x = { shape: [1, 2], dtype: "float64" as const, data: new Float64Array(2) };
    refusedBy(() => layer.call(x));
    expect([layer.built, layer.dtype]).toEqual([false, dtype]);
  },
);
