import { describe, expect, it } from "vitest";
import { BatchNormalization, residentTensor } from "@/engine";
import type { ResidentTensor, Tensor } from "@/engine";
import { backend } from "../../../../support/backend";
import { fillMemory, growMemory, resident, sharedMemory } from "../../support/residents";
import { numbers } from "../../support/stories";
import { bitsOf } from "../../support/tensors";

const shape = [6, 5];
const x = numbers(shape, 1);
const dy = numbers(shape, 2);

describe("the data of a resident tensor", () => {
  it.each(["float32", "float64", "float16"] as const)(
    "of %s, seen before the memory grows, are empty afterwards, and asking again is right",
    (dtype) => {
      const values = Float32Array.of(0, 1.5, -2, 3);
      const tensor = residentTensor(values, { dtype });
      const view = tensor.data;
      expect(tensor.data).toBe(view);
      growMemory();
      expect(view.length).toBe(0);
      expect([...tensor.data]).toEqual([...values]);
      expect(tensor.data.buffer).toBe(sharedMemory().floats.buffer);
    },
  );

  it("may be written to after the memory grew", () => {
    const tensor = residentTensor([1, 2]);
    growMemory();
    tensor.data[1] = 7;
    growMemory();
    expect([...tensor.data]).toEqual([1, 7]);
  });

  it("of outputs are right after the memory grew", () => {
    const expected = new BatchNormalization().call(x, { training: true });
    const outputs = new BatchNormalization().call(resident(x), { training: true });
    growMemory();
    expect(bitsOf(outputs)).toBe(bitsOf(expected));
  });
});

describe(`on the ${backend} backend, a memory that grows between a call and its gradients`, () => {
  it.each(["resident", "plain"])("changes nothing in them: %s inputs", (place) => {
    const placed = (tensor: Tensor): Tensor => (place === "plain" ? tensor : resident(tensor));
    const [trace, other] = [1, 2].map(() =>
      new BatchNormalization().trace(placed(x), { training: true }),
    );
    growMemory();
    expect(trace!.vjp(placed(dy)).inputs.data).toEqual(other!.vjp(dy).inputs.data);
    growMemory();
    expect(trace!.normalized).toEqual(other!.normalized);
  });
});

describe(`on the ${backend} backend, a call that makes the memory grow`, () => {
  const large = numbers([3000, 5], 3);
  const training = { training: true };
  const expected = bitsOf(new BatchNormalization().call(large, training));
  const fillers = new Set<ResidentTensor>();

  /** Whether the call made the memory, which was full, grow. */
  function grows(call: () => void): boolean {
    fillMemory().forEach((tensor) => fillers.add(tensor));
    const { size } = sharedMemory();
    call();
    return sharedMemory().size > size;
  }

  it("for its outputs returns the right ones", () => {
    const inputs = resident(large);
    const hasGrown = grows(() => {
      expect(bitsOf(new BatchNormalization().call(inputs, training))).toBe(expected);
    });
    expect(hasGrown).toBe(true);
    expect(inputs.data).toEqual(large.data);
  });

  it("for plain inputs returns the right outputs, and leaves resident tensors as they are", () => {
    const kept = resident(x);
    const hasGrown = grows(() => {
      expect(bitsOf(new BatchNormalization().call(large, training))).toBe(expected);
    });
    expect(hasGrown).toBe(backend === "wasm");
    expect(kept.data).toEqual(x.data);
  });

  it("reads inputs of the caller's own making whose data are a resident tensor's", () => {
    const inputs = resident(large);
    grows(() => {
      const { shape: rows, dtype, data } = inputs;
      const outputs = new BatchNormalization().call({ shape: rows, dtype, data }, training);
      expect(bitsOf(outputs)).toBe(expected);
    });
  });

  it("for gradients returns the right ones", () => {
    const plain = new BatchNormalization().trace(large, training).vjp(large);
    const inputs = resident(large);
    const trace = new BatchNormalization().trace(inputs, training);
    const hasGrown = grows(() => {
      expect(bitsOf(trace.vjp(inputs).inputs)).toBe(bitsOf(plain.inputs));
    });
    expect(hasGrown).toBe(true);
  });
});
