import { EngineError } from "../errors";
import type { RegularizerArgument } from "../regularizers";
import { name as nameSpec } from "../spec/args/name";
import { trainable as trainableSpec } from "../spec/args/trainable";
import type { ProfileId, ProfileSwitches } from "../spec/profiles";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import type { DType, NestedNumbers, Tensor } from "../tensor/tensor";
import { requireGraph } from "./symbolic";
import type { DeferredGraph, SymbolicTensor, VariableScope } from "./deferred";
import { LayerVariables } from "./layer-variables";
import { NameScope, snakeCase } from "./names";
import { checkPlace, checkedArgument } from "./check-options";
import type { LayerOptions } from "./options";
import { profileFor, switchesFor } from "./profile";
import type { MadeVariable, Variable, VariableRequest } from "./variable";
import { requestFor } from "./variable-request";
import type { VariableOptions } from "./variable-request";
import { warnOnConsole } from "./warnings";
import type { Warning } from "./warnings";
import { checkList, replacements } from "./weight-values";

/** What every layer takes. */
export interface LayerArguments {
  readonly name?: string | null | undefined;
  readonly trainable?: boolean | undefined;
  /** Null takes that of the first inputs. */
  readonly dtype?: DType | null | undefined;
  /** A penalty on the outputs. */
  readonly activity_regularizer?: RegularizerArgument | undefined;
}

/** What a layer is before it is called: its name, version and graph, and the variables it owns. */
export abstract class VariableOwner {
  readonly profile: ProfileId;
  protected readonly switches: ProfileSwitches;
  #options: LayerOptions;
  #graph: DeferredGraph | null;
  readonly #variables: LayerVariables;
  #name: string;
  readonly #givenDtype: DType | null;
  #dtype: DType | null;
  #trainable = true;

  constructor(args: LayerArguments, options: LayerOptions) {
    checkPlace(args, options);
    this.profile = profileFor(options);
    this.switches = switchesFor(options);
    this.#options = options;
    this.#graph = options.graph ?? null;
    const { legacyNames } = this.switches;
    const names = options.names ?? this.#graph?.names ?? new NameScope();
    const className = snakeCase(this.className);
    this.#name =
      checkedArgument(nameSpec, args.name ?? null) ?? names.layerName(className, legacyNames);
    this.#givenDtype = args.dtype ?? null;
    this.#dtype = this.#givenDtype;
    this.trainable = args.trainable ?? true;
    this.#variables = new LayerVariables({
      graph: this.#graph,
      names,
      baseName: args.name ?? className,
      layerName: this.#name,
      isScoped: legacyNames,
      reuse: options.reuse ?? false,
      scope: options.scope ?? null,
    });
  }

  abstract get built(): boolean;

  /** What the constructor was given besides the layer's arguments. */
  protected get options(): LayerOptions {
    return this.#options;
  }

  /** Names the layers that are given none. */
  protected get className(): string {
    return this.constructor.name;
  }

  get name(): string {
    return this.#name;
  }

  /** The dtype of the weights' arithmetic; null until the first inputs decide it. */
  get dtype(): DType | null {
    return this.#dtype;
  }

  get trainable(): boolean {
    return this.#trainable;
  }

  set trainable(value: boolean) {
    this.#trainable = checkedArgument(trainableSpec, value);
  }

  /** The graph that the layer builds on. Throws a RuntimeError for an eager layer. */
  get graph(): DeferredGraph {
    return this.graphFor("graph");
  }

  /** The scope of the variables. Throws a ValueError until the layer was used. */
  get scopeName(): string {
    const name = this.#variables.scopeName;
    if (name !== null) return name;
    throw new EngineError(
      "scope-unused",
      "ValueError",
      `scopeName must be asked of a layer that was used: ${this.name} has not been used yet. Received: scope=null`,
    );
  }

  /** All variables that the layer made: trainable ones first. Empty until the layer is built. */
  get weights(): readonly Variable[] {
    const { owned } = this.#variables;
    return [...owned.filter((each) => each.trainable), ...owned.filter((each) => !each.trainable)];
  }

  get variables(): readonly Variable[] {
    return this.weights;
  }

  /** None while the layer is not trainable. */
  get trainableWeights(): readonly Variable[] {
    return this.trainable ? this.weights.filter((each) => each.trainable) : [];
  }

  get trainableVariables(): readonly Variable[] {
    return this.trainableWeights;
  }

  /** All weights while the layer is not trainable. */
  get nonTrainableWeights(): readonly Variable[] {
    return this.trainable ? this.weights.filter((each) => !each.trainable) : this.weights;
  }

  get nonTrainableVariables(): readonly Variable[] {
    return this.nonTrainableWeights;
  }

  /** Copies of the weights, in the order of `weights`. */
  getWeights(): readonly Tensor[] {
    return this.weights.map(({ value }) => value);
  }

  /** Replaces all weights, in the order of `getWeights`. Throws a ValueError and changes nothing if one misfits. */
  setWeights(values: readonly (Tensor | NestedNumbers)[]): void {
    checkList(values);
    const { weights } = this;
    if (!this.built && weights.length === 0) {
      if (values.length === 0) return;
      throw new EngineError(
        "weights-count",
        "ValueError",
        `weights must be a weight list of length 0 until the layer is built. Received: a weight list of length ${values.length}`,
      );
    }
    const data = replacements(weights, values);
    weights.forEach((weight, index) => weight.replace(data[index]!));
  }

  /** The number of elements in all weights, trainable or not. Throws a ValueError until the layer is built. */
  countParams(): number {
    this.requireBuilt("countParams");
    return this.weights.reduce((count, { shape }) => count + sizeOf(shape), 0);
  }

  /**
   * Makes a variable of the layer's own, or finds the one that a reused scope has; a found one stays whose it was.
   * Throws a ValueError where the scope forbids either, and a RuntimeError for a regularizer in eager 1.4.
   */
  addVariable(name: string, shape: Shape, options: VariableOptions = {}): Variable {
    const request = requestFor(name, shape, options, {
      dtype: this.dtype ?? "float32",
      dialect: this.switches,
      stream: [this.seed, this.#variables.owned.length],
    });
    if (request.regularizer !== null && this.switches.eagerLossesRefused) {
      this.graphFor("regularizer");
    }
    return this.attempt(() => {
      const made = this.makeVariable(request);
      this.ownVariables([made]);
      return made.variable;
    });
  }

  /** Does what `addVariable` does. */
  addWeight(name: string, shape: Shape, options: VariableOptions = {}): Variable {
    return this.addVariable(name, shape, options);
  }

  protected get seed(): number {
    return this.options.seed ?? 0;
  }

  protected get isEager(): boolean {
    return this.#graph === null;
  }

  protected warn(warning: Warning): void {
    (this.options.onWarning ?? warnOnConsole)(warning);
  }

  /** Makes or finds a variable. It becomes the layer's when `ownVariables` is told so: a build may fail in between. */
  protected makeVariable(request: VariableRequest): MadeVariable {
    return this.#variables.make(
      { ...request, isCollected: this.trainable || !this.switches.fillsCollections },
      this.built,
    );
  }

  protected ownVariables(made: readonly MadeVariable[]): void {
    this.#variables.own(made);
  }

  /** The graph of inputs. Throws a ValueError where it is not the layer's. */
  protected deferredGraph(inputs: readonly SymbolicTensor[]): DeferredGraph {
    if (this.#graph === null) {
      throw new EngineError(
        "inputs-symbolic",
        "ValueError",
        `inputs must be numbers for an eager layer: give the constructor the inputs' graph. Received: inputs=${inputs.map(({ name }) => name).join(", ")}`,
        { argument: "inputs" },
      );
    }
    requireGraph(this.#graph, "inputs", inputs);
    return this.#graph;
  }

  /** Takes the dtype of the first inputs where the layer was given none; null gives it back. */
  protected adoptDtype(dtype: DType | null): void {
    this.#dtype = this.#givenDtype ?? dtype;
  }

  /** The graph, for something that an eager layer does not have. Throws a RuntimeError. */
  protected graphFor(member: string): DeferredGraph {
    if (this.#graph !== null) return this.#graph;
    throw new EngineError(
      "eager",
      "RuntimeError",
      `graph must be given to the constructor for ${member}: an eager layer has no symbolic tensors. Received: graph=null`,
    );
  }

  protected requireBuilt(method: string): void {
    if (this.built) return;
    throw new EngineError(
      "not-built",
      "ValueError",
      `${method} must be called on a built layer: ${this.name} isn't built. Received: built=false`,
    );
  }

  /** The scope of the layer's variables and operations, opened now if it was not. */
  protected usedScope(name: string | null = null): VariableScope {
    return this.#variables.scope(name);
  }

  /** Does something that may use the scope, which stays unused where it throws and has made nothing. */
  protected attempt<T>(body: () => T): T {
    return this.#variables.attempt(body);
  }

  /** Becomes another layer's copy. Returns which variable stands for which of the other's. */
  protected takeOver(other: this): ReadonlyMap<Variable, Variable> {
    this.#options = other.#options;
    this.#graph = other.#graph;
    this.#name = other.#name;
    this.#dtype = other.#dtype;
    this.#trainable = other.#trainable;
    return this.#variables.copyFrom(other.#variables);
  }
}
