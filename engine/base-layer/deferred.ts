import type { PartialShape } from "../tensor/shape";
import type { DType, Tensor, TensorData } from "../tensor/tensor";
import type { NameScope } from "./names";
import type { MadeVariable, Variable, VariableRequest } from "./variable";

// What a layer asks of a deferred graph. The graph knows layers; a layer knows this much of a graph and no more, so
// that the engine works without one.

export type SymbolicDType = DType | "bool";

/** What a symbolic tensor stands for during a run; a boolean scalar is a plain boolean. */
export type Value = Tensor | boolean;

/** A tensor that has no numbers until a session runs the operation behind it. */
export interface SymbolicTensor {
  readonly graph: DeferredGraph;
  readonly operation: Operation;
  readonly name: string;
  readonly dtype: SymbolicDType;
  /** Null where the rank is unknown; in it, null where a size is. */
  readonly shape: PartialShape | null;
  /** The tensor of booleans or numbers that says which positions count. */
  mask: SymbolicTensor | null;
  /** The call of the layer that made it. */
  history: { readonly node: InboundNode; readonly index: number } | null;
  /** Its part of the operation's result. */
  valueIn(result: unknown): Value;
  /** The gradients of Σ tensor·dy; null where none passes. */
  gradients(run: Execution, dy: Tensor): OperationGradients | null;
}

/** One call of a layer on symbolic tensors. */
export interface InboundNode {
  readonly layer: { readonly name: string };
  readonly inputs: readonly SymbolicTensor[];
  readonly outputs: readonly SymbolicTensor[];
  /** What the call was given besides its inputs. */
  readonly callArguments: object;
}

/** A step that a session can run: at most once in a run, and only where something that is fetched needs it. */
export interface Operation<Result = unknown> {
  readonly graph: DeferredGraph;
  readonly name: string;
  readonly type: string;
  readonly inputs: readonly SymbolicTensor[];
  /** What runs before it though it takes nothing from it but, perhaps, its result. */
  readonly controlInputs: readonly Operation[];
  readonly reads: readonly Variable[];
  readonly writes: readonly Variable[];
  readonly compute: (run: Execution) => Result;
}

export interface OperationRequest<Result> {
  /** The last part of its name is made of it unless `name` is given. */
  readonly type: string;
  readonly name?: string | undefined;
  readonly inputs?: readonly SymbolicTensor[];
  readonly controlInputs?: readonly Operation[];
  readonly reads?: readonly Variable[];
  readonly writes?: readonly Variable[];
  readonly compute: (run: Execution) => Result;
}

/** The gradients of Σ y·dy, in the order of the operation's inputs and of what it reads; null where there is none. */
export interface OperationGradients {
  readonly inputs: readonly (Tensor | null)[];
  readonly reads: readonly (Tensor | null)[];
}

/** The side of an operation's result that other operations take in. */
export interface OutputRequest<Result> {
  readonly dtype: SymbolicDType;
  readonly shape: PartialShape | null;
  readonly value: (result: Result) => Value;
  /** Left out where no gradient passes. */
  readonly gradient?: (result: Result, dy: Tensor, run: Execution) => OperationGradients;
}

/** One run of a session, as an operation sees it. */
export interface Execution {
  value(tensor: SymbolicTensor): Value;
  isFed(tensor: SymbolicTensor): boolean;
  result<Result>(operation: Operation<Result>): Result;
  /** The variable's value now: that from before the run, or what the run has assigned so far. */
  read(variable: Variable): TensorData;
  /** Becomes the variable's value when the whole run has succeeded. */
  assign(variable: Variable, data: TensorData): void;
  /** Is done when the whole run has succeeded. */
  afterwards(action: () => void): void;
}

/**
 * Whether variables are made or found: true finds, false makes, "auto" does what is possible. What is inside of a scope
 * that reuses, reuses too.
 */
export type Reuse = boolean | "auto";

export interface VariableScope {
  readonly name: string;
  /** What the names of operations made inside begin with. */
  readonly operations: string;
  readonly reuse: Reuse;
}

/** What a graph lists for whoever wants all of a kind. */
export const GraphKeys = {
  UPDATE_OPS: "update_ops",
  TRAINABLE_VARIABLES: "trainable_variables",
  GLOBAL_VARIABLES: "variables",
  REGULARIZATION_LOSSES: "regularization_losses",
} as const;

/** What lies in each collection. */
export interface Collected {
  readonly update_ops: Operation;
  readonly trainable_variables: Variable;
  readonly variables: Variable;
  readonly regularization_losses: SymbolicTensor;
}

export interface DeferredGraph {
  /** Where unnamed layers get their names. */
  readonly names: NameScope;
  /** The boolean that a layer asks which is not told whether it trains. */
  readonly learningPhase: SymbolicTensor;

  operation<Result>(request: OperationRequest<Result>): Operation<Result>;
  output<Result>(operation: Operation<Result>, request: OutputRequest<Result>): SymbolicTensor;

  /** The same tensor as a result of its own. */
  identity(tensor: SymbolicTensor): SymbolicTensor;

  /** What a collection holds now; what is added later is not in the list. */
  getCollection<K extends keyof Collected>(key: K): readonly Collected[K][];
  /** Appends what the collection does not hold yet. */
  addToCollection<K extends keyof Collected>(key: K, items: readonly Collected[K][]): void;

  /** Finds or makes a variable in the current variable scope, as the scope's reuse says. */
  variableInScope(request: VariableRequest): MadeVariable;
  /** Makes a variable that no scope knows; `name` is its whole name. */
  newVariable(name: string, request: VariableRequest): MadeVariable;
  /** Makes new variables the graph's; until then a failure leaves no trace of them. */
  keepVariables(made: readonly MadeVariable[]): void;
  /** Whether a variable is one of the graph's. */
  holds(variable: Variable): boolean;
  /** The name below the current name scope, with a number behind it where it is taken. */
  uniqueName(name: string): string;

  /** A scope inside of the current one: of this name, or of the first free name that begins with `unnamed`. */
  openScope(name: string | null, unnamed: string): VariableScope;
  /** Does something with new variables in a scope, and new operations too. */
  within<T>(scope: VariableScope, body: () => T): T;
  /** Does something. Where it throws and has made nothing, the names that it took are free again; `undo` does the rest. */
  attempt<T>(body: () => T, undo: () => void): T;
}
