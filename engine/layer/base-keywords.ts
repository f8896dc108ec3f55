import { isSize } from "../base-layer/argument-rules";
import { EngineError } from "../errors";
import type { RegularizerArgument } from "../regularizers";
import { refusal } from "../spec/show-value";
import type { PartialShape } from "../tensor/shape";
import type { NestedNumbers, Tensor } from "../tensor/tensor";

/** Keywords every Keras layer takes besides its own arguments. */
export interface BaseKeywords {
  /** The shape of the inputs with the batch first; null is an unknown size. */
  readonly batch_input_shape?: PartialShape | undefined;
  /** As `batch_input_shape`, without the batch. */
  readonly input_shape?: PartialShape | undefined;
  readonly batch_size?: number | null | undefined;
  /** The values the weights get right after the first build, in the order of `getWeights`. */
  readonly weights?: readonly (Tensor | NestedNumbers)[] | undefined;
  /** Whether Keras may trace the layer's calls; of no consequence here, and kept in the configuration. */
  readonly dynamic?: boolean | undefined;
  /** A penalty on the outputs, which `layer.losses` holds. */
  readonly activity_regularizer?: RegularizerArgument | undefined;
}

const baseKeywordNames = [
  "batch_input_shape",
  "input_shape",
  "batch_size",
  "weights",
  "dynamic",
  "activity_regularizer",
] as const satisfies readonly (keyof BaseKeywords)[];

export const isBaseKeyword = (name: string): boolean =>
  baseKeywordNames.some((known) => known === name);

/** Keras writes tuples to JSON as an object that says so. */
export const itemsOf = (value: unknown): unknown =>
  typeof value === "object" &&
  value !== null &&
  "class_name" in value &&
  value.class_name === "__tuple__" &&
  "items" in value
    ? value.items
    : value;

function shapeFrom(name: string, value: unknown): PartialShape | undefined {
  const items = itemsOf(value);
  if (items === undefined || items === null) return undefined;
  if (Array.isArray(items) && items.every(isSize)) return items as PartialShape;
  throw new EngineError(
    "argument",
    "TypeError",
    refusal(name, "a list of sizes, each an integer of at least 0 or null", value),
    { argument: name },
  );
}

export interface CheckedBaseKeywords {
  readonly batchInputShape: PartialShape | undefined;
  readonly weights: readonly (Tensor | NestedNumbers)[] | undefined;
  readonly dynamic: boolean;
  readonly activityRegularizer: RegularizerArgument;
}

/** Checks the base keywords; throws a TypeError for a wrong type. */
export function baseKeywordsOf(given: Readonly<Record<string, unknown>>): CheckedBaseKeywords {
  const whole = shapeFrom("batch_input_shape", given["batch_input_shape"]);
  const inner = shapeFrom("input_shape", given["input_shape"]);
  const batchSize = given["batch_size"] ?? null;
  if (!isSize(batchSize)) {
    throw new EngineError(
      "argument",
      "TypeError",
      refusal("batch_size", "an integer of at least 0 or null", batchSize),
      { argument: "batch_size" },
    );
  }
  const dynamic = given["dynamic"] ?? false;
  if (typeof dynamic !== "boolean") {
    throw new EngineError("argument", "TypeError", refusal("dynamic", "true or false", dynamic), {
      argument: "dynamic",
    });
  }
  return {
    batchInputShape: whole ?? (inner && [batchSize as number | null, ...inner]),
    weights: (given["weights"] ?? undefined) as BaseKeywords["weights"],
    dynamic,
    activityRegularizer: (given["activity_regularizer"] ?? null) as RegularizerArgument,
  };
}
