import { EngineError } from "../errors";
import { backendIds, isBackendId, kernelsFor } from "../backend";
import type { BackendId } from "../backend/kernels";
import type { ResidentTensor } from "../backend/wasm/resident-tensor";
import { fusedBeforeBuild } from "../core/fused-path";
import type { BatchNormConfig } from "../spec/batch-norm";
import { trainable as trainableSpec } from "../spec/args/trainable";
import { defaultProfile, isProfileId, profiles, switchesOf } from "../spec/profiles";
import type { ProfileId, ProfileSwitches } from "../spec/profiles";
import { check } from "../spec/validate";
import { refusal } from "../spec/show-value";
import { sizeOf } from "../tensor/shape";
import type { PartialShape } from "../tensor/shape";
import type { NestedNumbers, Tensor } from "../tensor/tensor";
import type { CheckedBaseKeywords } from "./base-keywords";
import { buildFor, checkInputShape, fusedConditions } from "./build";
import type { BuiltLayer } from "./build";
import { completeConfig } from "./configuration";
import type { BatchNormArguments } from "./configuration";
import { forward } from "./forward";
import type { Forward } from "./forward-pass";
import type { ForwardContext } from "./forward-context";
import { castTo, checkInputs, dtypeOf } from "./inputs";
import { configOmissions, toKerasConfig } from "./keras-config";
import type { ConfigOmission, KerasConfig } from "./keras-config";
import { elementWeightsOf } from "./mask";
import type { Mask } from "./mask";
import { NameScope, namesFor } from "./names";
import type { LayerNames } from "./names";
import { layerObjects } from "./objects";
import type { LayerObjects } from "./objects";
import type { CallOptions, LayerOptions } from "./options";
import { checkClipping } from "./renorm-clipping";
import type { ResidentTrace, Trace } from "./trace";
import { traced } from "./traced";
import { trainingMode } from "./training-mode";
import { warnOnConsole } from "./warnings";
import type { WarningListener } from "./warnings";
import { shownWeights } from "./weight";
import type { Weight } from "./weight";
import { ViewCache } from "./view-cache";
import { initialWeights, planWeights } from "./weight-plan";
import type { PlannedWeight } from "./weight-plan";
import { assignedWeights, replacedWeights } from "./weights";
import type { WeightName, WeightStorage } from "./weight-storage";

interface LayerState {
  readonly built: BuiltLayer;
  readonly plan: readonly PlannedWeight[];
  readonly weights: WeightStorage;
  readonly views: ViewCache;
}

interface Run {
  readonly context: ForwardContext;
  readonly plan: readonly PlannedWeight[];
  readonly x: Tensor;
  readonly pass: Forward;
}

function checkedBackend(backend = "reference"): BackendId {
  if (isBackendId(backend)) return backend;
  throw new EngineError(
    "backend",
    "ValueError",
    refusal("backend", `one of ${backendIds.join(", ")}`, backend),
  );
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
export class BatchNormalization {
  readonly profile: ProfileId;
  readonly #switches: ProfileSwitches;
  readonly #askedBackend: BackendId;
  readonly #base: CheckedBaseKeywords;
  readonly #objects: LayerObjects;
  readonly #names: LayerNames;
  readonly #seed: number;
  readonly #warn: WarningListener;
  readonly #hasOwnDtype: boolean;
  /** Null where the layer is left to choose. */
  readonly #fused: boolean | null;
  #config: BatchNormConfig;
  #state: LayerState | null = null;
  #step = 0;

  constructor(args: BatchNormArguments = {}, options: LayerOptions = {}) {
    const profile: string = options.profile ?? defaultProfile;
    if (!isProfileId(profile)) {
      throw new EngineError(
        "profile",
        "ValueError",
        refusal("profile", `one of ${Object.keys(profiles).join(", ")}`, profile),
      );
    }
    this.#askedBackend = checkedBackend(options.backend);
    this.profile = profile;
    this.#switches = switchesOf(profile);
    const { config, base, hasOwnDtype } = completeConfig({ ...args }, this.#switches);
    this.#config = config;
    this.#base = base;
    this.#hasOwnDtype = hasOwnDtype;
    this.#objects = layerObjects(config, this.#switches);
    this.#fused = fusedBeforeBuild(
      config.fused,
      fusedConditions(config, this.#objects),
      this.#switches,
    );
    if (config.renorm) checkClipping(config.renorm_clipping);
    this.#seed = options.seed ?? 0;
    this.#warn = options.onWarning ?? warnOnConsole;
    const scope = options.names ?? new NameScope();
    this.#names = namesFor(config.name, this.#switches.legacyNames, scope);
  }

  get name(): string {
    return this.#names.layer;
  }

  /** The axis as given; the resolved list once the layer is built. */
  get axis(): number | readonly number[] {
    const axis = this.#state?.built.axes ?? this.#config.axis;
    return typeof axis === "number" || !Array.isArray(axis) ? axis : [...(axis as number[])];
  }

  get dtype(): BatchNormConfig["dtype"] {
    return this.#config.dtype;
  }

  /**
   * Which kernels answer: those asked for, or the reference's, which computes float16 and float64 layers and stands in
   * where the machine has no SIMD.
   */
  get backend(): BackendId {
    return kernelsFor(this.#askedBackend, this.dtype).name;
  }

  get built(): boolean {
    return this.#state !== null;
  }

  /**
   * Whether TensorFlow takes its fused implementation. Until the layer is built it is what that version's attribute
   * says, with null for undecided.
   */
  get fused(): boolean | null {
    return this.#state?.built.fused ?? this.#fused;
  }

  get trainable(): boolean {
    return this.#config.trainable;
  }

  set trainable(value: boolean) {
    const checked = check(trainableSpec, value);
    if (!checked.ok) throw new EngineError("argument", checked.kind, checked.message);
    this.#config = { ...this.#config, trainable: checked.value };
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
  build(inputShape: PartialShape | null): void {
    this.#state ??= this.#stateFor(this.#config, inputShape);
  }

  /**
   * Normalizes a batch. In training mode it also moves the moving statistics. Integers are cast to the layer's
   * dtype, as are tensors of another one. The outputs live where the inputs live: those of a resident tensor are one.
   */
  call(inputs: ResidentTensor, options?: CallOptions): ResidentTensor;
  call(inputs: Tensor | NestedNumbers, options?: CallOptions): Tensor;
  call(inputs: Tensor | NestedNumbers, options: CallOptions = {}): Tensor {
    return this.#run(inputs, options, ({ pass }) => pass.outputs);
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

  /** All weights: trainable ones first. Empty until the layer is built. */
  get weights(): readonly Weight[] {
    if (this.#state === null) return [];
    const { plan, weights } = this.#state;
    return shownWeights(plan, weights, this.#objects, {
      prefix: this.#names.variables,
      trainable: this.trainable,
    });
  }

  get trainableWeights(): readonly Weight[] {
    return this.weights.filter((weight) => weight.trainable);
  }

  get nonTrainableWeights(): readonly Weight[] {
    return this.weights.filter((weight) => !weight.trainable);
  }

  /** Regularization losses, one per regularized weight, gamma before beta. Empty until the layer is built. */
  get losses(): readonly number[] {
    return this.weights.flatMap(({ regularizer, value }) =>
      regularizer === null ? [] : [regularizer.penalty(Float64Array.from(value.data), value.shape)],
    );
  }

  /** Copies of the weights in creation order: gamma, beta, moving_mean, moving_variance, then renorm's. */
  getWeights(): readonly Tensor[] {
    return this.weights.map((weight) => weight.value);
  }

  /** Replaces all weights, in the order of `getWeights`. Throws a ValueError and changes nothing if one misfits. */
  setWeights(values: readonly (Tensor | NestedNumbers)[]): void {
    if (this.#state === null) {
      if (values.length === 0) return;
      throw new EngineError(
        "weights-count",
        "ValueError",
        `weights must be a weight list of length 0 until the layer is built. Received: a weight list of length ${values.length}`,
      );
    }
    this.#state = { ...this.#state, weights: replacedWeights(this.#state.plan, values) };
  }

  /**
   * Replaces some weights by their documented names. Throws a ValueError and changes nothing if one misfits or does
   * not exist.
   */
  assign(values: Readonly<Partial<Record<WeightName, Tensor | NestedNumbers>>>): void {
    const state = this.#builtState("assign");
    this.#state = { ...state, weights: assignedWeights(state.plan, state.weights, values) };
  }

  /** The number of elements in all weights, trainable or not. Throws a ValueError until the layer is built. */
  countParams(): number {
    const { plan } = this.#builtState("countParams");
    return plan.reduce((count, { shape }) => count + sizeOf(shape), 0);
  }

  /** The configuration with Keras's keys and value forms. What it cannot hold is warned of. */
  getConfig(): KerasConfig {
    for (const { argument, reason } of this.configOmissions) {
      this.#warn({
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

  get #configured() {
    return {
      config: this.#config,
      base: this.#base,
      objects: this.#objects,
      profile: this.#switches,
    };
  }

  #builtState(method: string): LayerState {
    if (this.#state !== null) return this.#state;
    throw new EngineError(
      "not-built",
      "ValueError",
      `${method} must be called on a built layer: ${this.name} isn't built. Received: built=false`,
    );
  }

  #stateFor(config: BatchNormConfig, inputShape: PartialShape | null): LayerState {
    const fused = { asked: this.#fused, conditions: fusedConditions(config, this.#objects) };
    const built = buildFor(config, fused, this.#switches, inputShape);
    const plan = planWeights(config, this.#objects, this.#switches, built.parameterShape);
    const given = this.#base.weights;
    const weights =
      given === undefined ? initialWeights(plan, this.#seed) : replacedWeights(plan, given);
    return { built, plan, weights, views: new ViewCache(built.axes) };
  }

  /** Makes a call. The layer moves on when `present` has made of it what the caller gets. */
  #run<T>(inputs: Tensor | NestedNumbers, options: CallOptions, present: (run: Run) => T): T {
    const mode = trainingMode(options.training ?? null, this.trainable, this.#switches);
    checkInputs(inputs);
    const config = this.#configFor(inputs);
    const x = castTo(config.dtype, inputs);
    const state = this.#state ?? this.#stateFor(config, x.shape);
    const { built, plan, weights, views } = state;
    checkInputShape(built, x.shape);
    const context: ForwardContext = {
      config,
      profile: this.#switches,
      built,
      kernels: kernelsFor(this.#askedBackend, config.dtype),
      views,
      weights,
      step: this.#step,
      seed: this.#seed,
    };
    const elementWeights = this.#elementWeights(options.mask ?? null, x, built);
    const pass = forward(context, x, { ...mode, elementWeights, beside: inputs });
    const presented = present({ context, plan, x, pass });
    this.#config = config;
    this.#state = { ...state, weights: pass.weightsAfter };
    if (mode.training) this.#step++;
    return presented;
  }

  /** Whether the layer, being of an older version and without a dtype, takes that of the first inputs it sees. */
  get #adoptsDtype(): boolean {
    return this.#switches.dtypeFromFirstInputs && !this.#hasOwnDtype && !this.built;
  }

  #configFor(inputs: Tensor | NestedNumbers): BatchNormConfig {
    const dtype = dtypeOf(inputs);
    return this.#adoptsDtype && dtype !== null ? { ...this.#config, dtype } : this.#config;
  }

  #elementWeights(mask: Mask | null, x: Tensor, built: BuiltLayer): Float64Array | undefined {
    if (mask === null) return undefined;
    const weights = elementWeightsOf(mask, x.shape, this.#switches);
    if (!built.fused) return weights;
    this.#warn({
      code: "mask-ignored",
      message: `mask is ignored by ${this.name}: the fused implementation does not use it. Give fused=false to use it.`,
    });
    return undefined;
  }
}
