import { describe, expect, it } from "vitest";
import type { Operand } from "@/engine/backend/kernels";
import { writtenBeside } from "@/engine/backend/result";
import type { Written } from "@/engine/backend/result";
import { sharedBackend } from "@/engine/backend/wasm/backend";
import { ResidentTensor, residentTensor } from "@/engine/backend/wasm/resident-tensor";
import { tensor } from "@/engine/tensor/tensor";
import type { DType } from "@/engine/tensor/tensor";

const dtypes: readonly DType[] = ["float16", "float32", "float64"];
const values = [1 / 3, 2 / 3, 1 + 2 ** -11 + 2 ** -40];
const as = (dtype: DType): { readonly shape: readonly number[]; readonly dtype: DType } => ({
  shape: [3],
  dtype,
});

/** 1 + 2⁻¹¹ is a tie that float16 rounds down; the 2⁻⁴⁰ more, which float32 does not hold, makes it round up. */
const stored: Readonly<Record<DType, number[]>> = {
  float16: [0.333251953125, 0.66650390625, 1 + 2 ** -10],
  float32: values.map(Math.fround),
  float64: values,
};

const write = ({ data }: Operand): string => {
  data.set(values);
  return "three numbers";
};

function expectWritten(
  { tensor: { shape, data, ...rest }, result }: Written<string>,
  dtype: DType,
): void {
  expect([shape, rest.dtype, result]).toEqual([[3], dtype, "three numbers"]);
  expect(Array.from(data)).toEqual(stored[dtype]);
}

describe("what is written beside a tensor", () => {
  it.each(dtypes)("lives in the backend's memory with it, %s numbers rounded once", (dtype) => {
    const beside = residentTensor([0]);
    const written = writtenBeside(beside, as(dtype), write);
    expectWritten(written, dtype);
    if (!(written.tensor instanceof ResidentTensor)) throw new Error("It lives outside.");
    written.tensor.dispose();
    beside.dispose();
  });

  it.each(dtypes)("lives outside with it, %s numbers rounded once", (dtype) => {
    const { bytesInUse } = sharedBackend()!.memory;
    for (const beside of [tensor([0]), null, [1, 2]]) {
      const written = writtenBeside(beside, as(dtype), write);
      expect(written.tensor).not.toBeInstanceOf(ResidentTensor);
      expectWritten(written, dtype);
    }
    expect(sharedBackend()!.memory.bytesInUse).toBe(bytesInUse);
  });

  it.each(dtypes)("takes no %s memory where the writing throws", (dtype) => {
    const beside = residentTensor([0]);
    const { bytesInUse } = sharedBackend()!.memory;
    const failing = (): never => {
      throw new Error("no numbers today");
    };
    expect(() => writtenBeside(beside, as(dtype), failing)).toThrow("no numbers today");
    expect(sharedBackend()!.memory.bytesInUse).toBe(bytesInUse);
    beside.dispose();
  });
});
