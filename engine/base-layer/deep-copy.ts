import { isSymbolic } from "./deferred";
import { Variable } from "./variable";

/**
 * Copies a value with all that it holds. Symbolic tensors, and lists that begin with one, are shared, since a copy
 * would be a tensor of no graph; so are functions and objects of other classes. Variables become what `variables` says.
 */
export function deepCopied(value: unknown, variables: ReadonlyMap<Variable, Variable>): unknown {
  if (typeof value !== "object" || value === null || isSymbolic(value)) return value;
  if (value instanceof Variable) return variables.get(value) ?? value;
  if (ArrayBuffer.isView(value)) return "slice" in value ? (value as Float64Array).slice() : value;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return isSymbolic(items[0]) ? items : items.map((item) => deepCopied(item, variables));
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, deepCopied(item, variables)]),
  );
}
