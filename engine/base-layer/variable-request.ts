import { resolveConstraint } from "../constraints";
import type { ConstraintArgument } from "../constraints";
import { resolveInitializer } from "../initializers";
import type { InitializerArgument } from "../initializers";
import type { ObjectDialect } from "../keras-object/dialect";
import { generatorFor } from "../random/generator";
import { resolveRegularizer } from "../regularizers";
import type { RegularizerArgument } from "../regularizers";
import type { Shape } from "../tensor/shape";
import { isDType } from "../tensor/tensor";
import type { DType } from "../tensor/tensor";
import { isKnownShape, requireObject, requireRule, requireText } from "./argument-rules";
import type { VariableRequest } from "./variable";

export interface VariableOptions {
  /** The layer's unless given, or float32 where it has none yet. */
  readonly dtype?: DType | null;
  /** `glorot_uniform` unless given. */
  readonly initializer?: InitializerArgument;
  readonly regularizer?: RegularizerArgument;
  /** Whether an optimizer may change it while the layer is trainable; true unless given. */
  readonly trainable?: boolean;
  readonly constraint?: ConstraintArgument;
}

/**
 * What to ask for to get a variable with these options. Throws a TypeError for a name, shape, dtype or trainable of
 * another type, and what the version throws for an identifier it does not know.
 */
export function requestFor(
  name: string,
  shape: Shape,
  options: VariableOptions,
  setting: {
    readonly dtype: DType;
    readonly dialect: ObjectDialect;
    /** What an initializer without a seed of its own draws from. */
    readonly stream: readonly [seed: number, ordinal: number];
  },
): VariableRequest {
  const { dialect, stream } = setting;
  requireObject("options", options);
  const dtype = options.dtype ?? setting.dtype;
  const trainable = options.trainable ?? true;
  requireText("name", name);
  requireRule(
    "shape",
    isKnownShape(shape),
    "a list of sizes, each an integer of at least 0",
    shape,
  );
  requireRule("dtype", isDType(dtype), "one of float16, float32, float64", dtype);
  requireRule("trainable", typeof trainable === "boolean", "true or false", trainable);
  const initializer = resolveInitializer("initializer", options.initializer ?? null, dialect);
  return {
    name,
    shape: [...shape],
    dtype,
    trainable,
    regularizer: resolveRegularizer("regularizer", options.regularizer ?? null, dialect),
    constraint: resolveConstraint("constraint", options.constraint ?? null, dialect),
    initial: () => {
      const random =
        initializer.seed === null ? generatorFor(...stream) : generatorFor(initializer.seed);
      return initializer.values(shape, random, dtype);
    },
  };
}
