import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, CallOptions, ResidentTensor } from "@/engine";
import { backend } from "../../../../support/backend";
import { refusedBy } from "../../support/refused";
import type { Refused } from "../../support/refused";
import { memoryUse, resident, sharedMemory } from "../../support/residents";
import { adjustments } from "../../support/settings";
import { numbers } from "../../support/stories";
import { bitsOf, stateOf } from "../../support/tensors";

const shape = [4, 3];
const x = numbers(shape, 1);
const dy = numbers(shape, 2);

function disposed(): ResidentTensor {
  const tensor = resident(x);
  tensor.dispose();
  return tensor;
}

const refusal: Refused = {
  code: "tensor-disposed",
  kind: "RuntimeError",
  message: "a tensor must not be used after dispose(). Received: a disposed tensor of shape [4, 3]",
};

const ways: readonly (readonly [string, BatchNormArguments, CallOptions])[] = [
  ["training", {}, { training: true }],
  ["inference", {}, {}],
  ["ghost batches", { virtual_batch_size: 2 }, { training: true }],
  ["renorm", { renorm: true }, { training: true }],
  ["an adjustment", { adjustment: adjustments["per example"] }, { training: true }],
  ["a mask", {}, { training: true, mask: [1, 0, 1, 1] }],
  ["float64", { dtype: "float64" }, { training: true }],
  ["float16", { dtype: "float16" }, { training: true }],
];

describe(`a call on a disposed tensor, on the ${backend} backend,`, () => {
  it.each(ways)("is refused, and builds nothing: %s", (_, args, options) => {
    const layer = new BatchNormalization(args);
    expect(refusedBy(() => layer.call(disposed(), options))).toEqual(refusal);
    expect(refusedBy(() => layer.trace(disposed(), options))).toEqual(refusal);
    expect([layer.built, layer.step]).toEqual([false, 0]);
  });

  it.each(ways)("leaves weights, step, memory and later calls as they were: %s", (...given) => {
    const [, args, options] = given;
    const [layer, twin] = [new BatchNormalization(args), new BatchNormalization(args)];
    for (const each of [layer, twin]) each.call(x, options);
    const before = [stateOf(layer), layer.step, memoryUse()];
    refusedBy(() => layer.call(disposed(), options));
    refusedBy(() => layer.trace(disposed(), options));
    expect([stateOf(layer), layer.step, memoryUse()]).toEqual(before);
    expect(bitsOf(layer.call(x, options))).toBe(bitsOf(twin.call(x, options)));
    expect(stateOf(layer)).toEqual(stateOf(twin));
  });

  it("does not set the dtype of a layer that adopts it", () => {
    const layer = new BatchNormalization({}, { profile: "tf-1.15-v2" });
    const tensor = resident({ ...x, dtype: "float64" });
    tensor.dispose();
    expect(refusedBy(() => layer.call(tensor))).toEqual(refusal);
    expect(layer.dtype).toBe("float32");
  });
});

describe(`a trace on the ${backend} backend`, () => {
  const traceOf = (args: BatchNormArguments, options: CallOptions) => {
    const inputs = resident(x);
    return { inputs, trace: new BatchNormalization(args).trace(inputs, options) };
  };
  const ofItsDtype = ways.filter(([, { dtype }]) => dtype === undefined);

  it.each(ofItsDtype)("refuses gradients after its inputs were disposed of: %s", (...given) => {
    const [, args, options] = given;
    const { inputs, trace } = traceOf(args, options);
    inputs.dispose();
    const kept = resident(dy);
    const before = sharedMemory().bytesInUse;
    expect(refusedBy(() => trace.vjp(dy))).toEqual(refusal);
    expect(refusedBy(() => trace.vjp(kept))).toEqual(refusal);
    expect(sharedMemory().bytesInUse).toBe(before);
    expect(refusedBy(() => trace.normalized)).toEqual(refusal);
  });

  it.each(ways)("refuses a disposed dy, and takes another afterwards: %s", (_, args, options) => {
    const { trace } = traceOf(args, options);
    const expected = trace.vjp(dy);
    const before = sharedMemory().bytesInUse;
    expect(refusedBy(() => trace.vjp(disposed()))).toEqual(refusal);
    expect(sharedMemory().bytesInUse).toBe(before);
    expect(trace.vjp(dy)).toEqual(expected);
  });

  it.each(ways)("needs neither its outputs nor other gradients: %s", (_, args, options) => {
    const [{ trace }, { trace: untouched }] = [traceOf(args, options), traceOf(args, options)];
    trace.outputs.dispose();
    trace.vjp(resident(numbers(shape, 5))).inputs.dispose();
    const { normalized, batch } = trace;
    expect({ normalized, batch }).toEqual({
      normalized: untouched.normalized,
      batch: untouched.batch,
    });
    expect(trace.vjp(dy)).toEqual(untouched.vjp(dy));
  });

  it.each(ways.slice(-2))("of a layer of another dtype needs no inputs: %s", (_, args, options) => {
    const { inputs, trace } = traceOf(args, options);
    const expected = trace.vjp(dy);
    inputs.dispose();
    expect(trace.vjp(dy)).toEqual(expected);
  });

  it("keeps what was read of it before its inputs were disposed of", () => {
    const { inputs, trace } = traceOf({}, { training: true });
    const { normalized } = trace;
    const before = bitsOf(normalized);
    inputs.dispose();
    resident(numbers(shape, 9));
    expect(trace.normalized).toBe(normalized);
    expect(bitsOf(trace.normalized)).toBe(before);
  });
});

describe(`disposing on the ${backend} backend`, () => {
  it("of outputs twice does nothing more, not even to the tensor that has their place", () => {
    const layer = new BatchNormalization();
    const inputs = resident(x);
    const outputs = layer.call(inputs, { training: true });
    outputs.dispose();
    const next = resident(dy);
    const before = memoryUse();
    outputs.dispose();
    expect(memoryUse()).toEqual(before);
    expect(next.data).toEqual(dy.data);
    expect(outputs.isDisposed).toBe(true);
    expect([inputs.isDisposed, next.isDisposed]).toEqual([false, false]);
  });

  it("leaves shape and dtype to be read, and no numbers", () => {
    const outputs = new BatchNormalization().call(resident(x));
    outputs.dispose();
    expect([outputs.shape, outputs.dtype]).toEqual([shape, "float32"]);
    expect(refusedBy(() => outputs.data)).toEqual(refusal);
  });

  it("is all that frees inputs: no call, trace or gradient disposes of what it is given", () => {
    const [inputs, gradient] = [resident(x), resident(dy)];
    const trace = new BatchNormalization().trace(inputs, { training: true });
    const { inputs: dx } = trace.vjp(gradient);
    const all = [inputs, gradient, trace.outputs, dx];
    expect(all.map(({ isDisposed }) => isDisposed)).toEqual([false, false, false, false]);
    expect([inputs.data, gradient.data]).toEqual([x.data, dy.data]);
  });
});
