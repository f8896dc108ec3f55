import { EngineError } from "../errors";
import { referenceKernels } from "../backend/reference";
import type { BatchNormConfig } from "../spec/batch-norm";
import { inputs as inputsSpec } from "../spec/args/inputs";
import { training as trainingSpec } from "../spec/args/training";
import { trainable as trainableSpec } from "../spec/args/trainable";
import { defaultProfile, isProfileId, profiles } from "../spec/profiles";
import type { ProfileId, ProfileSwitches } from "../spec/profiles";
import { check } from "../spec/validate";
import { refusal } from "../spec/show-value";
import { sizeOf } from "../tensor/shape";
import type { PartialShape } from "../tensor/shape";
import { store, tensor } from "../tensor/tensor";
import type { NestedNumbers, Tensor } from "../tensor/tensor";
import { buildFor, checkInputShape } from "./build";
import type { BuiltLayer } from "./build";
import { completeConfig } from "./configuration";
import type { BatchNormArguments } from "./configuration";
import { forward } from "./forward";
import type { Forward, ForwardContext } from "./forward";
import { toKerasConfig } from "./keras-config";
import type { KerasConfig } from "./keras-config";
import type { Trace } from "./trace";
import { traced } from "./traced";
import { initialWeights, presentWeights, replacedWeights } from "./weights";
import type { WeightStorage } from "./weights";

export interface LayerOptions {
  readonly profile?: ProfileId;
  readonly backend?: "reference";
}

export interface CallOptions {
  /** Null means "not said": inference, the default learning phase. */
  readonly training?: boolean | number | null;
}

export interface Weight {
  /** `<layer>/<documented weight name>`. */
  readonly name: string;
  readonly value: Tensor;
  readonly trainable: boolean;
}

interface LayerState {
  readonly built: BuiltLayer;
  readonly weights: WeightStorage;
}

/**
 * Batch Normalization as TensorFlow computes it:
 *
 *   training:   y = γ · (x − μ)/√(v + ε) + β     with the batch's mean μ and biased variance v,
 *               M ← ρM + (1 − ρ)μ,  V ← ρV + (1 − ρ)v   (fused: v·m/(m − 1));
 *   inference:  y = γ · (x − M)/√(V + ε) + β.
 *
 * A call that throws leaves every weight as it was.
 *
 * Sources: Ioffe & Szegedy 2015 (arXiv:1502.03167); tf.keras.layers.BatchNormalization.
 */
export class BatchNormalization {
  readonly profile: ProfileId;
  readonly backend = referenceKernels.name;
  #config: BatchNormConfig;
  readonly #switches: ProfileSwitches;
  #state: LayerState | null = null;

  constructor(args: BatchNormArguments = {}, options: LayerOptions = {}) {
    const profile: string = options.profile ?? defaultProfile;
    if (!isProfileId(profile)) {
      throw new EngineError(
        "profile",
        "ValueError",
        refusal("profile", `one of ${Object.keys(profiles).join(", ")}`, profile),
      );
    }
    this.profile = profile;
    this.#switches = profiles[profile];
    this.#config = completeConfig(args);
  }

  get name(): string {
    return this.#config.name ?? "batch_normalization";
  }

  /** The axis as given; the resolved list once the layer is built. */
  get axis(): number | readonly number[] {
    return this.#state?.built.axes ?? this.#config.axis;
  }

  get built(): boolean {
    return this.#state !== null;
  }

  /** False until the layer is built, then whether TensorFlow would take its fused implementation. */
  get fused(): boolean {
    return this.#state?.built.fused ?? false;
  }

  get trainable(): boolean {
    return this.#config.trainable;
  }

  set trainable(value: boolean) {
    const checked = check(trainableSpec, value);
    if (!checked.ok) throw new EngineError("argument", checked.kind, checked.message);
    this.#config = { ...this.#config, trainable: checked.value };
  }

  /**
   * Creates the weights for inputs of this shape; null stands for a size not known yet. Building again keeps the
   * weights. Throws a ValueError for an unknown rank, an axis out of range or named twice, and an unknown size
   * along a normalized axis.
   */
  build(inputShape: PartialShape | null): void {
    this.#built(inputShape);
  }

  /**
   * Normalizes a batch. In training mode it also moves the moving statistics. Integers are cast to the layer's
   * dtype, as are tensors of the other one.
   */
  call(inputs: Tensor | NestedNumbers, options: CallOptions = {}): Tensor {
    return this.#run(inputs, options).pass.outputs;
  }

  /** Does what `call` does, and returns every intermediate with the outputs. */
  trace(inputs: Tensor | NestedNumbers, options: CallOptions = {}): Trace {
    const { context, x, pass } = this.#run(inputs, options);
    return traced(context, x, pass);
  }

  /** All weights: trainable ones first. Empty until the layer is built. */
  get weights(): readonly Weight[] {
    if (this.#state === null) return [];
    const { weights, built } = this.#state;
    return presentWeights(weights).map(({ name, data }) => ({
      name: `${this.name}/${name}`,
      value: { shape: built.parameterShape, dtype: this.#config.dtype, data: data.slice() },
      trainable: this.trainable && (name === "gamma" || name === "beta"),
    }));
  }

  get trainableWeights(): readonly Weight[] {
    return this.weights.filter((weight) => weight.trainable);
  }

  get nonTrainableWeights(): readonly Weight[] {
    return this.weights.filter((weight) => !weight.trainable);
  }

  /** Regularization losses, one per regularized weight; none exist without a regularizer. */
  get losses(): readonly number[] {
    return [];
  }

  /** Copies of the weights in creation order: gamma, beta, moving_mean, moving_variance. */
  getWeights(): readonly Tensor[] {
    return this.weights.map((weight) => weight.value);
  }

  /** Replaces all weights, in the order of `getWeights`. Throws a ValueError and changes nothing if one misfits. */
  setWeights(values: readonly Tensor[]): void {
    if (this.#state === null) {
      if (values.length === 0) return;
      throw new EngineError(
        "weights-count",
        "ValueError",
        `weights must be a weight list of length 0 until the layer is built. Received: a weight list of length ${values.length}`,
      );
    }
    const { built, weights } = this.#state;
    this.#state = { built, weights: replacedWeights(weights, built.parameterShape, values) };
  }

  /** The number of elements in all weights, trainable or not. Throws a ValueError until the layer is built. */
  countParams(): number {
    if (this.#state === null) {
      throw new EngineError(
        "not-built",
        "ValueError",
        `countParams must be called on a built layer: ${this.name} isn't built. Received: built=false`,
      );
    }
    const { weights, built } = this.#state;
    return presentWeights(weights).length * sizeOf(built.parameterShape);
  }

  /** The configuration with Keras's keys and value forms. */
  getConfig(): KerasConfig {
    return toKerasConfig(this.#config, this.name, this.axis);
  }

  /** Makes a layer from a configuration, also one written by Keras. Weights are not part of it. */
  static fromConfig(config: KerasConfig, options: LayerOptions = {}): BatchNormalization {
    return new BatchNormalization(config, options);
  }

  #built(inputShape: PartialShape | null): LayerState {
    if (this.#state === null) {
      const built = buildFor(this.#config, this.#switches, inputShape);
      this.#state = { built, weights: initialWeights(this.#config, built.parameterShape) };
    }
    return this.#state;
  }

  #run(
    inputs: Tensor | NestedNumbers,
    options: CallOptions,
  ): { readonly context: ForwardContext; readonly x: Tensor; readonly pass: Forward } {
    const training = this.#isTraining(options.training ?? null);
    const x = this.#cast(inputs);
    const { built, weights } = this.#built(x.shape);
    checkInputShape(built, x.shape);
    const context = { config: this.#config, built, weights, kernels: referenceKernels };
    const pass = forward(context, x, training);
    this.#state = { built, weights: pass.weightsAfter };
    return { context, x, pass };
  }

  #isTraining(given: boolean | number | null): boolean {
    const checked = check(trainingSpec, given);
    if (!checked.ok) throw new EngineError("argument", checked.kind, checked.message);
    const frozen = this.#switches.frozenMeansInference && !this.trainable;
    return Boolean(checked.value) && !frozen;
  }

  #cast(inputs: Tensor | NestedNumbers): Tensor {
    const { dtype } = this.#config;
    if (
      typeof inputs !== "number" &&
      (typeof inputs !== "object" || (inputs as unknown) === null)
    ) {
      throw new EngineError(
        "argument",
        "TypeError",
        refusal(inputsSpec.name, inputsSpec.rule, inputs),
      );
    }
    if (typeof inputs === "number" || !("shape" in inputs)) return tensor(inputs, { dtype });
    if (inputs.dtype === dtype) return inputs;
    return { shape: inputs.shape, dtype, data: store(dtype, inputs.data) };
  }
}
