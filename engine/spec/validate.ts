import { resolveConstraint } from "../constraints";
import type { ConstraintArgument } from "../constraints";
import { EngineError } from "../errors";
import { resolveInitializer } from "../initializers";
import type { InitializerArgument } from "../initializers";
import { modernDialect } from "../keras-object/dialect";
import type { ObjectDialect } from "../keras-object/dialect";
import { resolveRegularizer } from "../regularizers";
import type { RegularizerArgument } from "../regularizers";
import { isAdjustment } from "./adjustment";
import type { ArgKind, ArgSpec, Bounds, ValueOf } from "./arg-spec";
import { areEdits } from "./cell-edit";
import { isClipping } from "./clipping";
import { refusal } from "./show-value";

export interface Refusal {
  readonly ok: false;
  readonly kind: "TypeError" | "ValueError";
  readonly message: string;
}
export type Checked<T> = { readonly ok: true; readonly value: T } | Refusal;

const accept = <T>(value: T): Checked<T> => ({ ok: true, value });
const refuse = (kind: Refusal["kind"], message: string): Refusal => ({ ok: false, kind, message });

type CheckOf<K extends ArgKind> = (
  spec: Extract<ArgSpec, { readonly kind: K }>,
  value: unknown,
  dialect: ObjectDialect,
) => Checked<unknown>;

const isInteger = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value);

const isFiniteNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

const wrongType = (spec: ArgSpec, value: unknown): Refusal =>
  refuse("TypeError", refusal(spec.name, spec.rule, value));

/** Accepts what a version resolves. */
function resolvable<T>(value: unknown, resolve: (given: T) => unknown): Checked<T> {
  try {
    resolve(value as T);
    return accept(value as T);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return refuse("ValueError", error.message);
  }
}

const checks: { readonly [K in ArgKind]: CheckOf<K> } = {
  boolean: (spec, value) =>
    typeof value === "boolean" || value === 0 || value === 1
      ? accept(Boolean(value))
      : wrongType(spec, value),
  real: (spec, value) => (isFiniteNumber(value) ? accept(value) : wrongType(spec, value)),
  integer: (spec, value) => (isInteger(value) ? accept(value) : wrongType(spec, value)),
  numbers: (spec, value) =>
    Array.isArray(value) &&
    value.length >= (spec.minLength ?? 1) &&
    value.length <= spec.maxLength &&
    value.every(spec.isWhole === true ? isInteger : isFiniteNumber)
      ? accept(value)
      : wrongType(spec, value),
  choice: (spec, value) =>
    spec.options.some((option) => option.value === value)
      ? accept(value)
      : refuse("ValueError", refusal(spec.name, spec.rule, value)),
  initializer: (spec, value, dialect) =>
    resolvable<InitializerArgument>(value, (given) =>
      resolveInitializer(spec.name, given, dialect),
    ),
  regularizer: (spec, value, dialect) =>
    resolvable<RegularizerArgument>(value, (given) =>
      resolveRegularizer(spec.name, given, dialect),
    ),
  constraint: (spec, value, dialect) =>
    resolvable<ConstraintArgument>(value, (given) => resolveConstraint(spec.name, given, dialect)),
  clipping: (spec, value) => {
    if (!isClipping(value)) return wrongType(spec, value);
    return accept(typeof value === "object" && value !== null ? { ...value } : value);
  },
  adjustment: (spec, value) => (isAdjustment(value) ? accept(value) : wrongType(spec, value)),
  count: (spec, value) =>
    value === null || isInteger(value) ? accept(value) : wrongType(spec, value),
  tristate: (spec, value) =>
    value === null || typeof value === "boolean" ? accept(value) : wrongType(spec, value),
  axis: (spec, value) =>
    isInteger(value) || (Array.isArray(value) && value.length > 0 && value.every(isInteger))
      ? accept(Array.isArray(value) ? [...(value as readonly number[])] : value)
      : wrongType(spec, value),
  edits: (spec, value) => (areEdits(value) ? accept(value) : wrongType(spec, value)),
  text: (spec, value) =>
    value === null || typeof value === "string" ? accept(value) : wrongType(spec, value),
  training: (spec, value) =>
    value === null || typeof value === "boolean" || isInteger(value)
      ? accept(value)
      : wrongType(spec, value),
  reuse: (spec, value) =>
    value === null || value === "auto" || typeof value === "boolean"
      ? accept(value)
      : wrongType(spec, value),
  tensor: () => accept(null),
};

/**
 * Checks one value against its spec, as TensorFlow would: type and identifier, no numeric range. What initializers,
 * regularizers and constraints there are depends on the version.
 */
export function check<S extends ArgSpec>(
  spec: S,
  value: unknown,
  dialect: ObjectDialect = modernDialect,
): Checked<ValueOf<S>> {
  // The table pairs each kind with its own check; the union of pairs is beyond the type system.
  const checkKind = checks[spec.kind] as CheckOf<ArgKind>;
  return checkKind(spec, value, dialect) as Checked<ValueOf<S>>;
}

const boundsRule = (bounds: Bounds, integer: boolean): string =>
  `${integer ? "an integer" : "a number"} from ${bounds.min} to ${bounds.max}`;

/** Checks one value as this site's controls and links do: as `check`, and within the spec's bounds. */
export function checkForSite<S extends ArgSpec>(spec: S, value: unknown): Checked<ValueOf<S>> {
  const checked = check(spec, value);
  if (!("bounds" in spec) || (value === null && checked.ok)) return checked;
  const rule = siteRule(spec);
  const numbers = Array.isArray(value) ? (value as unknown[]) : [value];
  const inside = numbers.every(
    (n) => typeof n === "number" && n >= spec.bounds.min && n <= spec.bounds.max,
  );
  if (checked.ok && inside) return checked;
  return refuse("ValueError", refusal(spec.name, rule, value));
}

/** What a value given on this site obeys; completes "<name> must be …". */
export function siteRule(spec: ArgSpec): string {
  if (!("bounds" in spec)) return spec.rule;
  if (spec.kind === "numbers") {
    const { minLength = 1, isWhole = false } = spec;
    return `${minLength} to ${spec.maxLength} ${isWhole ? "integers" : "numbers"} from ${spec.bounds.min} to ${spec.bounds.max}, separated by commas`;
  }
  const isNullable = spec.kind === "count";
  const bounds = boundsRule(spec.bounds, spec.kind === "integer" || isNullable);
  return isNullable ? `${bounds}, or null` : bounds;
}
