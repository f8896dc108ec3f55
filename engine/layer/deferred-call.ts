import type { Execution, Operation, SymbolicTensor } from "../base-layer/deferred";
import { checkAgainst } from "../base-layer/input-spec";
import { castTo } from "../base-layer/inputs";
import type { CallOptions, Mask } from "../base-layer/options";
import { isSymbolic, numbersOf } from "../base-layer/symbolic";
import { EngineError } from "../errors";
import { showShape } from "../tensor/shape";
import type { Tensor } from "../tensor/tensor";
import { updatesOf } from "./deferred-updates";
import type { NormalizedCall } from "./deferred-updates";
import { forward } from "./forward";
import type { ForwardContext } from "./forward-context";
import type { LayerState } from "./layer-state";
import { storageOf } from "./layer-state";
import { traced } from "./traced";
import type { Trace } from "./trace";
import { withBounds } from "./symbolic-bounds";
import type { SymbolicBounds } from "./symbolic-bounds";
import { trainingMode } from "./training-mode";
import type { TrainingMode } from "./training-mode";

/** What a layer lends to the operations that run it. */
export interface DeferredLayer extends LayerState {
  readonly trainable: boolean;
  readonly bounds: SymbolicBounds;
  /** A call's context but for the values of the weights, at the time it is asked for. */
  readonly context: () => Omit<ForwardContext, "weights">;
  readonly elementWeights: (mask: Mask | null, x: Tensor) => Float64Array | undefined;
  /** How many training calls of the layer a run has made so far. */
  readonly callsIn: (run: Execution) => number;
  /** Counts a training call of a run. */
  readonly count: (run: Execution) => void;
}

/** What the operation of one call leaves to those that follow it. */
export interface CallResult extends NormalizedCall {
  readonly trace: Trace;
}

type Training = NonNullable<CallOptions["training"]>;

/**
 * Builds the operations of one call: one that normalizes, and two that move the statistics. Nothing moves unless the
 * latter two are run: the first does not need them.
 */
export function deferredCall(
  layer: DeferredLayer,
  inputs: SymbolicTensor,
  options: CallOptions,
): { readonly outputs: SymbolicTensor; readonly updates: readonly Operation[] } {
  const { graph } = inputs;
  const isPhase = (options.training ?? null) === null;
  const training = options.training ?? graph.learningPhase;
  const mask = options.mask ?? null;
  const bounds = layer.bounds.map(([, bound]) => bound);
  const reads = layer.plan.map(({ name }) => layer.variables[name]!);
  // A value that the version refuses is refused now, and not when the operation runs.
  const isOpen = isSymbolic(training);
  const known = isOpen ? null : modeOf(layer, training);
  const call = graph.operation<CallResult>({
    type: "BatchNormalization",
    name: "batchnorm",
    inputs: [inputs, ...[training, mask].filter(isSymbolic), ...bounds],
    reads,
    compute: (run) => runCall(layer, run, { inputs, training, mask, isPhase, known }),
  });
  const { profile } = layer.context();
  const mayMove = isOpen
    ? layer.trainable || (profile.frozenStillUpdates && !profile.frozenMeansInference)
    : known!.updates;
  return {
    outputs: graph.output(call, {
      dtype: layer.context().config.dtype,
      shape: inputs.shape,
      value: ({ trace }) => trace.outputs,
      gradient: ({ trace }, dy) => {
        const gradients = trace.vjp(dy);
        return {
          inputs: call.inputs.map((input) => (input === inputs ? gradients.inputs : null)),
          reads: layer.plan.map(({ name }) =>
            name === "gamma" || name === "beta" ? (gradients[name] ?? null) : null,
          ),
        };
      },
    }),
    updates: mayMove ? updatesOf(layer, call) : [],
  };
}

const modeOf = (layer: DeferredLayer, training: boolean | number): TrainingMode =>
  trainingMode(training, layer.trainable, layer.context().profile);

function runCall(
  layer: DeferredLayer,
  run: Execution,
  call: {
    readonly inputs: SymbolicTensor;
    readonly training: Training;
    readonly mask: CallOptions["mask"];
    /** Whether `training` is the learning phase, for want of another. */
    readonly isPhase: boolean;
    readonly known: TrainingMode | null;
  },
): CallResult {
  const mode = call.known ?? modeOf(layer, trainingIn(layer, run, call));
  const { config, step, ...rest } = layer.context();
  const context: ForwardContext = {
    ...rest,
    config: withBounds(config, layer.bounds, run),
    // Its calls in this run count one by one, as they would without a graph.
    step: step + layer.callsIn(run),
    weights: storageOf(layer, (each) => run.read(each)),
  };
  const inputs = numbersOf(run.value(call.inputs));
  const x = castTo(context.config.dtype, inputs);
  checkAgainst(layer.built.inputSpec, x);
  const mask = isSymbolic(call.mask) ? numbersOf(run.value(call.mask)) : (call.mask ?? null);
  const elementWeights = layer.elementWeights(mask, x);
  const pass = forward(context, x, { ...mode, updates: false, elementWeights, beside: null });
  if (mode.training) layer.count(run);
  return { context, mode, pass, trace: traced(context, layer.plan, x, pass) };
}

function trainingIn(
  layer: DeferredLayer,
  run: Execution,
  { training, isPhase }: { readonly training: Training; readonly isPhase: boolean },
): boolean | number {
  if (!isSymbolic(training)) return training;
  if (isPhase && layer.context().profile.learningPhaseMustBeFed && !run.isFed(training)) {
    throw new EngineError(
      "not-fed",
      "ValueError",
      `${training.name} must be fed where training is not given in this version. Received: ${training.name}=nothing`,
    );
  }
  const value = run.value(training);
  if (typeof value === "boolean") return value;
  if (value.data.length === 1) return value.data[0]!;
  throw new EngineError(
    "training-shape",
    "ValueError",
    `training must be a boolean scalar (it becomes the pred of a condition). Received: training of shape ${showShape(value.shape)}`,
    { argument: "training" },
  );
}
