import type { Operation, OperationRequest } from "../base-layer/deferred";
import { Graph } from "./graph";

/** A graph that takes note of which of its operations a run computes, and of what comes out. */
export class ObservedGraph extends Graph {
  #computed = new Set<Operation>();
  readonly #results = new WeakMap<Operation, unknown>();

  override operation<Result>(request: OperationRequest<Result>): Operation<Result> {
    const operation: Operation<Result> = super.operation({
      ...request,
      compute: (run) => {
        this.#computed.add(operation);
        const result = request.compute(run);
        this.#results.set(operation, result);
        return result;
      },
    });
    return operation;
  }

  /**
   * The operations that have run since this was last asked: those that computed, and those whose results were fed to
   * one that computed.
   */
  takeRan(): ReadonlySet<Operation> {
    const computed = this.#computed;
    this.#computed = new Set();
    const takenIn = [...computed].flatMap(({ inputs }) => inputs.map((input) => input.operation));
    return new Set([...computed, ...takenIn]);
  }

  /** What an operation of this graph computed last; undefined for one that never ran. */
  resultOf<Result>(operation: Operation<Result>): Result | undefined {
    return this.#results.get(operation) as Result | undefined;
  }
}
