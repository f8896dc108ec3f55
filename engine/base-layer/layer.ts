import { EngineError } from "../errors";
import { resolveRegularizer } from "../regularizers";
import type { RegularizerArgument, ResolvedRegularizer } from "../regularizers";
import { showValue } from "../spec/show-value";
import type { PartialShape } from "../tensor/shape";
import type { NestedNumbers, Tensor } from "../tensor/tensor";
import { CallRecord } from "./call-record";
import { requireObject, requireTextOrNull } from "./argument-rules";
import { deepCopied } from "./deep-copy";
import { GraphKeys } from "./deferred";
import { isSymbolic } from "./symbolic";
import type { DeferredGraph, InboundNode, SymbolicDType, SymbolicTensor } from "./deferred";
import { checkAgainst } from "./input-spec";
import type { InputSpec } from "./input-spec";
import { castTo, checkInputs, dtypeOf } from "./inputs";
import { NameScope } from "./names";
import { listOf, oneOrMany } from "./nodes";
import type { OneOrMany } from "./nodes";
import type { ApplyOptions, CallOptions, LayerOptions, Mask } from "./options";
import { activityPenalty, deferredActivityPenalty } from "./penalties";
import type { Variable } from "./variable";
import type { LayerArguments } from "./variable-owner";

export type LayerInputs = OneOrMany<SymbolicTensor> | Tensor | NestedNumbers;
export type LayerOutputs = OneOrMany<SymbolicTensor> | Tensor;

export type AnyMask = Mask | SymbolicTensor;

interface ActivityRegularizer {
  readonly given: RegularizerArgument;
  readonly resolved: ResolvedRegularizer | null;
}

/** What a layer in a graph answers to anything but symbolic tensors. Throws a TypeError. */
export function refuseNumbers(inputs: unknown): never {
  throw new EngineError(
    "argument",
    "TypeError",
    `inputs must be a symbolic tensor for a layer in a graph, or a list of them: make one with placeholder or constant. Received: inputs=${showValue(inputs)}`,
    { argument: "inputs" },
  );
}

function requireOutputs(outputs: unknown): asserts outputs is Tensor {
  if (typeof outputs === "object" && outputs !== null && "data" in outputs) return;
  throw new EngineError(
    "call-outputs",
    "ValueError",
    `call must return the layer's outputs, a tensor. Received: ${showValue(outputs)}`,
  );
}

/** The symbolic tensors that a layer is called with; null where it is called with numbers. */
export function symbolicIn(inputs: unknown): readonly SymbolicTensor[] | null {
  if (!Array.isArray(inputs)) return isSymbolic(inputs) ? [inputs] : null;
  const items: readonly unknown[] = inputs;
  return items.length > 0 && items.every(isSymbolic) ? items : null;
}

/**
 * What all layers have in common: names, variables, losses, updates, and the record of their calls. A layer with a
 * graph builds operations on symbolic tensors, which a session runs later; a layer without one is eager and computes
 * when it is called.
 *
 * A subclass overrides `build`, which makes its variables, and `call`; whoever uses it calls `apply`.
 *
 * Source: `tf.layers.Layer` and `tf.keras.layers.Layer` of TensorFlow 1.4, whose members these are in camel case.
 */
export abstract class Layer extends CallRecord {
  readonly #arguments: LayerArguments;
  #activityRegularizer: ActivityRegularizer;
  #isBuilt = false;

  constructor(args: LayerArguments = {}, options: LayerOptions = {}) {
    super(args, options);
    this.#arguments = args;
    this.#activityRegularizer = this.#regularizerOf(args.activity_regularizer ?? null);
  }

  /** Computes the outputs, or builds what will; on symbolic tensors it records nothing. */
  abstract call(inputs: LayerInputs, options?: CallOptions): LayerOutputs;

  get built(): boolean {
    return this.#isBuilt;
  }

  /** What the inputs have to be, once the layer knows. */
  protected get inputSpec(): InputSpec {
    return {};
  }

  /** Refuses what the call cannot be made with; a subclass knows more. */
  protected checkCall(_inputs: readonly SymbolicTensor[], _options: CallOptions): void {
    // Nothing is known to be wrong for every layer.
  }

  /** Whether a mask of the inputs is one of the outputs; it is not unless a subclass says so. */
  protected supportsMasking(): boolean {
    return false;
  }

  /** The penalty on the outputs, as it was given. */
  get activityRegularizer(): RegularizerArgument {
    return this.#activityRegularizer.given;
  }

  set activityRegularizer(value: RegularizerArgument) {
    this.#activityRegularizer = this.#regularizerOf(value);
  }

  /** Prepares the layer for inputs of this shape; a subclass makes its variables here. */
  build(_inputShape: OneOrMany<PartialShape | null>): void {
    this.#isBuilt = true;
  }

  /**
   * The mask of the outputs. Throws a TypeError for a mask where the layer does not support masking, as in 1.4.
   */
  computeMask(_inputs: LayerInputs, mask: AnyMask | null = null): AnyMask | null {
    if (mask === null || this.supportsMasking()) return mask;
    throw new EngineError(
      "mask-unsupported",
      "TypeError",
      "mask must be null: the layer does not support masking in this version. Received: mask=a mask",
      { argument: "mask" },
    );
  }

  /**
   * Calls the layer. On symbolic tensors it also builds it if need be, records an inbound node, hands on the mask,
   * penalizes the outputs, and in the versions that do so puts the updates into UPDATE_OPS.
   *
   * Throws a ValueError for tensors of another graph, for symbolic tensors where the layer is eager, and for inputs that
   * do not fit what the layer was built for.
   */
  apply(inputs: OneOrMany<SymbolicTensor>, options?: ApplyOptions): OneOrMany<SymbolicTensor>;
  apply(inputs: Tensor | NestedNumbers, options?: ApplyOptions): Tensor;
  apply(inputs: LayerInputs, options: ApplyOptions = {}): LayerOutputs {
    requireObject("options", options);
    requireTextOrNull("scope", options.scope ?? null);
    const tensors = symbolicIn(inputs);
    if (tensors === null) {
      if (!this.isEager) refuseNumbers(inputs);
      return this.attempt(() => this.#applyEagerly(inputs as Tensor | NestedNumbers, options));
    }
    const graph = this.deferredGraph(tensors);
    // All that can be refused is refused before the graph has anything of this call.
    this.checkCall(tensors, options);
    const mask = options.mask ?? tensors[0]?.mask ?? null;
    const outputMask = this.computeMask(inputs, mask);
    this.#check(tensors);
    const given = this.#withMask(options, mask);
    const outputs = this.attempt(() =>
      graph.within(this.usedScope(options.scope ?? null), () =>
        this.#connected(graph, inputs as OneOrMany<SymbolicTensor>, given),
      ),
    );
    if (isSymbolic(outputMask)) for (const each of listOf(outputs)) each.mask = outputMask;
    this.#record({
      layer: this,
      inputs: tensors,
      outputs: listOf(outputs),
      callArguments: options,
    });
    if (this.switches.fillsCollections) graph.addToCollection(GraphKeys.UPDATE_OPS, this.updates);
    return outputs;
  }

  /** Builds the layer for its first inputs, whose dtype it takes where it was given none. */
  protected buildFor(shape: OneOrMany<PartialShape | null>, dtype: SymbolicDType): void {
    const before = this.dtype;
    if (dtype !== "bool") this.adoptDtype(dtype);
    try {
      this.build(shape);
    } catch (error) {
      this.adoptDtype(before);
      throw error;
    }
  }

  /**
   * A layer of its own with the same name and settings. In a graph both have the same variables; a copy of an eager
   * layer has copies of them.
   */
  deepCopy(): this {
    const Class = this.constructor as new (args: LayerArguments, options: LayerOptions) => this;
    // A name of its own would use up one of the graph's.
    const copy = new Class(this.#arguments, { ...this.options, names: new NameScope() });
    copy.takeOver(this);
    return copy;
  }

  protected override takeOver(other: this): ReadonlyMap<Variable, Variable> {
    const variables = super.takeOver(other);
    this.#isBuilt = other.#isBuilt;
    this.#activityRegularizer = other.#activityRegularizer;
    const copies = new Map<unknown, unknown>(variables);
    for (const [key, value] of Object.entries(other)) {
      Object.assign(this, { [key]: deepCopied(value, copies) });
    }
    return variables;
  }

  /** Takes note of the outputs of an eager call. Throws a ValueError where the version cannot penalize them. */
  protected penalizeOutputs(outputs: Tensor): void {
    const { given, resolved } = this.#activityRegularizer;
    if (resolved === null) return;
    const { activityPenalty: kind, eagerLossesRefused } = this.switches;
    if (eagerLossesRefused) {
      throw new EngineError(
        "activity-eager",
        "ValueError",
        `activity_regularizer must be null for an eager layer in this version. Received: activity_regularizer=${showValue(given)}`,
        { argument: "activity_regularizer" },
      );
    }
    this.activityLoss = activityPenalty(resolved, outputs, kind);
  }

  #regularizerOf(given: RegularizerArgument): ActivityRegularizer {
    return { given, resolved: resolveRegularizer("activity_regularizer", given, this.switches) };
  }

  #applyEagerly(inputs: Tensor | NestedNumbers, options: ApplyOptions): LayerOutputs {
    this.usedScope();
    checkInputs(inputs);
    const x = castTo(this.dtype ?? dtypeOf(inputs) ?? "float32", inputs);
    if (!this.built) this.buildFor(x.shape, x.dtype);
    checkAgainst(this.inputSpec, x);
    const outputs = this.call(x, options);
    requireOutputs(outputs);
    this.penalizeOutputs(outputs);
    this.#isBuilt = true;
    return outputs;
  }

  /** What the call itself is given: the mask, too, in the versions that heed it. */
  #withMask(options: ApplyOptions, mask: AnyMask | null): ApplyOptions {
    return this.switches.mask === "used" && mask !== null ? { ...options, mask } : options;
  }

  /** Builds the layer if need be, and the operations of its call. */
  #connected(
    graph: DeferredGraph,
    inputs: OneOrMany<SymbolicTensor>,
    options: ApplyOptions,
  ): OneOrMany<SymbolicTensor> {
    const tensors = listOf(inputs);
    if (!this.built) this.buildFor(oneOrMany(tensors.map(({ shape }) => shape)), tensors[0]!.dtype);
    this.#check(tensors);
    const made = this.call(inputs, options);
    const outputs = this.#outputsFrom(graph, tensors, made);
    this.#penalizeActivity(tensors, outputs);
    // Not sooner: a layer whose `build` leaves its variables to its first call makes them there.
    this.#isBuilt = true;
    return Array.isArray(made) ? outputs : outputs[0]!;
  }

  #check(inputs: readonly SymbolicTensor[]): void {
    for (const input of inputs) checkAgainst(this.inputSpec, input);
  }

  /** What `call` returned, where an input that came back unchanged becomes a tensor of its own. */
  #outputsFrom(
    graph: DeferredGraph,
    inputs: readonly SymbolicTensor[],
    made: unknown,
  ): readonly SymbolicTensor[] {
    const outputs = symbolicIn(made);
    if (outputs === null) {
      throw new EngineError(
        "call-outputs",
        "ValueError",
        `call must return the layer's outputs, one symbolic tensor or a list of them. Received: ${showValue(made)}`,
      );
    }
    return outputs.map((output) => (inputs.includes(output) ? graph.identity(output) : output));
  }

  #penalizeActivity(inputs: readonly SymbolicTensor[], outputs: readonly SymbolicTensor[]): void {
    const { resolved } = this.#activityRegularizer;
    if (resolved === null) return;
    const kind = this.switches.activityPenalty;
    const losses = outputs.map((output) => deferredActivityPenalty(resolved, output, kind));
    this.addLoss(losses, kind === "sum" ? null : inputs);
  }

  #record(node: InboundNode): void {
    this.addNode(node);
    node.outputs.forEach((output, index) => {
      output.history = { node, index };
    });
  }
}
