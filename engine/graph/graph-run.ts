import type { Execution, Operation, SymbolicTensor, Value } from "../base-layer/deferred";
import type { Variable } from "../base-layer/variable";
import type { TensorData } from "../tensor/tensor";

/** One run: remembers every result, and keeps what is assigned apart until all has succeeded. */
export class GraphRun implements Execution {
  readonly #feeds: ReadonlyMap<SymbolicTensor, Value>;
  readonly #results = new Map<Operation, unknown>();
  readonly #assigned = new Map<Variable, TensorData>();
  readonly #afterwards: (() => void)[] = [];

  constructor(feeds: ReadonlyMap<SymbolicTensor, Value>) {
    this.#feeds = feeds;
  }

  value(tensor: SymbolicTensor): Value {
    const given = this.#feeds.get(tensor);
    if (given !== undefined) return given;
    return tensor.valueIn(this.result(tensor.operation));
  }

  isFed(tensor: SymbolicTensor): boolean {
    return this.#feeds.has(tensor);
  }

  result<Result>(operation: Operation<Result>): Result {
    if (!this.#results.has(operation)) {
      for (const needed of operation.controlInputs) this.result(needed);
      for (const needed of operation.inputs) this.value(needed);
      this.#results.set(operation, operation.compute(this));
    }
    return this.#results.get(operation) as Result;
  }

  read(variable: Variable): TensorData {
    return this.#assigned.get(variable) ?? variable.data;
  }

  assign(variable: Variable, data: TensorData): void {
    this.#assigned.set(variable, data);
  }

  afterwards(action: () => void): void {
    this.#afterwards.push(action);
  }

  /** Lets the assignments take effect. */
  commit(): void {
    for (const [variable, data] of this.#assigned) variable.replace(data);
    for (const action of this.#afterwards) action();
  }
}
