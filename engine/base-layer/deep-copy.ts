import { isSymbolic } from "./symbolic";
import { Variable } from "./variable";

/**
 * Copies a value with all that it holds. Symbolic tensors, and lists that begin with one, are shared, since a copy
 * would be a tensor of no graph; so are functions and objects of other classes. `copies` says what variables become,
 * and remembers what else was copied: what is there twice, or in itself, is so in the copy.
 */
export function deepCopied(value: unknown, copies: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null || isSymbolic(value)) return value;
  if (copies.has(value)) return copies.get(value);
  if (value instanceof Float32Array || value instanceof Float64Array) {
    copies.set(value, value.slice());
    return copies.get(value);
  }
  return Array.isArray(value) ? copiedList(value, copies) : copiedFields(value, copies);
}

function copiedList(items: readonly unknown[], copies: Map<unknown, unknown>): unknown {
  if (isSymbolic(items[0])) return items;
  const list: unknown[] = [];
  copies.set(items, list);
  for (const item of items) list.push(deepCopied(item, copies));
  return list;
}

function copiedFields(value: object, copies: Map<unknown, unknown>): unknown {
  if (value instanceof Variable || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const fields: Record<string, unknown> = {};
  copies.set(value, fields);
  for (const [key, item] of Object.entries(value)) fields[key] = deepCopied(item, copies);
  return fields;
}
