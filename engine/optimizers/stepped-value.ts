import type { Variable } from "../base-layer/variable";
import type { UpdateRule } from "./rules/update-rule";

/** A variable's value on its way through one step. */
export interface SteppedValue {
  /** As the rule moved it. */
  readonly proposed: Float64Array;
  /** As the constraint left it; the same array where there is no constraint. */
  readonly projected: Float64Array;
}

/** What one step makes of a variable's value: moved by the rule, which remembers it by name, then projected. */
export function steppedValue(
  rule: UpdateRule,
  { name, constraint, shape }: Pick<Variable, "name" | "constraint" | "shape">,
  value: Float64Array,
  gradient: Float64Array,
): SteppedValue {
  const proposed = rule.update(name, value, gradient);
  return {
    proposed,
    projected: constraint === null ? proposed : constraint.project(proposed, shape),
  };
}
