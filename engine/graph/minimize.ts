import { requireObject, requireRule } from "../base-layer/argument-rules";
import { GraphKeys } from "../base-layer/deferred";
import { requireSymbolic } from "../base-layer/symbolic";
import type { Operation, SymbolicTensor } from "../base-layer/deferred";
import { Variable } from "../base-layer/variable";
import { EngineError } from "../errors";
import type { Optimizer } from "../optimizers";
import { steppedValue } from "../optimizers/stepped-value";
import { store } from "../tensor/tensor";
import { slotsOf } from "./optimizer-slots";
import { gradientsOf, variablesBehind } from "./gradients";

const isOptimizer = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "rule" in value && "step" in value;

const areVariables = (values: unknown): boolean =>
  Array.isArray(values) && values.every((value) => value instanceof Variable);

/**
 * An operation that takes one step of an optimizer down a loss: it moves the variables of TRAINABLE_VARIABLES that the
 * loss is computed from, and projects each with its constraint. It runs no update of moving statistics: they are no part
 * of the loss.
 *
 * Throws a ValueError where the loss depends on none of the variables.
 *
 * Source: `Optimizer.minimize` of TensorFlow 1.
 */
export function minimize(
  optimizer: Optimizer,
  loss: SymbolicTensor,
  options: { readonly variables?: readonly Variable[]; readonly name?: string } = {},
): Operation {
  requireRule("optimizer", isOptimizer(optimizer), "one that sgd or adam makes", optimizer);
  requireSymbolic("loss", [loss]);
  requireObject("options", options);
  const { graph } = loss;
  const candidates = options.variables ?? graph.getCollection(GraphKeys.TRAINABLE_VARIABLES);
  requireRule("variables", areVariables(candidates), "a list of variables", candidates);
  const behind = variablesBehind(loss);
  const variables = [...new Set(candidates)].filter((variable) => behind.has(variable));
  if (variables.length === 0) {
    throw new EngineError(
      "no-gradients",
      "ValueError",
      `loss must depend on a variable to train: there are no gradients for any of them. Received: loss=${loss.name}, variables=[${candidates.map(({ name }) => name).join(", ")}]`,
    );
  }
  const slots = slotsOf(optimizer, graph);
  return graph.operation({
    type: "minimize",
    name: options.name,
    inputs: [loss],
    reads: variables,
    writes: variables,
    compute: (run) => {
      const gradients = gradientsOf(run, loss);
      const next = slots.rule.copy();
      for (const variable of variables) {
        const gradient = gradients.get(variable);
        if (gradient === undefined) continue;
        const value = Float64Array.from(run.read(variable));
        const { shape, constraint } = variable;
        const form = { name: slots.keyOf(variable), shape, constraint };
        const { projected: moved } = steppedValue(
          next,
          form,
          value,
          Float64Array.from(gradient.data),
        );
        run.assign(variable, store(variable.dtype, moved));
      }
      run.afterwards(() => {
        slots.rule = next;
      });
      return null;
    },
  });
}
