import { GraphKeys } from "../base-layer/deferred";
import type {
  Collected,
  DeferredGraph,
  Operation,
  OperationRequest,
  OutputRequest,
  Reuse,
  SymbolicTensor,
  VariableScope,
} from "../base-layer/deferred";
import { NameScope } from "../base-layer/names";
import { Variable } from "../base-layer/variable";
import type { MadeVariable, VariableRequest } from "../base-layer/variable";
import { EngineError } from "../errors";
import { store } from "../tensor/tensor";
import { GraphTensor } from "./graph-tensor";
import { identity } from "./operations/identity";
import { learningPhase } from "./operations/learning-phase";
import { ScopeNames } from "./scope-names";
import { UniqueNames } from "./unique-names";
import { VariableStore } from "./variable-store";

type Collections = { readonly [K in keyof Collected]: Set<Collected[K]> };

/** What new variables and operations are made inside of. */
interface Place {
  readonly variables: VariableScope;
  readonly operations: string;
}

const joined = (outer: string, name: string): string => (outer === "" ? name : `${outer}/${name}`);

/**
 * A program that does not run by itself: operations with the tensors between them, and the variables that they read and
 * write. A `Session` runs the part of it that is asked for.
 *
 * Source: `tf.Graph`, `tf.variable_scope` and `tf.get_collection` of TensorFlow 1, as far as layers need them.
 */
export class Graph implements DeferredGraph {
  readonly names = new NameScope();
  readonly #operations: Operation[] = [];
  readonly #uniqueNames = new UniqueNames();
  readonly #scopeNames = new ScopeNames();
  readonly #store = new VariableStore();
  readonly #collections: Collections = {
    update_ops: new Set(),
    trainable_variables: new Set(),
    variables: new Set(),
    regularization_losses: new Set(),
  };
  #place: Place = { variables: { name: "", reuse: false }, operations: "" };
  #learningPhase: SymbolicTensor | null = null;

  /** All operations in the order in which they were made: whatever one depends on comes before it. */
  get operations(): readonly Operation[] {
    return this.#operations;
  }

  /** The scope that a new variable would be in. */
  get currentScope(): VariableScope {
    return this.#place.variables;
  }

  get learningPhase(): SymbolicTensor {
    this.#learningPhase ??= this.#inside({ variables: this.currentScope, operations: "" }, () =>
      learningPhase(this),
    );
    return this.#learningPhase;
  }

  /** Adds an operation. Throws a ValueError where it takes something in from another graph. */
  operation<Result>(request: OperationRequest<Result>): Operation<Result> {
    const { type, inputs = [], controlInputs = [], reads = [], writes = [], compute } = request;
    for (const { name, graph } of [...inputs, ...controlInputs]) this.#requireOwn(name, graph);
    const name = this.uniqueName(request.name ?? type);
    const operation: Operation<Result> = {
      graph: this,
      name,
      type,
      inputs,
      controlInputs,
      reads,
      writes,
      compute,
    };
    this.#operations.push(operation);
    return operation;
  }

  output<Result>(operation: Operation<Result>, request: OutputRequest<Result>): SymbolicTensor {
    return new GraphTensor(operation, request);
  }

  identity(tensor: SymbolicTensor): SymbolicTensor {
    return identity(tensor);
  }

  addToCollection<K extends keyof Collected>(key: K, items: readonly Collected[K][]): void {
    const collection: Set<Collected[K]> = this.#collections[key];
    for (const item of items) collection.add(item);
  }

  getCollection<K extends keyof Collected>(key: K): readonly Collected[K][] {
    const collection: ReadonlySet<Collected[K]> = this.#collections[key];
    return [...collection];
  }

  /**
   * Does something inside of a variable scope, and below a name scope of that name. `reuse` says whether variables are
   * made or found there; left out, it is that of the scope outside, and true outside is true inside.
   */
  variableScope<T>(name: string, { reuse = null }: { reuse?: Reuse | null }, body: () => T): T {
    const outer = this.currentScope;
    const inner = { name: joined(outer.name, name), reuse: inherited(outer.reuse, reuse) };
    const operations = this.uniqueName(name);
    this.#scopeNames.take(inner.name);
    try {
      return this.#inside({ variables: inner, operations }, body);
    } finally {
      // Entered again, the scope gives the same names again, so that unnamed layers find their variables.
      this.#scopeNames.forgetInside(inner.name);
    }
  }

  /** Does something below a name of its own; variables keep out of it. */
  nameScope<T>(name: string, body: () => T): T {
    return this.#inside({ variables: this.currentScope, operations: this.uniqueName(name) }, body);
  }

  openScope(name: string | null, unnamed: string): VariableScope {
    const outer = this.currentScope;
    const full =
      name === null ? this.#scopeNames.free(joined(outer.name, unnamed)) : joined(outer.name, name);
    this.#scopeNames.take(full);
    return { name: full, reuse: outer.reuse };
  }

  within<T>(scope: VariableScope, body: () => T): T {
    return this.#inside({ variables: scope, operations: scope.name }, body);
  }

  uniqueName(name: string): string {
    return this.#uniqueNames.take(joined(this.#place.operations, name));
  }

  variableInScope(request: VariableRequest): MadeVariable {
    const { name: scope, reuse } = this.currentScope;
    const name = joined(scope, request.name);
    const found = this.#store.find(name, request, reuse);
    if (found !== null) return { variable: found, isNew: false };
    const variable = this.newVariable(name, request);
    this.#store.keep(variable);
    return { variable, isNew: true };
  }

  newVariable(name: string, request: VariableRequest): Variable {
    const variable = new Variable(name, request, store(request.dtype, request.initial()));
    this.addToCollection(GraphKeys.GLOBAL_VARIABLES, [variable]);
    if (variable.trainable && request.isCollected !== false) {
      this.addToCollection(GraphKeys.TRAINABLE_VARIABLES, [variable]);
    }
    return variable;
  }

  #inside<T>(place: Place, body: () => T): T {
    const outer = this.#place;
    this.#place = place;
    try {
      return body();
    } finally {
      this.#place = outer;
    }
  }

  #requireOwn(name: string, graph: DeferredGraph): void {
    if (graph === this) return;
    throw new EngineError(
      "graph-differs",
      "ValueError",
      `inputs must be of this graph: the graphs are not the same. Received: inputs=${name}`,
    );
  }
}

/** A scope that reuses cannot be told not to from inside. */
const inherited = (outer: Reuse, given: Reuse | null): Reuse =>
  given === null || given === false ? outer : given;
