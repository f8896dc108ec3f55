import { ownName } from "../base-layer/weight-values";
import { resolveInitializer } from "../initializers";
import type { InitializerArgument } from "../initializers";
import { BatchNormalization } from "../layer/batch-normalization";
import { layerObjects } from "../layer/objects";
import { planWeights } from "../layer/weight-plan";
import type { PlannedWeight } from "../layer/weight-plan";
import type { BatchNormConfig } from "../spec/batch-norm";
import { switchesOf } from "../spec/profiles";
import type { ProfileId } from "../spec/profiles";
import type { Shape } from "../tensor/shape";
import { store } from "../tensor/tensor";
import type { TensorData } from "../tensor/tensor";
import type { InitialDraws } from "../types/initial-draws";

/** The weights that every layer has as far as its arguments do not leave them out. */
export type ParameterName = "gamma" | "beta" | "moving_mean" | "moving_variance";

export interface DrawsOptions {
  readonly layer: BatchNormConfig;
  readonly parameter: ParameterName;
  /** Of the run's batches: examples, and channels. */
  readonly shape: readonly [number, number];
  readonly profile: ProfileId;
  readonly seed: number;
}

/** A histogram wants many numbers; few channels would need many layers for them. */
const wanted = 1200;
const mostLayers = 400;

const seeds = 2 ** 32;

const argumentOf = (parameter: ParameterName): `${ParameterName}_initializer` =>
  `${parameter}_initializer`;

/** The shape of the parameter in the run's layer, or null where that layer has no such parameter. */
function shapeOf({ layer: args, parameter, shape, profile }: DrawsOptions): Shape | null {
  const layer = new BatchNormalization({ ...args, axis: -1 }, { profile });
  layer.build(shape);
  return layer.weights.find(({ name }) => ownName(name) === parameter)?.shape ?? null;
}

/** The seed of the initializer itself, which sets it apart from the layer's. */
function ownSeed(given: InitializerArgument): number | null {
  if (typeof given !== "object" || given === null) return null;
  const { config } = given as { readonly config?: Readonly<Record<string, unknown>> };
  const seed = config?.["seed"];
  return typeof seed === "number" ? seed : null;
}

/** The same initializer with the seed that comes `more` after its own. */
function reseeded(given: InitializerArgument, more: number): InitializerArgument {
  const seed = ownSeed(given);
  if (seed === null) return given;
  const { class_name, config } = given as { readonly class_name: string; readonly config: object };
  return { class_name, config: { ...config, seed: (seed + more) % seeds } };
}

/** What makes the first values in the layer that is `more` seeds away from the run's. */
function firstValues(options: DrawsOptions, shape: Shape): (more: number) => TensorData {
  const { layer: config, parameter, profile, seed } = options;
  const switches = switchesOf(profile);
  const argument = argumentOf(parameter);
  const planned = (given: InitializerArgument): readonly PlannedWeight[] =>
    planWeights(config, layerObjects({ ...config, [argument]: given }, switches), switches, shape);
  const plan = planned(config[argument]);
  const ordinal = plan.findIndex(({ name }) => name === parameter);
  const isSeeded = ownSeed(config[argument]) !== null;
  return (more) => {
    // Without a seed of its own an initializer follows the layer's, and one plan serves all layers.
    const weight = (isSeeded ? planned(reseeded(config[argument], more)) : plan)[ordinal]!;
    return store(weight.dtype, weight.initial((seed + more) % seeds, ordinal));
  };
}

/**
 * The first values of one parameter of a run's layer, and of layers that differ from it in the seed only, so many that
 * they are `wanted` numbers. Null where the layer has no such parameter.
 *
 * Throws what the layer throws.
 */
export function initialDraws(options: DrawsOptions): InitialDraws | null {
  const shape = shapeOf(options);
  if (shape === null) return null;
  const [, channels] = options.shape;
  const layers = Math.min(Math.ceil(wanted / channels), mostLayers);
  const values = firstValues(options, shape);
  const drawn = new Float64Array(layers * channels);
  for (let more = 0; more < layers; more++) drawn.set(values(more), more * channels);
  return { drawn, layers, distribution: distributionOf(options, shape) };
}

function distributionOf(
  { parameter, layer, profile }: DrawsOptions,
  shape: Shape,
): InitialDraws["distribution"] {
  const argument = argumentOf(parameter);
  return resolveInitializer(argument, layer[argument], switchesOf(profile)).distribution(shape);
}
