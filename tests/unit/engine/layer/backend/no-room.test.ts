import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, CallOptions, ResidentTensor, Tensor } from "@/engine";
import { refusedBy } from "../../support/refused";
import type { Refused } from "../../support/refused";
import { resident, sharedMemory } from "../../support/residents";
import { adjustments } from "../../support/settings";
import { beyond, numbers, storyOf } from "../../support/stories";
import { bitsOf, stateOf } from "../../support/tensors";

/** All layers and tensors of this file share a memory of at most 1 MiB, of which 609,024 bytes can be had. */
vi.mock(import("@/engine/backend/wasm/backend"), async (importOriginal) => {
  const original = await importOriginal();
  const small = original.createBackend(2 ** 20);
  return { ...original, sharedBackend: () => small };
});

const rows = (count: number): Tensor => numbers([count, 25], count);
const small = rows(100);
/** Of 160,000 bytes: three fit beside the numbers of channels. */
const quarter = rows(1600);
/** Of 310,016 bytes: one fits. */
const half = rows(3100);
/** Of 700,032 bytes: none fits. */
const whole = rows(7000);

const refusal = (wanted: number, inUse: number): Refused => ({
  code: "backend-memory",
  kind: "RuntimeError",
  message: `the backend's memory must have room for ${wanted} more bytes; dispose tensors that are no longer needed. Received: ${inUse} bytes in use of at most 1048576`,
});

const training: CallOptions = { training: true };
const ways: readonly (readonly [string, BatchNormArguments, CallOptions])[] = [
  ["training", {}, training],
  ["inference", {}, {}],
  ["ghost batches", { virtual_batch_size: 100 }, training],
  ["renorm", { renorm: true }, training],
  ["an adjustment", { adjustment: adjustments["per feature"] }, training],
  ["a frozen layer", { trainable: false }, training],
  ["a mask", {}, { training: true, mask: true }],
];

const layerWith = (args: BatchNormArguments): BatchNormalization => {
  const layer = new BatchNormalization({ momentum: 0.5, ...args }, { backend: "wasm" });
  layer.call(small, training);
  return layer;
};

const kept = new Set<ResidentTensor>();
function keep(tensor: ResidentTensor): ResidentTensor {
  kept.add(tensor);
  return tensor;
}

beforeEach(() => {
  // Takes the room for as many numbers of channels as any call here needs.
  new BatchNormalization({}, { backend: "wasm" }).call(numbers([2, 2000], 1), training);
});

afterEach(() => {
  kept.forEach((tensor) => tensor.dispose());
  kept.clear();
});

describe("where the memory has no room a call is refused, and nothing changes or is lost, for", () => {
  function expectRefusal(
    args: BatchNormArguments,
    act: (layer: BatchNormalization) => unknown,
    expected: (inUse: number) => Refused,
  ): void {
    const [layer, twin] = [layerWith(args), layerWith(args)];
    const before = [stateOf(layer), layer.step];
    const { bytesInUse } = sharedMemory();
    expect(refusedBy(() => act(layer))).toEqual(expected(bytesInUse));
    expect([stateOf(layer), layer.step]).toEqual(before);
    expect(sharedMemory().bytesInUse).toBe(bytesInUse);
    expect(bitsOf(layer.call(small, training))).toBe(bitsOf(twin.call(small, training)));
    expect(stateOf(layer)).toEqual(stateOf(twin));
    expect(sharedMemory().bytesInUse).toBe(bytesInUse);
  }

  it.each(ways)("its plain inputs: %s", (_, args, options) => {
    expectRefusal(
      args,
      (layer) => layer.call(whole, options),
      (inUse) => refusal(700032, inUse),
    );
  });

  it.each(ways)("its plain outputs: %s", (_, args, options) => {
    expectRefusal(
      args,
      (layer) => layer.trace(half, options),
      (inUse) => refusal(310016, inUse + 310016),
    );
  });

  it.each(ways)("its resident outputs: %s", (_, args, options) => {
    const inputs = keep(resident(half));
    expectRefusal(
      args,
      (layer) => layer.call(inputs, options),
      (inUse) => refusal(310016, inUse),
    );
  });

  it.each([
    ["float16", 310016],
    ["float64", 620032],
  ] as const)("its resident %s outputs, which the reference computes", (dtype, wanted) => {
    const inputs = keep(resident(half));
    expectRefusal(
      { dtype },
      (layer) => layer.call(inputs, training),
      (inUse) => refusal(wanted, inUse),
    );
  });

  it("the numbers of its channels, and the layer is not built", () => {
    const layer = new BatchNormalization({}, { backend: "wasm" });
    const call = (): unknown => layer.call(numbers([2, 20000], 1), training);
    const { code, message } = refusedBy(call);
    expect(code).toBe("backend-memory");
    expect(message).toMatch(
      /^the backend's memory must have room for \d{6} more bytes; dispose tensors that are no longer needed\. Received: 0 bytes in use of at most 1048576$/,
    );
    expect([layer.built, layer.step]).toEqual([false, 0]);
    layerWith({}).call(numbers([2, 25], 1), training);
    expect(sharedMemory().bytesInUse).toBeLessThan(4096);
  });

  it("its resident outputs, until another tensor is disposed of", () => {
    const [layer, twin] = [layerWith({}), layerWith({})];
    const expected = bitsOf(twin.call(quarter, training));
    const [other, inputs] = [keep(resident(half)), keep(resident(quarter))];
    expect(refusedBy(() => layer.call(inputs, training)).code).toBe("backend-memory");
    other.dispose();
    expect(bitsOf(keep(layer.call(inputs, training)))).toBe(expected);
    expect(stateOf(layer)).toEqual(stateOf(twin));
  });
});

describe("where the memory has no room gradients are refused, and can be had later, for", () => {
  /** A mask's are the reference's, which needs no room for plain tensors. */
  const unmasked = ways.filter(([name]) => name !== "a mask");

  it.each(unmasked)("plain tensors: %s", (_, args, options) => {
    const layer = layerWith(args);
    const trace = layer.trace(quarter, options);
    const expected = storyOf("dy", trace.vjp(quarter));
    const state = stateOf(layer);
    const others = [keep(resident(quarter)), keep(resident(quarter)), keep(resident(small))];
    others.push(keep(resident(rows(1000))));
    const { bytesInUse } = sharedMemory();
    expect(refusedBy(() => trace.vjp(quarter))).toEqual(refusal(160000, bytesInUse));
    expect(sharedMemory().bytesInUse).toBe(bytesInUse);
    expect(stateOf(layer)).toEqual(state);
    others.forEach((tensor) => tensor.dispose());
    expect(beyond(0, storyOf("dy", trace.vjp(quarter)), expected)).toEqual([]);
  });

  it.each(ways)("a resident dy: %s", (_, args, options) => {
    const expected = layerWith(args).trace(quarter, options).vjp(quarter).inputs;
    const inputs = keep(resident(quarter));
    const trace = layerWith(args).trace(inputs, options);
    keep(trace.outputs);
    const dy = keep(resident(quarter));
    const { bytesInUse } = sharedMemory();
    expect(refusedBy(() => trace.vjp(dy))).toEqual(refusal(160000, bytesInUse));
    expect(sharedMemory().bytesInUse).toBe(bytesInUse);
    trace.outputs.dispose();
    expect(bitsOf(keep(trace.vjp(dy).inputs))).toBe(bitsOf(expected));
  });
});

it("where the memory has no room a resident tensor is refused, and no bytes are lost", () => {
  keep(resident(half));
  const { bytesInUse } = sharedMemory();
  expect(refusedBy(() => resident(half))).toEqual(refusal(310016, bytesInUse));
  expect(sharedMemory().bytesInUse).toBe(bytesInUse);
  expect(bitsOf(keep(resident(quarter)))).toBe(bitsOf(quarter));
});
