/** A variable of a deferred graph. */
export interface GraphVariable {
  readonly name: string;
  /** Whether optimizers may move it. */
  readonly isTrainable: boolean;
}

/** An operation of a deferred graph. It names operations and variables by their places in the graph's lists. */
export interface GraphOperation {
  readonly name: string;
  readonly type: string;
  /** The operations whose results it takes in. */
  readonly inputs: readonly number[];
  /** The operations that it only needs to have run. */
  readonly controlInputs: readonly number[];
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** Whether the collection UPDATE_OPS holds it once the graph is complete. */
  readonly isUpdate: boolean;
}

/** A deferred graph as data, its operations in the order in which they were made. */
export interface GraphDescription {
  readonly operations: readonly GraphOperation[];
  readonly variables: readonly GraphVariable[];
}
