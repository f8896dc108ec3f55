import { viewsSharedMemory } from "../backend/wasm/backend";
import { ResidentTensor } from "../backend/wasm/resident-tensor";
import { EngineError } from "../errors";
import { inputs as inputsSpec } from "../spec/args/inputs";
import { refusal, showValue } from "../spec/show-value";
import { sizeOf } from "../tensor/shape";
import { isDType, store, tensor } from "../tensor/tensor";
import type { DType, NestedNumbers, Tensor } from "../tensor/tensor";
import { isKnownShape } from "./argument-rules";

/** Whether a value may be a tensor or nested lists of numbers, whatever is in it. */
export const mayBeNumbers = (value: unknown): value is number | object =>
  typeof value === "number" || (typeof value === "object" && value !== null);

/** Throws a TypeError for inputs that are neither a tensor nor nested lists of numbers. */
export function checkInputs(inputs: unknown): void {
  if (mayBeNumbers(inputs)) return;
  throw new EngineError("argument", "TypeError", refusal(inputsSpec.name, inputsSpec.rule, inputs));
}

/** The dtype inputs come in; null for plain numbers, and for a dtype that no layer has. */
export const dtypeOf = (inputs: Tensor | NestedNumbers): DType | null =>
  typeof inputs === "object" && "dtype" in inputs && isDType(inputs.dtype) ? inputs.dtype : null;

/** A tensor may be an object of the caller's own making. Throws a ValueError when its data do not fill its shape. */
function checkFilled({ shape, data }: Partial<Tensor> & Pick<Tensor, "shape">): void {
  if (!isKnownShape(shape)) {
    throw new EngineError(
      "tensor-shape",
      "ValueError",
      `shape must be a list of non-negative integers. Received: shape=${showValue(shape)}`,
    );
  }
  if (data?.length === sizeOf(shape)) return;
  throw new EngineError(
    "tensor-shape",
    "ValueError",
    `data must fill its shape: [${shape.join(", ")}] holds ${sizeOf(shape)} values. Received: ${data?.length ?? "no"} values`,
  );
}

/** Casts inputs to the layer's dtype. What only borrows a resident tensor's numbers gets its own. */
export function castTo(dtype: DType, inputs: Tensor | NestedNumbers): Tensor {
  if (typeof inputs === "number" || !("shape" in inputs)) return tensor(inputs, { dtype });
  checkFilled(inputs);
  const isBorrowed = !(inputs instanceof ResidentTensor) && viewsSharedMemory(inputs.data);
  if (inputs.dtype === dtype && !isBorrowed) return inputs;
  return { shape: inputs.shape, dtype, data: store(dtype, inputs.data) };
}
