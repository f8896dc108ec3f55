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

/** Trains layers. What it remembers of a layer's weights lives as long as the layer. */
export interface Optimizer {
  /** How it moves one variable, with nothing remembered yet. */
  readonly rule: UpdateRule;
  /**
   * Takes one step: adds the regularizers' gradients to the given ones, moves every trainable weight by the rule,
   * and projects it with its constraint. A frozen layer stays as it is.
   *
   * Throws a ValueError, and changes nothing, for a trainable weight without a gradient or with one of another
   * shape.
   */
  step(layer: BatchNormalization, gradients: ParameterGradients): void;
  /** What it remembers of a layer, at this moment: later steps leave it as it is. */
  slotsOf(layer: BatchNormalization): UpdateRule;
  /** Goes on from what it once remembered of a layer. */
  resume(layer: BatchNormalization, slots: UpdateRule): void;
}

type ParameterName = keyof ParameterGradients;

const parameterName = ({ name }: Variable): ParameterName => ownName(name) as ParameterName;

function gradientOf(weight: Variable, gradients: ParameterGradients): Float64Array {
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
  const value = Float64Array.from(weight.value.data);
  const penalty = weight.regularizer?.gradient(value, shape);
  return Float64Array.from(given.data, (g, i) => g + (penalty?.[i] ?? 0));
}

/** Makes an optimizer of an update rule; each layer gets slots of its own. */
export function optimizerWith(rule: UpdateRule): Optimizer {
  const rules = new WeakMap<BatchNormalization, UpdateRule>();
  return {
    rule,
    step(layer, gradients): void {
      const next = (rules.get(layer) ?? rule).copy();
      const updated = layer.trainableWeights.map((weight) => {
        const name = parameterName(weight);
        const value = Float64Array.from(weight.data);
        const data = steppedValue(next, weight, value, gradientOf(weight, gradients));
        return [name, { shape: weight.shape, dtype: "float64" as const, data }] as const;
      });
      if (updated.length === 0) return;
      layer.assign(Object.fromEntries(updated));
      rules.set(layer, next);
    },
    // A step works on a copy, so that what is handed out never changes.
    slotsOf: (layer) => rules.get(layer) ?? rule,
    resume(layer, slots): void {
      rules.set(layer, slots);
    },
  };
}
