import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { BatchNormArguments, CallOptions, DType, NestedNumbers, Tensor } from "@/engine";
import { ResidentTensor } from "@/engine/backend/wasm/resident-tensor";
import { backend } from "../../../../support/backend";
import { resident, sharedMemory } from "../../support/residents";
import { isTensor, numbers, storyOf } from "../../support/stories";
import { bitsOf, shaped } from "../../support/tensors";

const dtypes: readonly DType[] = ["float16", "float32", "float64"];
const pairs = dtypes.flatMap((dtype) => dtypes.map((given) => [dtype, given] as const));

const ways: readonly (readonly [string, BatchNormArguments, CallOptions])[] = [
  ["a training call", {}, { training: true }],
  ["an inference call", {}, {}],
  ["a call with ghost batches", { virtual_batch_size: 2 }, { training: true }],
  ["a call with renorm", { renorm: true }, { training: true }],
  ["a call with an adjustment", { adjustment: () => [2, 1] }, { training: true }],
  ["a masked call", {}, { training: true, mask: [1, 1, 0, 1] }],
];

const shape = [4, 3];
const x = (dtype: DType): Tensor => shaped(dtype)(shape, Array.from(numbers(shape, 1).data));
const dy = (dtype: DType): Tensor => shaped(dtype)(shape, Array.from(numbers(shape, 2).data));
const nested = [
  [1, 20, 3],
  [4, 50, 9],
  [7, 80, 2],
  [5, 30, 8],
];

const isResident = (given: Tensor): boolean =>
  given instanceof ResidentTensor && given.addressIn(sharedMemory()) !== null;

describe.each(ways)(`the outputs of %s on the ${backend} backend`, (_, args, options) => {
  it.each(pairs)("of a %s layer on resident %s inputs are resident", (dtype, given) => {
    const outputs = new BatchNormalization({ ...args, dtype }).call(resident(x(given)), options);
    expect(isResident(outputs)).toBe(true);
    expect(outputs).toMatchObject({ shape, dtype });
    const plain = new BatchNormalization({ ...args, dtype }).call(x(given), options);
    expect(bitsOf(outputs)).toBe(bitsOf(plain));
  });

  it.each(pairs)("of a %s layer on plain %s inputs are plain", (dtype, given) => {
    const outputs = new BatchNormalization({ ...args, dtype }).call(x(given), options);
    expect(outputs).not.toBeInstanceOf(ResidentTensor);
    expect(outputs).toMatchObject({ shape, dtype });
  });

  it.each(dtypes)("of a %s layer on nested lists of integers are plain", (dtype) => {
    const outputs = new BatchNormalization({ ...args, dtype }).call(nested, options);
    expect(outputs).not.toBeInstanceOf(ResidentTensor);
    const given = new BatchNormalization({ ...args, dtype }).call(
      tensor(nested, { dtype: "float64" }),
      options,
    );
    expect(bitsOf(outputs)).toBe(bitsOf(given));
  });
});

describe.each(dtypes)("the trace of a %s layer on resident inputs", (dtype) => {
  const args: BatchNormArguments = { dtype, renorm: true, adjustment: () => [2, 1] };
  const trace = new BatchNormalization(args).trace(resident(x(dtype)), { training: true });

  it("has resident outputs, and no other tensor is resident", () => {
    const gradients = trace.vjp(dy(dtype));
    const parts = [...storyOf("trace", trace), ...storyOf("gradients", gradients)];
    const tensors = parts.filter(([, part]) => isTensor(part));
    expect(tensors.length).toBeGreaterThan(30);
    const residents = tensors.filter(([, part]) => part instanceof ResidentTensor);
    expect(residents.map(([path]) => path)).toEqual(["trace.outputs"]);
  });

  it("gives dx where dy lives, in the layer's dtype whatever dy's", () => {
    for (const given of dtypes) {
      const [there, here] = [trace.vjp(resident(dy(given))), trace.vjp(dy(given))];
      expect(isResident(there.inputs)).toBe(true);
      expect(here.inputs).not.toBeInstanceOf(ResidentTensor);
      expect(there.inputs).toMatchObject({ shape, dtype });
      expect(here.inputs).toMatchObject({ shape, dtype });
      expect(bitsOf(there.inputs)).toBe(bitsOf(here.inputs));
    }
    expect(trace.vjp(nested).inputs).not.toBeInstanceOf(ResidentTensor);
  });

  it("gives plain gradients for γ, β and the adjustment even to a resident dy", () => {
    const { gamma, beta, adjustment } = trace.vjp(resident(dy(dtype)));
    const plain = trace.vjp(dy(dtype));
    for (const gradient of [gamma!, beta!, adjustment!.scale, adjustment!.bias]) {
      expect(gradient).not.toBeInstanceOf(ResidentTensor);
    }
    expect({ gamma, beta, adjustment }).toEqual({
      gamma: plain.gamma,
      beta: plain.beta,
      adjustment: plain.adjustment,
    });
  });
});

describe("the trace of plain inputs", () => {
  it.each<[string, Tensor | NestedNumbers]>([
    ["a plain tensor", x("float32")],
    ["nested lists", nested],
  ])("has plain outputs, and gives dx where dy lives: %s", (_, inputs) => {
    const trace = new BatchNormalization().trace(inputs, { training: true });
    expect(trace.outputs).not.toBeInstanceOf(ResidentTensor);
    expect(isResident(trace.vjp(resident(dy("float32"))).inputs)).toBe(true);
    expect(trace.vjp(dy("float32")).inputs).not.toBeInstanceOf(ResidentTensor);
  });
});
