import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";

// What the compiler checks of those who use it is checked here for those who do not.

/** Throws a TypeError that says what an argument must be, unless it is. */
export function requireRule(
  argument: string,
  isRight: boolean,
  rule: string,
  value: unknown,
): void {
  if (isRight) return;
  throw new EngineError("argument", "TypeError", refusal(argument, rule, value), { argument });
}

/** Options and the like may be left out, and may not be null. */
export const requireObject = (argument: string, value: unknown): void =>
  requireRule(argument, typeof value === "object" && value !== null, "an object", value);

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

export const requireText = (argument: string, value: unknown): void =>
  requireRule(argument, isText(value), "a string that is not empty", value);

export const requireTextOrNull = (argument: string, value: unknown): void =>
  requireRule(
    argument,
    value === null || isText(value),
    "a string that is not empty, or null",
    value,
  );

const isKnownSize = (size: unknown): boolean =>
  typeof size === "number" && Number.isInteger(size) && size >= 0;

export const isSize = (size: unknown): boolean => size === null || isKnownSize(size);

export const isKnownShape = (shape: unknown): boolean =>
  Array.isArray(shape) && shape.every(isKnownSize);

/** A shape of which not all needs to be known; null where not even the rank is. */
export const requirePartialShape = (argument: string, shape: unknown): void =>
  requireRule(
    argument,
    shape === null || (Array.isArray(shape) && shape.every(isSize)),
    "a list of sizes, each an integer of at least 0 or null, or null",
    shape,
  );
