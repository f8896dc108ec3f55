import { EngineError } from "../errors";
import type { BatchNormalization } from "../layer/batch-normalization";
import type { Variable } from "../base-layer/variable";
import { ownName } from "../base-layer/weight-values";
import { isSameShape } from "../tensor/shape";
import type { Tensor } from "../tensor/tensor";
import type { UpdateRule } from "./rules/update-rule";
import { steppedValue } from "./stepped-value";

/** Gradients of the loss by the layer's parameters, as a trace's `vjp` returns them. */
export interface ParameterGradients {
  readonly gamma?: Tensor;
  readonly beta?: Tensor;
}

type ParameterName = keyof ParameterGradients;

/** What one step did to one parameter, in float64: one number per element, in row-major order. */
export interface ParameterUpdate {
  readonly name: ParameterName;
  /** Of the loss, as it was given to the step. */
  readonly lossGradient: Float64Array;
  /** Of the value that the step found; null without a regularizer. */
  readonly penalty: { readonly value: number; readonly gradient: Float64Array } | null;
  /** What the rule made of the value. */
  readonly proposed: Float64Array;
  /** What the constraint made of that; the layer keeps it in the parameter's dtype. */
  readonly projected: Float64Array;
}

/** Trains layers. What it remembers of a layer's weights lives as long as the layer. */
export interface Optimizer {
  /** How it moves one variable, with nothing remembered yet. */
  readonly rule: UpdateRule;
  /**
   * Takes one step: adds the regularizers' gradients to the given ones, moves every trainable weight by the rule,
   * and projects it with its constraint. A frozen layer stays as it is. Returns what it did to each weight that it
   * moved.
   *
   * Throws a ValueError, and changes nothing, for a trainable weight without a gradient or with one of another
   * shape.
   */
  step(layer: BatchNormalization, gradients: ParameterGradients): readonly ParameterUpdate[];
  /** What it remembers of a layer, at this moment: later steps leave it as it is. */
  slotsOf(layer: BatchNormalization): UpdateRule;
  /** Goes on from what it once remembered of a layer. */
  resume(layer: BatchNormalization, slots: UpdateRule): void;
}

const parameterName = ({ name }: Variable): ParameterName => ownName(name) as ParameterName;

function lossGradientOf(weight: Variable, gradients: ParameterGradients): Float64Array {
  const name = parameterName(weight);
  const { shape } = weight.value;
  const given = gradients[name];
  if (given === undefined || !isSameShape(given.shape, shape)) {
    const received = given === undefined ? "none" : `[${given.shape.join(", ")}]`;
    throw new EngineError(
      "gradients",
      "ValueError",
      `gradients must hold one of shape [${shape.join(", ")}] for ${name}. Received: ${name}=${received}`,
      { weight: name },
    );
  }
  return Float64Array.from(given.data);
}

/** Moves one weight by the rule, with the gradients of the loss and of the penalty together. */
function updateOf(
  rule: UpdateRule,
  weight: Variable,
  gradients: ParameterGradients,
): ParameterUpdate {
  const { regularizer, shape } = weight;
  const value = Float64Array.from(weight.data);
  const lossGradient = lossGradientOf(weight, gradients);
  const penalty =
    regularizer === null
      ? null
      : {
          value: regularizer.penalty(value, shape),
          gradient: regularizer.gradient(value, shape),
        };
  const gradient = lossGradient.map((g, i) => g + (penalty?.gradient[i] ?? 0));
  return {
    name: parameterName(weight),
    lossGradient,
    penalty,
    ...steppedValue(rule, weight, value, gradient),
  };
}

/** Makes an optimizer of an update rule; each layer gets slots of its own. */
export function optimizerWith(rule: UpdateRule): Optimizer {
  const rules = new WeakMap<BatchNormalization, UpdateRule>();
  return {
    rule,
    step(layer, gradients): readonly ParameterUpdate[] {
      const next = (rules.get(layer) ?? rule).copy();
      const weights = layer.trainableWeights;
      const updates = weights.map((weight) => updateOf(next, weight, gradients));
      if (updates.length === 0) return updates;
      const values = updates.map(({ name, projected: data }, i) => {
        const { shape } = weights[i]!;
        return [name, { shape, dtype: "float64" as const, data }] as const;
      });
      layer.assign(Object.fromEntries(values));
      rules.set(layer, next);
      return updates;
    },
    // A step works on a copy, so that what is handed out never changes.
    slotsOf: (layer) => rules.get(layer) ?? rule,
    resume(layer, slots): void {
      rules.set(layer, slots);
    },
  };
}
