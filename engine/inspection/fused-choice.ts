import { decidingQuestion } from "../core/fused-path";
import { questionsOfBuild, questionsOfConstructor } from "../core/fused-questions";
import type { FusedInput } from "../core/fused-questions";
import { EngineError } from "../errors";
import { fusedConditions } from "../layer/build";
import { completeConfig } from "../layer/configuration";
import { layerObjects } from "../layer/objects";
import type { BatchNormConfig } from "../spec/batch-norm";
import { switchesOf } from "../spec/profiles";
import type { ProfileId } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import { resolveAxes } from "../tensor/axes";
import { showShape, sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { tensor } from "../tensor/tensor";
import type { FusedChoice } from "../types/fused-choice";
import type { FusedOutcome } from "../types/fused-outcome";
import type { FusedQuestion } from "../types/fused-question";
import type { LayerCalls } from "../types/layer-calls";
import type { MovingVariances } from "../types/moving-variances";
import { attempted } from "./attempted";
import { builtLayer, fusedCases, pathsByVersion } from "./fused-cases";
import type { BuiltLayer } from "./fused-cases";
import { layerCalls } from "./layer-calls";
import { bothPaths } from "./moving-variances";
import { sampleTensor } from "./sample-tensor";

/** The arguments that bear on the choice, and those that bear on the moving variance. */
export const fusedArguments = [
  "axis",
  "momentum",
  "epsilon",
  "renorm",
  "virtual_batch_size",
  "adjustment",
  "beta_regularizer",
  "gamma_regularizer",
  "fused",
  "dtype",
] as const satisfies readonly (keyof BatchNormConfig)[];

/** Some versions do not know an adjustment. */
export type FusedArguments = Pick<
  BatchNormConfig,
  Exclude<(typeof fusedArguments)[number], "adjustment">
> &
  Partial<Pick<BatchNormConfig, "adjustment">>;

export interface FusedChoiceOptions {
  readonly layer: FusedArguments;
  readonly shape: Shape;
  readonly dataFormat: "channels_last" | "channels_first";
  /** Of the inputs, and of an adjustment. */
  readonly seed: number;
  readonly profile: ProfileId;
  /** How often the layers are called in training mode. */
  readonly calls: number;
}

/** A thousand calls on more would take their time. */
const mostElements = 4096;

/**
 * Makes a layer, builds it for a tensor of a shape and calls it, and tells which questions led to its implementation,
 * what every call found and left, what the moving variance comes to on either path, and what this version makes of `fused=true`. What the layer refuses
 * is part of the result; a tensor too large throws a ValueError.
 */
export function fusedChoice(options: FusedChoiceOptions): FusedChoice {
  const { shape, dataFormat, seed, profile, calls } = options;
  if (sizeOf(shape) > mostElements) {
    throw new EngineError(
      "shape-size",
      "ValueError",
      refusal("shape", `of at most ${mostElements} elements`, shape),
    );
  }
  const channelAxis = dataFormat === "channels_first" ? 1 : shape.length - 1;
  const values = sampleTensor(shape, channelAxis, seed);
  const axes = attempted(() => resolveAxes(options.layer.axis, shape.length)).value;
  const built = builtLayer(options.layer, shape, { profile, seed });
  const { outcome, own } = ownCalls(options, built, values);
  const questions = attempted(() => questionsFor(options, axes)).value ?? [];
  return {
    shape,
    channelAxis,
    questions,
    asked: countAsked(questions, outcome),
    outcome,
    byVersion: pathsByVersion(options.layer, shape),
    calls,
    own,
    variances: axes && variancesOf(options, { values, axes, own }),
    cases: fusedCases(profile),
  };
}

/** Every question that the layer has for this configuration; build has none where the axes do not exist. */
function questionsFor(
  { layer, shape, profile }: FusedChoiceOptions,
  axes: readonly number[] | null,
): readonly FusedQuestion[] {
  const switches = switchesOf(profile);
  const { config } = completeConfig({ ...layer }, switches);
  const conditions = fusedConditions(config, layerObjects(config, switches));
  const ofConstructor = questionsOfConstructor(config.fused, conditions, switches);
  if (axes === null) return ofConstructor;
  const input: FusedInput = { rank: shape.length, axes, shapeText: showShape(shape) };
  return [...ofConstructor, ...questionsOfBuild(input, conditions, switches)];
}

/** A refusal for another reason comes before the questions of its time. */
function countAsked(
  questions: readonly FusedQuestion[],
  { refusal: refused, refusedBy }: FusedOutcome,
): number {
  const deciding = decidingQuestion(questions);
  const asked = deciding === -1 ? questions.length : deciding + 1;
  const isByQuestion = questions[deciding]?.refusal?.code === refused?.code;
  if (refused === null || refusedBy === "call" || isByQuestion) return asked;
  const early = questions.filter(({ askedBy }) => askedBy === "constructor").length;
  return refusedBy === "constructor" ? 0 : Math.min(early, asked);
}

/** Calls the layer, which may refuse the batch. */
function ownCalls(
  { layer: { axis }, shape, calls }: FusedChoiceOptions,
  { layer, outcome }: BuiltLayer,
  values: Float64Array,
): { readonly outcome: FusedOutcome; readonly own: LayerCalls | null } {
  if (layer === null || outcome.refusal !== null) return { outcome, own: null };
  const inputs = tensor(values, { shape, dtype: layer.dtype });
  const called = attempted(() =>
    layerCalls(layer, { inputs, axes: resolveAxes(axis, shape.length) }, calls),
  );
  if (called.value !== null) return { outcome, own: called.value };
  return {
    outcome: { fused: null, refusal: called.refusal, refusedBy: "call" },
    own: null,
  };
}

const variancesOf = (
  { layer, shape, profile, calls }: FusedChoiceOptions,
  {
    values,
    axes,
    own,
  }: {
    readonly values: Float64Array;
    readonly axes: readonly number[];
    readonly own: LayerCalls | null;
  },
): MovingVariances => ({
  ...bothPaths(
    { values, shape, axes },
    { momentum: layer.momentum, epsilon: layer.epsilon },
    { profile, calls },
  ),
  own: own?.moving["moving_variance"] ?? null,
});
