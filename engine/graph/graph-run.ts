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
    // A chain of operations may be longer than the stack of calls is deep.
    const waiting: Operation[] = this.#results.has(operation) ? [] : [operation];
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const missing = this.#firstMissing(top);
      if (missing !== undefined) waiting.push(missing);
      else {
        this.#results.set(top, top.compute(this));
        waiting.pop();
      }
    }
    return this.#results.get(operation) as Result;
  }

  /** What has to run before an operation can, and has not: first what it only follows, then what it takes in. */
  #firstMissing({ controlInputs, inputs }: Operation): Operation | undefined {
    const isMissing = (operation: Operation): boolean => !this.#results.has(operation);
    return (
      controlInputs.find(isMissing) ??
      inputs.find((input) => !this.#feeds.has(input) && isMissing(input.operation))?.operation
    );
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
