import type { BatchNormConfig } from "../spec/batch-norm";
import type { ClippingTable, RenormClipping } from "../spec/clipping";
import { isSchedule } from "../spec/clipping-schedule";
import type { ClippingSchedule } from "../spec/clipping-schedule";
import type { ProfileSwitches } from "../spec/profiles";
import type { DType } from "../tensor/tensor";
import type { CheckedBaseKeywords } from "./base-keywords";
import type { LayerObjects } from "./objects";

/** The JSON form in which Keras writes a BatchNormalization layer. */
export type KerasConfig = Readonly<Record<string, unknown>>;

/** An argument that a configuration does not carry, so that a layer made from it may differ. */
export interface ConfigOmission {
  readonly argument: string;
  readonly reason: string;
}

interface ConfiguredLayer {
  readonly config: BatchNormConfig;
  readonly base: CheckedBaseKeywords;
  readonly objects: LayerObjects;
  readonly profile: ProfileSwitches;
}

type WrittenBound = number | ClippingSchedule | null;

/** One bound as JSON can hold it: a scalar tensor is a number, a function is left out. */
function writtenBound(bound: ClippingTable["rmax"]): WrittenBound | undefined {
  if (typeof bound === "function") return undefined;
  if (isSchedule(bound)) return bound.map(([step, value]) => [step, value]);
  return typeof bound === "object" ? (bound?.data[0] ?? null) : bound;
}

const clippingConfig = (clipping: RenormClipping): Readonly<Record<string, WrittenBound>> =>
  Object.fromEntries(
    Object.entries(typeof clipping === "function" ? {} : (clipping ?? {})).flatMap(
      ([key, bound]: [string, ClippingTable["rmax"]]) => {
        const written = writtenBound(bound);
        return written === undefined ? [] : [[key, written] as const];
      },
    ),
  );

const holdsFunction = (clipping: RenormClipping): boolean =>
  typeof clipping === "function" ||
  Object.values(clipping ?? {}).some((bound) => typeof bound === "function");

/** Writes a configuration with Keras's keys and value forms. `axis` is a list once the layer is built. */
export function toKerasConfig(
  { config, base, objects, profile }: ConfiguredLayer,
  layer: {
    readonly name: string;
    readonly axis: number | readonly number[];
    /** Null as long as it is left to the first inputs. */
    readonly dtype: DType | null;
  },
): KerasConfig {
  const { axis } = layer;
  return {
    name: layer.name,
    trainable: config.trainable,
    dtype: layer.dtype,
    ...(base.batchInputShape && { batch_input_shape: [...base.batchInputShape] }),
    ...(base.dynamic && { dynamic: true }),
    // Where axis is checked in build only, it may be anything until then.
    axis: Array.isArray(axis) ? [...(axis as readonly number[])] : axis,
    momentum: config.momentum,
    epsilon: config.epsilon,
    center: config.center,
    scale: config.scale,
    ...objectConfigs(objects),
    ...(profile.configHoldsExtensions && extensionConfig(config)),
  };
}

function objectConfigs({ initializers, regularizers, constraints }: LayerObjects): KerasConfig {
  return {
    beta_initializer: initializers.beta.serialize(),
    gamma_initializer: initializers.gamma.serialize(),
    moving_mean_initializer: initializers.moving_mean.serialize(),
    moving_variance_initializer: initializers.moving_variance.serialize(),
    beta_regularizer: regularizers.beta?.serialize() ?? null,
    gamma_regularizer: regularizers.gamma?.serialize() ?? null,
    beta_constraint: constraints.beta?.serialize() ?? null,
    gamma_constraint: constraints.gamma?.serialize() ?? null,
  };
}

/** What Keras writes only where it is used. */
const extensionConfig = (config: BatchNormConfig): KerasConfig => ({
  ...(config.renorm && {
    renorm: true,
    renorm_clipping: clippingConfig(config.renorm_clipping),
    renorm_momentum: config.renorm_momentum,
  }),
  ...(config.virtual_batch_size !== null && { virtual_batch_size: config.virtual_batch_size }),
});

/** What `toKerasConfig` leaves out although it was set, and functions that it can only name. */
export function configOmissions({
  config,
  base,
  objects,
  profile,
}: ConfiguredLayer): ConfigOmission[] {
  const omissions: ConfigOmission[] = [];
  const omit = (argument: string, reason: string): void => {
    omissions.push({ argument, reason });
  };
  if (config.fused !== null) omit("fused", "Keras does not write it");
  if (config.adjustment !== null) omit("adjustment", "Keras does not write functions");
  if (base.activityRegularizer !== null) {
    omit("activity_regularizer", "Keras does not write the base layer's penalty");
  }
  if (config.renorm && holdsFunction(config.renorm_clipping)) {
    omit("renorm_clipping", "its schedule is a function, which JSON cannot hold");
  }
  if (!profile.configHoldsExtensions) {
    if (config.renorm) omit("renorm", "this version does not write it");
    if (config.virtual_batch_size !== null) {
      omit("virtual_batch_size", "this version does not write it");
    }
  }
  for (const argument of callables(objects))
    omit(argument, "a function is written by its name only");
  return omissions;
}

/** The arguments that were given as functions. */
function callables(objects: LayerObjects): readonly string[] {
  const kinds = {
    initializer: objects.initializers,
    regularizer: objects.regularizers,
    constraint: objects.constraints,
  };
  return Object.entries(kinds).flatMap(([kind, resolved]) =>
    Object.entries<{ readonly isCallable: boolean } | null>(resolved)
      .filter(([, object]) => object?.isCallable === true)
      .map(([weight]) => `${weight}_${kind}`),
  );
}
