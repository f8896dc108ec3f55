import { EngineError } from "../errors";
import type { ResolvedInitializer } from "../initializers";
import { generatorFor } from "../random/generator";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ProfileSwitches } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import type { Shape } from "../tensor/shape";
import { sizeOf } from "../tensor/shape";
import type { DType } from "../tensor/tensor";
import type { LayerObjects } from "./objects";
import type { WeightName } from "./weight-storage";

/** A weight before it exists. */
export interface PlannedWeight {
  readonly name: WeightName;
  readonly shape: Shape;
  readonly dtype: DType;
  /** Whether an optimizer may change it, provided the layer is trainable. */
  readonly trainable: boolean;
  /** Its first values; `ordinal` counts the layer's weights and sets unseeded ones apart. */
  initial(seed: number, ordinal: number): Float64Array;
}

/** The dtype of a layer's weights: those of a 16-bit layer are kept in float32. */
export const weightDtype = (dtype: DType): DType => (dtype === "float16" ? "float32" : dtype);

const scalar: Shape = Object.freeze([]);

/** The layer's weights in the order in which TensorFlow creates, lists, gets and sets them. */
export function planWeights(
  config: BatchNormConfig,
  objects: LayerObjects,
  profile: ProfileSwitches,
  shape: Shape,
): readonly PlannedWeight[] {
  const dtype = weightDtype(config.dtype);
  const { initializers } = objects;
  const filled =
    (initializer: ResolvedInitializer, finish?: (value: number) => number) =>
    (seed: number, ordinal: number): Float64Array => {
      const random =
        initializer.seed === null ? generatorFor(seed, ordinal) : generatorFor(initializer.seed);
      const values = initializer.values(shape, random, dtype);
      return finish === undefined ? values : values.map(finish);
    };
  const plan = (
    name: WeightName,
    initial: PlannedWeight["initial"],
    trainable = false,
  ): PlannedWeight => ({ name, shape, dtype, trainable, initial });
  const zero = (name: WeightName, of: Shape): PlannedWeight => ({
    ...plan(name, () => new Float64Array(sizeOf(of))),
    shape: of,
  });
  const deviation = filled(initializers.moving_variance, Math.sqrt);

  const renormWeights = (): readonly PlannedWeight[] => {
    if (profile.renorm === "weighted") {
      return [
        zero("renorm_mean", shape),
        zero("renorm_mean_weight", scalar),
        zero("renorm_stddev", shape),
        zero("renorm_stddev_weight", scalar),
      ];
    }
    refuseMissingVariance(config);
    return [
      plan("moving_stddev", deviation),
      plan("renorm_mean", filled(initializers.moving_mean)),
      plan("renorm_stddev", deviation),
    ];
  };
  return [
    ...(config.scale ? [plan("gamma", filled(initializers.gamma), true)] : []),
    ...(config.center ? [plan("beta", filled(initializers.beta), true)] : []),
    plan("moving_mean", filled(initializers.moving_mean)),
    plan("moving_variance", filled(initializers.moving_variance)),
    ...(config.renorm ? renormWeights() : []),
  ];
}

/** The moving deviation starts at the root of what the variance's initializer makes, so there has to be one. */
function refuseMissingVariance(config: BatchNormConfig): void {
  if (config.moving_variance_initializer !== null) return;
  throw new EngineError(
    "renorm-variance-initializer",
    "TypeError",
    refusal("moving_variance_initializer", "an initializer where renorm is true", null),
    { argument: "moving_variance_initializer" },
  );
}
