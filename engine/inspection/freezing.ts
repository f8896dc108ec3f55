import type { Variable } from "../base-layer/variable";
import { ownName } from "../base-layer/weight-values";
import { EngineError } from "../errors";
import { BatchNormalization } from "../layer/batch-normalization";
import type { BatchNormArguments } from "../layer/configuration";
import { sgd } from "../optimizers";
import type { BatchNormConfig } from "../spec/batch-norm";
import { knownTo } from "../spec/experiment";
import { freezingStep } from "../spec/freezing-step";
import { profiles } from "../spec/profiles";
import type { ProfileId } from "../spec/profiles";
import type { Tensor } from "../tensor/tensor";
import type { FreezingCase, FreezingInVersion, WeightChange } from "../types/freezing-cases";

const cases = [true, false].flatMap((trainable) =>
  [true, false].map((training) => ({ trainable, training })),
);

/** Does in every version what `freezingCases` does in one; a version that refuses the layer says why. */
export const freezingInVersions = (
  layer: Partial<BatchNormConfig>,
  inputs: Tensor,
  seed?: number,
): readonly FreezingInVersion[] =>
  (Object.keys(profiles) as ProfileId[]).map((profile) => ({
    profile,
    cases: attempt(() => freezingCases(knownTo(profile, layer), inputs, profile, seed)),
  }));

/**
 * Calls a fresh layer once, takes the optimizer step of `freezingStep`, and compares its weights bit for bit, for each
 * value of `trainable` and `training`. `inputs` are a table: `axis` is -1 whatever the arguments say.
 */
export function freezingCases(
  args: BatchNormArguments,
  inputs: Tensor,
  profile: ProfileId,
  seed?: number,
): readonly FreezingCase[] {
  return cases.map(({ trainable, training }) => {
    const layer = new BatchNormalization(
      { ...args, axis: -1, trainable },
      { profile, ...(seed !== undefined && { seed }) },
    );
    layer.build(inputs.shape);
    const before = valuesOf(layer.weights);
    const trace = layer.trace(inputs, { training });
    sgd({ learning_rate: freezingStep.learningRate }).step(
      layer,
      trace.vjp(lossGradient(trace.outputs)),
    );
    const after = valuesOf(layer.weights);
    return {
      trainable,
      training,
      usesBatch: trace.mode === "training",
      changes: [...before].map(([name, value]) => changeOf(name, value, after.get(name) ?? value)),
    };
  });
}

function lossGradient(outputs: Tensor): Tensor {
  const examples = outputs.shape[0] ?? 1;
  return { ...outputs, data: outputs.data.map((y) => (y - freezingStep.target) / examples) };
}

const valuesOf = (weights: readonly Variable[]): ReadonlyMap<string, Float64Array> =>
  new Map(weights.map(({ name, data }) => [ownName(name), Float64Array.from(data)]));

/** Every weight's dtype is exact in float64, so equal numbers there are equal bits. */
const changeOf = (name: string, before: Float64Array, after: Float64Array): WeightChange => ({
  name,
  before,
  after,
  isMoved: before.some((value, i) => !Object.is(value, after[i])),
});

function attempt(make: () => readonly FreezingCase[]): FreezingInVersion["cases"] {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { ok: false, message: error.message };
  }
}
