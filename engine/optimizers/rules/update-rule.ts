import { EngineError } from "../../errors";
import { refusal } from "../../spec/show-value";

/** How an optimizer changes a variable. All arithmetic is in float64. */
export interface UpdateRule {
  /**
   * The new value of one variable; keeps its slots under `key`. The given arrays are left as they are, and the slots
   * change only when this returns.
   *
   * `step` counts the optimizer's steps from 1. Without it, the updates of this variable are counted, which is the
   * same unless some step leaves the variable out.
   *
   * Throws a ValueError when the gradient or the slots do not have as many elements as the value.
   */
  update(key: string, value: Float64Array, gradient: Float64Array, step?: number): Float64Array;
  /** A rule of its own that goes on from the same slots, so that a step over many variables can be given up. */
  copy(): UpdateRule;
}

const refuse = (name: string, rule: string, value: unknown): EngineError =>
  new EngineError("argument", "ValueError", refusal(name, rule, value), { argument: name });

export function requireFinite(name: string, value: unknown): void {
  if (!Number.isFinite(value)) throw refuse(name, "a finite number", value);
}

export function requireBetween0And1(name: string, value: unknown): void {
  const isWithin = typeof value === "number" && value >= 0 && value <= 1;
  if (!isWithin) throw refuse(name, "a number from 0 to 1", value);
}

export function requireBoolean(name: string, value: unknown): void {
  if (typeof value !== "boolean") throw refuse(name, "true or false", value);
}

/** Refuses arrays of another length than the variable. */
export function requireLength(name: string, values: Float64Array, length: number): void {
  if (values.length === length) return;
  throw new EngineError(
    "argument",
    "ValueError",
    `${name} must be as long as the variable, ${length} elements. Received: ${values.length} elements`,
    { argument: name },
  );
}
