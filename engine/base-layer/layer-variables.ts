import { store } from "../tensor/tensor";
import type { DeferredGraph, Reuse, VariableScope } from "./deferred";
import type { NameScope } from "./names";
import { Variable } from "./variable";
import type { MadeVariable, VariableRequest } from "./variable";

export interface LayerPlace {
  readonly graph: DeferredGraph | null;
  readonly names: NameScope;
  /** The layer's name, or its class's where the layer was given none. */
  readonly baseName: string;
  readonly layerName: string;
  /** Whether the variables are those of a variable scope, as in `tf.layers`, rather than the layer's own. */
  readonly isScoped: boolean;
  readonly reuse: Reuse;
  readonly scope: string | null;
}

/** The variables that a layer owns, and the scope in which it makes or finds them. */
export class LayerVariables {
  #place: LayerPlace;
  #scope: VariableScope | null = null;
  #isUsed = false;
  #owned: readonly Variable[] = [];

  constructor(place: LayerPlace) {
    this.#place = place;
    const { graph, scope, isScoped, names } = place;
    if (graph === null) {
      // Counted when the layer is made, as its name is.
      const name = isScoped ? (scope ?? names.variableScope(place.baseName)) : place.layerName;
      this.#scope = { name, operations: name, reuse: false };
    } else if (isScoped && scope !== null) {
      this.#scope = graph.openScope(scope, place.baseName);
    }
  }

  /** In the order in which they were made; only those that this layer made. */
  get owned(): readonly Variable[] {
    return this.#owned;
  }

  /** The scope's name; null until the layer has used it. */
  get scopeName(): string | null {
    return this.#isUsed || this.#place.scope !== null ? (this.#scope?.name ?? null) : null;
  }

  /** Takes what was made among the layer's and the graph's variables. What was found stays whose it was. */
  own(made: readonly MadeVariable[]): void {
    this.#place.graph?.keepVariables(made);
    const own = made.filter(({ isNew }) => isNew).map(({ variable }) => variable);
    this.#owned = [...this.#owned, ...own];
  }

  /** The layer's scope, opened when it is first needed. */
  scope(name: string | null = null): VariableScope {
    const { graph } = this.#place;
    if (this.#scope === null && graph !== null) this.#scope = this.#opened(graph, name);
    this.#isUsed = true;
    return this.#scope!;
  }

  /** Does something that may use the scope. Where it throws and has made nothing, the scope is as unused as it was. */
  attempt<T>(body: () => T): T {
    const [scope, isUsed, owned] = [this.#scope, this.#isUsed, this.#owned.length];
    const undo = (): void => {
      if (this.#owned.length !== owned) return;
      this.#scope = scope;
      this.#isUsed = isUsed;
    };
    const { graph } = this.#place;
    if (graph !== null) return graph.attempt(body, undo);
    try {
      return body();
    } catch (error) {
      undo();
      throw error;
    }
  }

  /**
   * Makes a variable, or finds the one that its scope already has; the layer owns it once `own` is told so. Throws a
   * ValueError where the scope's reuse forbids what there is to do.
   */
  make(request: VariableRequest, isBuilt: boolean): MadeVariable {
    const { graph, isScoped, reuse } = this.#place;
    const scope = this.scope();
    const name = `${scope.name}/${request.name}`;
    if (graph === null) {
      const data = store(request.dtype, request.initial());
      return { variable: new Variable(name, request, data), isNew: true };
    }
    if (!isScoped) return graph.newVariable(name, request);
    // A layer that is built has all its variables, and can only find them again.
    const effective = isBuilt || reuse === true || (reuse === false ? scope.reuse : reuse);
    return graph.within({ ...scope, reuse: effective }, () => graph.variableInScope(request));
  }

  /** Takes over another layer's scope, and its variables: of a graph the same, else copies. Returns what became what. */
  copyFrom(other: LayerVariables): ReadonlyMap<Variable, Variable> {
    this.#place = other.#place;
    const isShared = this.#place.graph !== null;
    const copies = new Map(
      other.#owned.map((variable) => [variable, isShared ? variable : variable.copy()]),
    );
    this.#scope = other.#scope === null ? null : { ...other.#scope };
    this.#isUsed = other.#isUsed;
    this.#owned = [...copies.values()];
    return copies;
  }

  #opened(graph: DeferredGraph, name: string | null): VariableScope {
    const { baseName, isScoped, layerName, reuse } = this.#place;
    if (!isScoped) {
      const unique = graph.uniqueName(layerName);
      return { name: unique, operations: unique, reuse: false };
    }
    const given = name ?? (reuse === false ? null : baseName);
    return graph.openScope(given, baseName);
  }
}
