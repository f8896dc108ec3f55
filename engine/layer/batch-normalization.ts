import { requireObject } from "../base-layer/argument-rules";
import type { Execution, SymbolicDType, SymbolicTensor } from "../base-layer/deferred";
import type { InputSpec } from "../base-layer/input-spec";
import { checkAgainst } from "../base-layer/input-spec";
import { castTo, checkInputs, dtypeOf } from "../base-layer/inputs";
import { Layer, refuseNumbers, symbolicIn } from "../base-layer/layer";
import type { ApplyOptions, CallOptions, LayerOptions, Mask } from "../base-layer/options";
import type { MadeVariable, Variable } from "../base-layer/variable";
import { replacements } from "../base-layer/weight-values";
import { kernelsFor } from "../backend";
import type { BackendId } from "../backend/kernels";
import type { ResidentTensor } from "../backend/wasm/resident-tensor";
import { EngineError } from "../errors";
import type { BatchNormConfig } from "../spec/batch-norm";
import { refusal } from "../spec/show-value";
import type { PartialShape } from "../tensor/shape";
import type { NestedNumbers, Tensor } from "../tensor/tensor";
import { buildFor, fusedConditions } from "./build";
import type { BuiltLayer } from "./build";
import type { BatchNormArguments } from "./configuration";
import { deferredCall } from "./deferred-call";
import { forward } from "./forward";
import type { Forward } from "./forward-pass";
import type { ForwardContext } from "./forward-context";
import { checkDeferred, eagerOptions, onlyNumbers } from "./call-inputs";
import { configOmissions, toKerasConfig } from "./keras-config";
import type { ConfigOmission, KerasConfig } from "./keras-config";
import { copiedState, replaceBy, requestsFor, storageOf } from "./layer-state";
import type { LayerState } from "./layer-state";
import { elementWeightsOf } from "./mask";
import { settingsFrom } from "./settings";
import type { LayerSettings } from "./settings";
import type { ResidentTrace, Trace } from "./trace";
import { traced } from "./traced";
import { trainingMode } from "./training-mode";
import { ViewCache } from "./view-cache";
import { planWeights } from "./weight-plan";
import type { PlannedWeight } from "./weight-plan";
import type { WeightName } from "./weight-storage";

interface MadeState extends LayerState {
  readonly config: BatchNormConfig;
  readonly made: readonly MadeVariable[];
}

interface Run {
  readonly context: ForwardContext;
  readonly plan: readonly PlannedWeight[];
  readonly x: Tensor;
  readonly pass: Forward;
}

/**
 * Batch Normalization as TensorFlow computes it:
 *
 *   training:   y = γ · (a · (x̂·r + d) + b) + β,  x̂ = (x − μ)/√(v + ε)
 *               with the batch's mean μ and biased variance v, of each ghost batch where there are some;
 *               M ← ρM + (1 − ρ)μ,  V ← ρV + (1 − ρ)v   (fused: v·m/(m − 1); with renorm see core/renorm);
 *   inference:  y = γ · (x − M)/√(V + ε) + β.
 *
 * r and d are renorm's correction (1 and 0 without it), a and b the adjustment (likewise). A call that throws leaves
 * every weight as it was.
 *
 * Sources: Ioffe & Szegedy 2015 (arXiv:1502.03167); Ioffe 2017 (arXiv:1702.03275) for renorm; Hoffer, Hubara &
 * Soudry 2017 (arXiv:1705.08741) for ghost batches; tf.keras.layers.BatchNormalization.
 */
export class BatchNormalization extends Layer {
  readonly #settings: LayerSettings;
  #config: BatchNormConfig;
  #state: LayerState | null = null;
  #step = 0;
  /** Training calls in runs of a session, of which `step` counts those that have succeeded. */
  readonly #callsIn = new WeakMap<Execution, number>();

  constructor(args: BatchNormArguments = {}, options: LayerOptions = {}) {
    // A refused layer takes no name from the scope that it would share.
    const settings = settingsFrom(args, options);
    super({ ...args, name: settings.config.name, trainable: settings.config.trainable }, options);
    this.#settings = settings;
    this.#config = settings.config;
  }

  protected override get className(): string {
    return "BatchNormalization";
  }

  protected override supportsMasking(): boolean {
    return this.switches.mask !== "unsupported";
  }

  protected override get inputSpec(): InputSpec {
    return this.#state?.built.inputSpec ?? {};
  }

  /** The axis as given; the resolved list once the layer is built. */
  get axis(): number | readonly number[] {
    const axis = this.#state?.built.axes ?? this.#config.axis;
    return typeof axis === "number" || !Array.isArray(axis) ? axis : [...(axis as number[])];
  }

  override get dtype(): BatchNormConfig["dtype"] {
    return this.#config.dtype;
  }

  /**
   * Which kernels answer: those asked for, or the reference's, which computes float16 and float64 layers and stands in
   * where the machine has no SIMD.
   */
  get backend(): BackendId {
    return kernelsFor(this.#settings.backend, this.dtype).name;
  }

  override get built(): boolean {
    return this.#state !== null;
  }

  /**
   * Whether TensorFlow takes its fused implementation. Until the layer is built it is what that version's attribute
   * says, with null for undecided.
   */
  get fused(): boolean | null {
    return this.#state?.built.fused ?? this.#settings.fused;
  }

  /** How many calls normalized with their batch; schedules in `renorm_clipping` are functions of it. */
  get step(): number {
    return this.#step;
  }

  set step(value: number) {
    if (!Number.isInteger(value) || value < 0) {
      throw new EngineError(
        "step",
        "ValueError",
        refusal("step", "an integer of at least 0", value),
      );
    }
    this.#step = value;
  }

  /**
   * Creates the weights for inputs of this shape; null stands for a size not known yet. Building again keeps the
   * weights. Throws a ValueError for an unknown rank, an axis out of range or named twice, a virtual batch size that
   * is not positive or not possible, a fused implementation that does not exist, and an unknown size along a
   * normalized axis, in this order.
   */
  override build(inputShape: PartialShape | null): void {
    if (this.#state !== null) return;
    this.attempt(() => this.#keep(this.#made(this.#config, inputShape)));
  }

  /**
   * Normalizes a batch. In training mode it also moves the moving statistics. Integers are cast to the layer's
   * dtype, as are tensors of another one. The outputs live where the inputs live: those of a resident tensor are one.
   *
   * On a symbolic tensor it builds the operations that do so, and adds those that move the statistics to `updates`.
   */
  override call(inputs: SymbolicTensor, options?: CallOptions): SymbolicTensor;
  override call(inputs: ResidentTensor, options?: CallOptions): ResidentTensor;
  override call(inputs: Tensor | NestedNumbers, options?: CallOptions): Tensor;
  override call(
    inputs: SymbolicTensor | Tensor | NestedNumbers,
    options: CallOptions = {},
  ): SymbolicTensor | Tensor {
    const tensors = symbolicIn(inputs);
    if (tensors !== null) return this.#callDeferred(tensors, options);
    return this.#run(inputs as Tensor | NestedNumbers, options, ({ pass }) => pass.outputs);
  }

  override apply(inputs: SymbolicTensor, options?: ApplyOptions): SymbolicTensor;
  override apply(inputs: ResidentTensor, options?: ApplyOptions): ResidentTensor;
  override apply(inputs: Tensor | NestedNumbers, options?: ApplyOptions): Tensor;
  override apply(
    inputs: SymbolicTensor | Tensor | NestedNumbers,
    options: ApplyOptions = {},
  ): SymbolicTensor | Tensor {
    if (symbolicIn(inputs) !== null)
      return super.apply(inputs as SymbolicTensor, options) as SymbolicTensor;
    return this.call(inputs as Tensor | NestedNumbers, options);
  }

  /**
   * Does what `call` does, and returns every intermediate with the outputs. What it computes later, gradients and x̂, it
   * computes from a copy of the inputs; of resident ones there is none, so they must be kept, and kept as they are,
   * until then.
   */
  trace(inputs: ResidentTensor, options?: CallOptions): ResidentTrace;
  trace(inputs: Tensor | NestedNumbers, options?: CallOptions): Trace;
  trace(inputs: Tensor | NestedNumbers, options: CallOptions = {}): Trace {
    return this.#run(inputs, options, ({ context, plan, x, pass }) =>
      traced(context, plan, x, pass),
    );
  }

  /**
   * Replaces some weights by their documented names. Throws a ValueError and changes nothing if one misfits or does
   * not exist.
   */
  assign(values: Readonly<Partial<Record<WeightName, Tensor | NestedNumbers>>>): void {
    this.requireBuilt("assign");
    requireObject("weights", values);
    const { variables, plan } = this.#state!;
    const targets = Object.entries(values).map(([name]) => {
      const variable = Object.hasOwn(variables, name) ? variables[name as WeightName] : undefined;
      if (variable !== undefined) return variable;
      throw new EngineError(
        "weights-name",
        "ValueError",
        `weights must be named ${plan.map((w) => w.name).join(", ")}. Received: ${name}`,
        { weight: name },
      );
    });
    const data = replacements(targets, Object.values(values));
    targets.forEach((variable, index) => variable.replace(data[index]!));
  }

  /** The configuration with Keras's keys and value forms. What it cannot hold is warned of. */
  getConfig(): KerasConfig {
    for (const { argument, reason } of this.configOmissions) {
      this.warn({
        code: "config-omission",
        message: `${argument} is not in the configuration of ${this.name}: ${reason}.`,
      });
    }
    // Ghost batches shift TensorFlow's own axes, so that its configuration builds another layer.
    const axis = this.#config.virtual_batch_size === null ? this.axis : this.#config.axis;
    const dtype = this.#adoptsDtype ? null : this.dtype;
    return toKerasConfig(this.#configured, { name: this.name, axis, dtype });
  }

  /** The arguments that were set and that `getConfig` does not carry. */
  get configOmissions(): readonly ConfigOmission[] {
    return configOmissions(this.#configured);
  }

  /** Makes a layer from a configuration, also one written by Keras. Weights are not part of it. */
  static fromConfig(config: KerasConfig, options: LayerOptions = {}): BatchNormalization {
    return new BatchNormalization(config, options);
  }

  protected override buildFor(inputShape: PartialShape | null, dtype: SymbolicDType): void {
    if (this.#state !== null) return;
    const config = dtype === "bool" ? this.#config : this.#configFor(dtype);
    this.#keep(this.#made(config, inputShape));
  }

  protected override takeOver(other: this): ReadonlyMap<Variable, Variable> {
    const copies = super.takeOver(other);
    const state = other.#state;
    this.#config = other.#config;
    this.#step = other.#step;
    this.#state = state && copiedState(state, copies);
    return copies;
  }

  get #configured() {
    const { base, objects, switches: profile } = this.#settings;
    return {
      config: { ...this.#config, trainable: this.trainable },
      base: { ...base, activityRegularizer: this.activityRegularizer },
      objects,
      profile,
    };
  }

  /** What building makes for inputs of this shape. It is the layer's once it is kept. */
  #made(config: BatchNormConfig, inputShape: PartialShape | null): MadeState {
    const { objects, fused: asked, base } = this.#settings;
    const fused = { asked, conditions: fusedConditions(config, objects) };
    const built = buildFor(config, fused, this.switches, inputShape);
    const plan = planWeights(config, objects, this.switches, built.parameterShape);
    const given = base.weights === undefined ? [] : replacements(plan, base.weights);
    const made = requestsFor(plan, objects, this.seed).map((request) => this.makeVariable(request));
    const variables = Object.fromEntries(plan.map(({ name }, i) => [name, made[i]!.variable]));
    // Those that were found have the values of the layer that made them.
    given.forEach((data, i) => made[i]!.isNew && made[i]!.variable.replace(data));
    return { config, built, plan, variables, views: new ViewCache(built.axes), made };
  }

  #keep({ config, made, ...state }: MadeState): void {
    this.#config = config;
    this.#state = state;
    this.ownVariables(made);
  }

  /** Makes a call. The layer moves on when `present` has made of it what the caller gets. */
  #run<T>(inputs: Tensor | NestedNumbers, options: CallOptions, present: (run: Run) => T): T {
    const given = eagerOptions(options);
    if (!this.isEager) refuseNumbers(inputs);
    return this.attempt(() => this.#runEagerly(inputs, given, present));
  }

  #runEagerly<T>(
    inputs: Tensor | NestedNumbers,
    { training, mask }: ReturnType<typeof eagerOptions>,
    present: (run: Run) => T,
  ): T {
    const mode = trainingMode(training, this.trainable, this.switches);
    checkInputs(inputs);
    const config = this.#configFor(dtypeOf(inputs));
    const x = castTo(config.dtype, inputs);
    const made = this.#state === null ? this.#made(config, x.shape) : null;
    const state = this.#state ?? made!;
    const { built, plan } = state;
    checkAgainst(built.inputSpec, x);
    const context = { ...this.#contextOf(config, state), weights: storageOf(state) };
    const elementWeights = this.#elementWeights(mask, x, built);
    const pass = forward(context, x, { ...mode, elementWeights, beside: inputs });
    const presented = present({ context, plan, x, pass });
    this.penalizeOutputs(pass.outputs);
    if (made !== null) this.#keep(made);
    replaceBy(state, pass.weightsAfter);
    if (mode.training) this.#step++;
    return presented;
  }

  protected override checkCall(tensors: readonly SymbolicTensor[], options: CallOptions): void {
    onlyNumbers(tensors);
    checkDeferred(this.graph, options, this.trainable, this.switches);
  }

  #callDeferred(tensors: readonly SymbolicTensor[], options: CallOptions): SymbolicTensor {
    const graph = this.deferredGraph(tensors);
    this.checkCall(tensors, options);
    return this.attempt(() =>
      graph.within(this.usedScope(), () => this.#connected(onlyNumbers(tensors), options)),
    );
  }

  #connected(inputs: ReturnType<typeof onlyNumbers>, options: CallOptions): SymbolicTensor {
    this.buildFor(inputs.shape, inputs.dtype);
    const state = this.#state!;
    checkAgainst(state.built.inputSpec, inputs);
    const { outputs, updates } = deferredCall(
      {
        ...state,
        trainable: this.trainable,
        bounds: this.#settings.bounds,
        context: () => this.#contextOf(this.#config, state),
        elementWeights: (mask, x) => this.#elementWeights(mask, x, state.built),
        callsIn: (run) => this.#callsIn.get(run) ?? 0,
        count: (run) => this.#count(run),
      },
      inputs,
      options,
    );
    this.addUpdate(updates, inputs);
    return outputs;
  }

  #count(run: Execution): void {
    this.#callsIn.set(run, (this.#callsIn.get(run) ?? 0) + 1);
    run.afterwards(() => {
      this.#step++;
    });
  }

  #contextOf(config: BatchNormConfig, { built, views }: LayerState) {
    return {
      config,
      profile: this.switches,
      built,
      kernels: kernelsFor(this.#settings.backend, config.dtype),
      views,
      step: this.#step,
      seed: this.seed,
    };
  }

  /** Whether the layer, being of an older version and without a dtype, takes that of the first inputs it sees. */
  get #adoptsDtype(): boolean {
    const { switches, hasOwnDtype } = this.#settings;
    return switches.dtypeFromFirstInputs && !hasOwnDtype && !this.built;
  }

  #configFor(dtype: BatchNormConfig["dtype"] | null): BatchNormConfig {
    return this.#adoptsDtype && dtype !== null ? { ...this.#config, dtype } : this.#config;
  }

  #elementWeights(mask: Mask | null, x: Tensor, built: BuiltLayer): Float64Array | undefined {
    if (mask === null) return undefined;
    const weights = elementWeightsOf(mask, x.shape, this.switches);
    if (!built.fused) return weights;
    this.warn({
      code: "mask-ignored",
      message: `mask is ignored by ${this.name}: the fused implementation does not use it. Give fused=false to use it.`,
    });
    return undefined;
  }
}
