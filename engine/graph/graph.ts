import { requireObject, requireRule, requireText } from "../base-layer/argument-rules";
import { checkedArgument } from "../base-layer/check-options";
import { GraphKeys } from "../base-layer/deferred";
import { requireGraph } from "../base-layer/symbolic";
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
import { requestFor } from "../base-layer/variable-request";
import type { VariableOptions } from "../base-layer/variable-request";
import { reuse as reuseSpec } from "../spec/args/reuse";
import { modernDialect } from "../keras-object/dialect";
import type { Shape } from "../tensor/shape";
import { store } from "../tensor/tensor";
import { GraphTensor } from "./graph-tensor";
import { identity } from "./operations/identity";
import { learningPhase } from "./operations/learning-phase";
import { TakenNames } from "./taken-names";
import { UniqueNames } from "./unique-names";
import { VariableStore } from "./variable-store";

type Collections = { readonly [K in keyof Collected]: Set<Collected[K]> };

/** What a variable's request says of its place in the graph. */
interface Placement {
  readonly isScoped: boolean;
  readonly isListed: boolean;
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
  readonly #scopeNames = new TakenNames();
  readonly #variableNames = new TakenNames();
  readonly #placements = new WeakMap<Variable, Placement>();
  readonly #store = new VariableStore();
  readonly #collections: Collections = {
    update_ops: new Set(),
    trainable_variables: new Set(),
    variables: new Set(),
    regularization_losses: new Set(),
  };
  #scope: VariableScope = { name: "", operations: "", reuse: false };
  #learningPhase: SymbolicTensor | null = null;

  /** All operations in the order in which they were made: whatever one depends on comes before it. */
  get operations(): readonly Operation[] {
    return [...this.#operations];
  }

  /** The scope that a new variable would be in. */
  get currentScope(): VariableScope {
    return this.#scope;
  }

  get learningPhase(): SymbolicTensor {
    this.#learningPhase ??= this.within({ ...this.#scope, operations: "" }, () =>
      learningPhase(this),
    );
    return this.#learningPhase;
  }

  /** Adds an operation. Throws a ValueError where it takes something in from another graph. */
  operation<Result>(request: OperationRequest<Result>): Operation<Result> {
    const { type, inputs = [], controlInputs = [], reads = [], writes = [], compute } = request;
    requireGraph(this, "inputs", [...inputs, ...controlInputs]);
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
    const collection: Set<Collected[K]> = this.#collectionOf(key);
    requireRule("items", Array.isArray(items), "a list", items);
    for (const item of items) collection.add(item);
  }

  getCollection<K extends keyof Collected>(key: K): readonly Collected[K][] {
    const collection: ReadonlySet<Collected[K]> = this.#collectionOf(key);
    return [...collection];
  }

  /**
   * Does something inside of a variable scope, and below a name scope of that name. `reuse` says whether variables are
   * made or found there; left out or false, it is that of the scope outside.
   */
  variableScope<T>(name: string, options: { reuse?: Reuse | null }, body: () => T): T {
    requireObject("options", options);
    const { reuse = null } = options;
    checkedArgument(reuseSpec, reuse);
    requireBody(body);
    const inner = this.openScope(name, name);
    const scope = { ...inner, reuse: inherited(inner.reuse, reuse) };
    try {
      return this.within(scope, body);
    } finally {
      // Entered again, the scope gives the same names again, so that unnamed layers find their variables.
      this.#scopeNames.forgetInside(scope.name);
    }
  }

  /** Does something with new operations below a name of its own; variables in scopes keep out of it. */
  nameScope<T>(name: string, body: () => T): T {
    requireBody(body);
    return this.within({ ...this.#scope, operations: this.uniqueName(name) }, body);
  }

  openScope(name: string | null, unnamed: string): VariableScope {
    const { name: outer, reuse } = this.#scope;
    const full =
      name === null ? this.#scopeNames.free(joined(outer, unnamed)) : joined(outer, name);
    const operations = this.uniqueName(name ?? unnamed);
    this.#scopeNames.take(full);
    return { name: full, operations, reuse };
  }

  within<T>(scope: VariableScope, body: () => T): T {
    const outer = this.#scope;
    this.#scope = scope;
    try {
      return body();
    } finally {
      this.#scope = outer;
    }
  }

  attempt<T>(body: () => T, undo: () => void): T {
    const [operations, scopes] = [this.#uniqueNames.mark, this.#scopeNames.mark];
    const made = (): number => this.#operations.length + this.#collections.variables.size;
    const before = made();
    try {
      return body();
    } catch (error) {
      if (made() === before) {
        this.#uniqueNames.undoTo(operations);
        this.#scopeNames.undoTo(scopes);
        undo();
      }
      throw error;
    }
  }

  uniqueName(name: string): string {
    requireText("name", name);
    return this.#uniqueNames.take(joined(this.#scope.operations, name));
  }

  variableInScope(request: VariableRequest): MadeVariable {
    const { name: scope, reuse } = this.#scope;
    const name = joined(scope, request.name);
    const found = this.#store.find(name, request, reuse);
    if (found !== null) return { variable: found, isNew: false };
    return this.#proposed(name, request, true);
  }

  newVariable(name: string, request: VariableRequest): MadeVariable {
    return this.#proposed(this.#variableNames.free(name), request, false);
  }

  keepVariables(made: readonly MadeVariable[]): void {
    for (const { variable, isNew } of made) if (isNew) this.#keep(variable);
  }

  holds(variable: Variable): boolean {
    return this.#collections.variables.has(variable);
  }

  /**
   * Finds or makes a variable in the current variable scope. Throws a ValueError where the scope's reuse forbids either,
   * and for a variable of another shape or dtype.
   */
  getVariable(name: string, shape: Shape, options: VariableOptions = {}): Variable {
    const request = requestFor(name, shape, options, {
      dtype: "float32",
      dialect: modernDialect,
      stream: [0, this.#collections.variables.size],
    });
    const made = this.variableInScope(request);
    this.keepVariables([made]);
    return made.variable;
  }

  #collectionOf<K extends keyof Collected>(key: K): Collections[K] {
    const keys = Object.keys(this.#collections);
    requireRule("key", keys.includes(key), `one of ${keys.join(", ")}`, key);
    return this.#collections[key];
  }

  #proposed(name: string, request: VariableRequest, isScoped: boolean): MadeVariable {
    const variable = new Variable(name, request, store(request.dtype, request.initial()));
    const isListed = request.trainable && request.isCollected !== false;
    this.#placements.set(variable, { isScoped, isListed });
    return { variable, isNew: true };
  }

  #keep(variable: Variable): void {
    const placement = this.#placements.get(variable);
    this.#variableNames.take(variable.name);
    if (placement?.isScoped) this.#store.keep(variable);
    this.addToCollection(GraphKeys.GLOBAL_VARIABLES, [variable]);
    if (placement?.isListed) this.addToCollection(GraphKeys.TRAINABLE_VARIABLES, [variable]);
  }
}

const requireBody = (body: unknown): void =>
  requireRule("body", typeof body === "function", "a function", body);

/** A scope that reuses cannot be told not to from inside. */
const inherited = (outer: Reuse, given: Reuse | null): Reuse =>
  given === null || given === false ? outer : given;
