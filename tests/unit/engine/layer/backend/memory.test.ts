import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, CallOptions, Tensor } from "@/engine";
import { refusedBy } from "../../support/refused";
import { memoryUse, resident } from "../../support/residents";
import { adjustments } from "../../support/settings";
import { numbers } from "../../support/stories";
import { float64 } from "../../support/tensors";

const shape = [6, 5];
const plain = { x: numbers(shape, 1), dy: numbers(shape, 2), other: numbers([5, 6], 3) };
const kept = { x: resident(plain.x), dy: resident(plain.dy), other: resident(plain.other) };
const training: CallOptions = { training: true };

/** What is done over and over: with a layer, plain tensors or resident ones, and nothing kept of it. */
type Deed = (layer: BatchNormalization) => void;

const calls = (x: Tensor, options = training): Deed =>
  x === kept.x
    ? (layer) => layer.call(kept.x, options).dispose()
    : (layer) => void layer.call(x, options);

/** A trace with its gradients; of resident tensors both the outputs and dx are disposed of. */
const traces =
  (isKept: boolean, options = training): Deed =>
  (layer) => {
    if (!isKept) {
      layer.trace(plain.x, options).vjp(plain.dy);
      return;
    }
    const trace = layer.trace(kept.x, options);
    trace.vjp(kept.dy).inputs.dispose();
    trace.outputs.dispose();
  };

const masked: CallOptions = { training: true, mask: [1, 0, 1, 1, 0, 1] };
const ghosts: BatchNormArguments = { virtual_batch_size: 3 };
const renorm: BatchNormArguments = { renorm: true };
const perFeature: BatchNormArguments = { adjustment: adjustments["per feature"] };
const perElement: BatchNormArguments = { adjustment: adjustments["per element"] };

const deeds: readonly (readonly [string, BatchNormArguments, Deed])[] = [
  ["calls on a plain tensor", {}, calls(plain.x)],
  ["calls on a resident tensor", {}, calls(kept.x)],
  ["inference calls on a resident tensor", {}, calls(kept.x, {})],
  ["traces with their gradients, plain", {}, traces(false)],
  ["traces with their gradients, resident", {}, traces(true)],
  ["inference traces with their gradients, resident", {}, traces(true, {})],
  ["masked calls on a plain tensor", {}, calls(plain.x, masked)],
  ["masked traces with their gradients, resident", {}, traces(true, masked)],
  ["adjusted calls on a plain tensor", perFeature, calls(plain.x)],
  ["adjusted traces with their gradients, resident", perElement, traces(true)],
  ["renorm calls on a plain tensor", renorm, calls(plain.x)],
  ["renorm traces with their gradients, resident", renorm, traces(true)],
  ["traces of ghost batches with their gradients, resident", ghosts, traces(true)],
  ["float16 traces with their gradients, resident", { dtype: "float16" }, traces(true)],
  [
    "float64 calls, and gradients for a float64 dy, resident",
    { dtype: "float64" },
    (layer) => {
      const trace = layer.trace(kept.x, training);
      const dy = resident(float64(shape, Array.from(plain.dy.data)));
      [trace.outputs, trace.vjp(dy).inputs, dy].forEach((each) => each.dispose());
    },
  ],
  [
    "refused calls and gradients",
    {},
    (layer) => {
      const trace = layer.trace(kept.x, training);
      refusedBy(() => layer.call(kept.other, training));
      refusedBy(() => trace.vjp(kept.other));
      trace.outputs.dispose();
      const disposed = resident(plain.x);
      const untraceable = layer.trace(disposed);
      untraceable.outputs.dispose();
      disposed.dispose();
      refusedBy(() => untraceable.vjp(kept.dy));
      refusedBy(() => layer.call(disposed));
    },
  ],
];

const layerWith = (args: BatchNormArguments = {}): BatchNormalization =>
  new BatchNormalization(args, { backend: "wasm" });

describe("10,000 times, on the wasm backend,", () => {
  it.each(deeds)("%s leave the memory in use and its size as after the first", (...given) => {
    const [, args, deed] = given;
    const layer = layerWith(args);
    deed(layer);
    const before = memoryUse();
    for (let i = 0; i < 10_000; i++) deed(layer);
    expect(memoryUse()).toEqual(before);
  });

  it("layers are made, called and forgotten, and nothing of them is left in the memory", () => {
    calls(plain.x)(layerWith());
    const before = memoryUse();
    for (let i = 0; i < 10_000; i++) calls(i % 2 === 0 ? plain.x : kept.x)(layerWith());
    expect(memoryUse()).toEqual(before);
  });
});
