import type {
  DeferredGraph,
  Execution,
  Operation,
  OperationGradients,
  OutputRequest,
  SymbolicDType,
  SymbolicTensor,
  Value,
} from "../base-layer/deferred";
import type { PartialShape } from "../tensor/shape";
import type { Tensor } from "../tensor/tensor";

/** One output of an operation, and the way back through it. */
export class GraphTensor implements SymbolicTensor {
  readonly operation: Operation;
  readonly dtype: SymbolicDType;
  readonly shape: PartialShape | null;
  mask: SymbolicTensor | null = null;
  history: SymbolicTensor["history"] = null;
  readonly #request: OutputRequest<unknown>;

  constructor(operation: Operation, request: OutputRequest<never>) {
    this.operation = operation;
    this.dtype = request.dtype;
    this.shape = request.shape;
    // Operation and request were made for one kind of result; which one is of no concern from here on.
    this.#request = request as OutputRequest<unknown>;
  }

  get graph(): DeferredGraph {
    return this.operation.graph;
  }

  get name(): string {
    return this.operation.name;
  }

  valueIn(result: unknown): Value {
    return this.#request.value(result);
  }

  gradients(run: Execution, dy: Tensor): OperationGradients | null {
    return this.#request.gradient?.(run.result(this.operation), dy, run) ?? null;
  }
}
