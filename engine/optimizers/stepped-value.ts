import type { Variable } from "../base-layer/variable";
import type { UpdateRule } from "./rules/update-rule";

/** What one step makes of a variable's value: moved by the rule, which remembers it by name, then projected. */
export function steppedValue(
  rule: UpdateRule,
  { name, constraint, shape }: Pick<Variable, "name" | "constraint" | "shape">,
  value: Float64Array,
  gradient: Float64Array,
): Float64Array {
  const moved = rule.update(name, value, gradient);
  return constraint === null ? moved : constraint.project(moved, shape);
}
