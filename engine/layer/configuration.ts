import { EngineError } from "../errors";
import type { ArgSpec } from "../spec/arg-spec";
import { constructorArgs } from "../spec/batch-norm";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ProfileSwitches } from "../spec/profiles";
import { refusal, showValue } from "../spec/show-value";
import { check } from "../spec/validate";
import type { SymbolicClipping } from "./symbolic-bounds";
import { baseKeywordsOf, isBaseKeyword, itemsOf } from "./base-keywords";
import type { BaseKeywords, CheckedBaseKeywords } from "./base-keywords";

/** What the constructor takes: every documented argument, all optional, and the keywords of every Keras layer. */
export type BatchNormArguments = BaseKeywords & {
  readonly [K in Exclude<keyof BatchNormConfig, "renorm_clipping">]?:
    BatchNormConfig[K] | undefined;
} & {
  /** In a graph its bounds may be tensors. */
  readonly renorm_clipping?: SymbolicClipping | undefined;
};

/** Checked arguments, completed with the defaults. */
export interface Configuration {
  readonly config: BatchNormConfig;
  /** Whether `dtype` was said; where it was not, some versions take that of the first inputs. */
  readonly hasOwnDtype: boolean;
  readonly base: CheckedBaseKeywords;
}

const known = new Set<string>(constructorArgs.map((spec) => spec.name));

/**
 * Checks constructor arguments and fills in the defaults. Throws a TypeError for an unknown argument or a wrong
 * type, a ValueError for an unknown identifier, in the order of the documents.
 */
export function completeConfig(
  given: Readonly<Record<string, unknown>>,
  profile: ProfileSwitches,
): Configuration {
  for (const [name, value] of Object.entries(given)) {
    const isKnown =
      (known.has(name) || isBaseKeyword(name)) && !profile.unknownArguments.includes(name);
    if (!isKnown && value !== undefined) refuseUnknown(name, value);
  }
  const entries = constructorArgs.map((spec) => {
    const value = given[spec.name];
    const isLeftOut = value === undefined || (spec.name === "dtype" && value === null);
    if (isLeftOut) return [spec.name, spec.default] as const;
    if (spec.name === "axis" && profile.axisCheckedAt === "build") {
      return [spec.name, Array.isArray(value) ? [...(value as unknown[])] : value];
    }
    return [spec.name, checkedValue(spec, value, profile)] as const;
  });
  const config = Object.fromEntries(entries) as BatchNormConfig;
  refuseHalfPrecision(config, profile);
  return {
    config,
    hasOwnDtype: (given["dtype"] ?? null) !== null,
    base: baseKeywordsOf(given),
  };
}

/** Keras writes a dtype also as a policy, whose variables are float32 where its arithmetic is 16-bit. */
function dtypeName(value: unknown): unknown {
  const isPolicy =
    typeof value === "object" && value !== null && "class_name" in value && "config" in value;
  const config = isPolicy ? value.config : undefined;
  const name =
    typeof config === "object" && config !== null && "name" in config ? config.name : value;
  return name === "mixed_float16" ? "float16" : name;
}

/** The value of an argument once it is checked in a version of the layer. Throws what the version throws. */
export function checkedValue(spec: ArgSpec, value: unknown, profile: ProfileSwitches): unknown {
  const isTuple = itemsOf(value) !== value;
  const meant = spec.name === "dtype" ? dtypeName(value) : itemsOf(value);
  const checked = check(spec, meant, profile);
  if (!checked.ok || (isTuple && !profile.tupleAxis)) {
    throw new EngineError(
      "argument",
      checked.ok ? "TypeError" : checked.kind,
      checked.ok ? refusal(spec.name, spec.rule, value) : checked.message,
      { argument: spec.name },
    );
  }
  return checked.value;
}

/** Throws a TypeError for an argument that there is not. */
export function refuseUnknown(name: string, value: unknown): never {
  throw new EngineError(
    "argument-unknown",
    "TypeError",
    `Keyword argument not understood: ${name}. Received: ${name}=${showValue(value)}`,
    { argument: name },
  );
}

function refuseHalfPrecision({ dtype }: BatchNormConfig, profile: ProfileSwitches): void {
  if (dtype !== "float16" || profile.halfArithmetic !== "none") return;
  throw new EngineError(
    "dtype-unsupported",
    "ValueError",
    refusal("dtype", "float32 or float64 in this version, which has no 16-bit layer", dtype),
    { argument: "dtype" },
  );
}
