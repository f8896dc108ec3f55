import { EngineError } from "../../errors";
import { sizeOf } from "../../tensor/shape";
import type { Shape } from "../../tensor/shape";
import { allocate, tensor } from "../../tensor/tensor";
import type { DType, NestedNumbers, Tensor, TensorData } from "../../tensor/tensor";
import { sharedBackend } from "./backend";
import type { Address } from "./instance";
import type { KernelMemory } from "./kernel-memory";

/** Where a tensor's numbers are kept. */
interface Block {
  readonly memory: KernelMemory;
  readonly address: Address;
}

/** Frees the blocks of tensors that nobody disposed of, some time after the last reference to them is gone. */
const forgotten = new FinalizationRegistry<Block>(({ memory, address }) => memory.free(address));

/**
 * A tensor that lives in the backend's memory: calls on it copy nothing, and their results live there too. Dispose of
 * it when it is no longer needed; one that is forgotten is freed with the garbage, which may be late.
 *
 * `data` is a view of the memory as it is now. Ask the tensor for it again after other tensors were made: memory that
 * grows leaves earlier views empty. Where the machine has no SIMD the numbers are kept outside, to the same effect.
 */
export class ResidentTensor implements Tensor {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly #length: number;
  #block: Block | null = null;
  #outside: TensorData | null = null;
  #view: TensorData | null = null;

  /** Without numbers: what the memory holds is not defined. */
  constructor(shape: Shape, dtype: DType, memory = sharedBackend()?.memory) {
    this.shape = shape;
    this.dtype = dtype;
    this.#length = sizeOf(shape);
    if (memory === undefined) {
      this.#outside = allocate(dtype, this.#length);
      return;
    }
    const bytes = this.#length * (dtype === "float64" ? 8 : 4);
    this.#block = { memory, address: memory.allocate(bytes) };
    forgotten.register(this, this.#block, this);
  }

  get data(): TensorData {
    if (this.#outside !== null) return this.#outside;
    const { memory, address } = this.#kept();
    const { buffer } = memory.floats;
    if (this.#view?.buffer !== buffer) {
      const View = this.dtype === "float64" ? Float64Array : Float32Array;
      this.#view = new View(buffer, address, this.#length);
    }
    return this.#view;
  }

  /** Frees the memory. Nothing can be read from the tensor afterwards; disposing again does nothing. */
  dispose(): void {
    this.#outside = null;
    this.#view = null;
    if (this.#block === null) return;
    forgotten.unregister(this);
    this.#block.memory.free(this.#block.address);
    this.#block = null;
  }

  get isDisposed(): boolean {
    return this.#block === null && this.#outside === null;
  }

  /** Where the numbers begin in a memory; null if they are not in it. */
  addressIn(memory: KernelMemory): Address | null {
    if (this.#outside !== null) return null;
    const block = this.#kept();
    return block.memory === memory ? block.address : null;
  }

  #kept(): Block {
    if (this.#block !== null) return this.#block;
    throw new EngineError(
      "tensor-disposed",
      "RuntimeError",
      `a tensor must not be used after dispose(). Received: a disposed tensor of shape [${this.shape.join(", ")}]`,
    );
  }
}

/**
 * Makes a tensor in the backend's memory from what `tensor` takes. Throws a RuntimeError when the memory has no room
 * for it, besides what `tensor` throws.
 */
export function residentTensor(
  values: NestedNumbers | TensorData,
  options: { readonly shape?: Shape; readonly dtype?: DType } = {},
): ResidentTensor {
  const { shape, dtype, data } = tensor(values, options);
  const resident = new ResidentTensor(shape, dtype);
  resident.data.set(data);
  return resident;
}
