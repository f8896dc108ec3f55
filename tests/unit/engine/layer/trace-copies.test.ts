import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { Tensor, Trace } from "@/engine";
import { bitsOf, float32, stateOf } from "../support/tensors";

const x = float32([3, 2], [1, 20, 2, 40, 6, 30]);
const dy = float32([3, 2], [1, -1, 0.5, 2, 0, 3]);

function trained(): BatchNormalization {
  const layer = new BatchNormalization({ momentum: 0.5 });
  layer.call(x, { training: true });
  return layer;
}

const tensorsOf = (trace: Trace): Tensor[] => [
  trace.outputs,
  trace.normalized,
  trace.effectiveScale,
  trace.effectiveOffset,
  ...(trace.gamma === null ? [] : [trace.gamma]),
  ...(trace.beta === null ? [] : [trace.beta]),
  ...[trace.batch, trace.used, trace.moving.before, trace.moving.after].flatMap((statistics) =>
    statistics === null ? [] : [statistics.mean, statistics.variance],
  ),
];

describe.each([true, false])("the values of a trace (training %s)", (training) => {
  it("are copies: writing into them reaches neither the layer nor its later calls", () => {
    const [layer, twin] = [trained(), trained()];
    const trace = layer.trace(x, { training });
    twin.call(x, { training });
    for (const { data } of tensorsOf(trace)) data.fill(99);
    expect(stateOf(layer)).toEqual(stateOf(twin));
    expect(bitsOf(layer.call(x))).toBe(bitsOf(twin.call(x)));
  });

  it("do not carry its gradients, which stay right after writing into them", () => {
    const [trace, untouched] = [trained(), trained()].map((layer) => layer.trace(x, { training }));
    for (const { data } of tensorsOf(trace!)) data.fill(99);
    expect(trace!.vjp(dy)).toEqual(untouched!.vjp(dy));
  });

  it("stay as they are when the layer goes on training", () => {
    const layer = trained();
    const trace = layer.trace(x, { training });
    const before = tensorsOf(trace).map(bitsOf);
    const gradients = trace.vjp(dy);
    layer.call(float32([1, 2], [1e6, -1e6]), { training: true });
    expect(tensorsOf(trace).map(bitsOf)).toEqual(before);
    expect(trace.vjp(dy)).toEqual(gradients);
  });
});
