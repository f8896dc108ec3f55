import type { ArgSpec, ValueOf } from "./arg-spec";
import { adjustment } from "./args/adjustment";
import { axis } from "./args/axis";
import { betaConstraint } from "./args/beta-constraint";
import { betaInitializer } from "./args/beta-initializer";
import { betaRegularizer } from "./args/beta-regularizer";
import { center } from "./args/center";
import { dtype } from "./args/dtype";
import { epsilon } from "./args/epsilon";
import { fused } from "./args/fused";
import { gammaConstraint } from "./args/gamma-constraint";
import { gammaInitializer } from "./args/gamma-initializer";
import { gammaRegularizer } from "./args/gamma-regularizer";
import { momentum } from "./args/momentum";
import { movingMeanInitializer } from "./args/moving-mean-initializer";
import { movingVarianceInitializer } from "./args/moving-variance-initializer";
import { name } from "./args/name";
import { renorm } from "./args/renorm";
import { renormClipping } from "./args/renorm-clipping";
import { renormMomentum } from "./args/renorm-momentum";
import { reuse } from "./args/reuse";
import { scale } from "./args/scale";
import { trainable } from "./args/trainable";
import { virtualBatchSize } from "./args/virtual-batch-size";
import { constructorArgs, documentedArgs } from "./batch-norm";
import type { BatchNormConfig } from "./batch-norm";
import { writtenIn } from "./catalogues";
import { switchesOf } from "./profiles";
import type { ProfileId } from "./profiles";
import { runArgs } from "./run/run-args";
import type { RunSettings } from "./run/run-args";
import { runClipping } from "./run/run-clipping";

/** The layer's arguments that a figure can vary. A run on a table has its columns as channels, whatever `axis` is. */
const layerArgs = [
  axis,
  momentum,
  epsilon,
  movingMeanInitializer,
  movingVarianceInitializer,
  center,
  scale,
  betaInitializer,
  gammaInitializer,
  betaRegularizer,
  gammaRegularizer,
  betaConstraint,
  gammaConstraint,
  renorm,
  renormClipping,
  renormMomentum,
  virtualBatchSize,
  adjustment,
  fused,
  trainable,
  dtype,
] as const;

/** What tells the layers of one graph apart. A layer that is alone is the same whatever it is called. */
const namingArgs = [name, reuse] as const;

/** Everything that decides a figure, in the order in which links write it. */
export const experimentArgs = [...runArgs, ...layerArgs, ...namingArgs] as const;

export type ExperimentArg = (typeof experimentArgs)[number];
export type ExperimentArgName = ExperimentArg["name"];

/** The complete state of a figure. */
export type Experiment = { readonly [A in ExperimentArg as A["name"]]: ValueOf<A> };

const valuesOf = (
  specs: readonly { readonly name: string; readonly default: unknown }[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  // Null is a value: an initializer, for one, can be none.
  Object.fromEntries(
    specs.map((spec) => [spec.name, spec.name in values ? values[spec.name] : spec.default]),
  );

export const defaultExperiment = valuesOf(experimentArgs, {}) as unknown as Experiment;

/** The experiment that a figure shows at first: the defaults, but for what it must change to show anything. */
export const startOf = ({ start }: { readonly start?: Partial<Experiment> }): Experiment => ({
  ...defaultExperiment,
  ...start,
});

/**
 * All arguments of a run's layer, which is alone and needs no name, as the experiment has them in every version. Schedules
 * of its bounds are in the layer's count of calls.
 */
export const layerArgumentsOf = (experiment: Experiment): BatchNormConfig =>
  valuesOf(constructorArgs, {
    ...experiment,
    name: name.default,
    renorm_clipping: runClipping(experiment.renorm_clipping),
  }) as unknown as BatchNormConfig;

/**
 * The same as the experiment's version takes them. One that it does not know is left out as long as it is at its
 * default; set to something else, it is the layer's to refuse. Objects bear the names that they have there.
 */
export const layerConfigOf = (experiment: Experiment): BatchNormConfig =>
  knownTo(experiment.profile, layerArgumentsOf(experiment));

/** The same for another version than that of the experiment; what `values` lack is at its default. */
export function knownTo(profile: ProfileId, values: Partial<BatchNormConfig>): BatchNormConfig {
  const switches = switchesOf(profile);
  const all = valuesOf(constructorArgs, values);
  const given = constructorArgs.filter(
    (spec) => !switches.unknownArguments.includes(spec.name) || all[spec.name] !== spec.default,
  );
  return Object.fromEntries(
    given.map((spec) => [spec.name, writtenIn(switches, spec.kind, all[spec.name])]),
  ) as unknown as BatchNormConfig;
}

/** What the second call of a figure with several calls is given. */
export type Naming = Pick<Experiment, (typeof namingArgs)[number]["name"]>;

export const namingOf = (experiment: Experiment): Naming =>
  valuesOf(namingArgs, experiment) as unknown as Naming;

export const runSettingsOf = (experiment: Experiment): RunSettings =>
  valuesOf(runArgs, experiment) as unknown as RunSettings;

const argsByName: ReadonlyMap<string, ExperimentArg> = new Map(
  experimentArgs.map((spec) => [spec.name, spec]),
);

/** The spec of an argument by its documented name. */
export const experimentArg = (name: ExperimentArgName): ExperimentArg => {
  const spec = argsByName.get(name);
  if (spec === undefined) throw new RangeError(`no argument is named ${name}`);
  return spec;
};

/** Whether the argument that decides about this one lets it have an effect. */
export function isDecidedFor({ activeWhen }: ExperimentArg, experiment: Experiment): boolean {
  if (activeWhen === undefined) return true;
  const value = experiment[activeWhen.argument as ExperimentArgName];
  if (activeWhen.is === "given") return value !== null;
  if (typeof activeWhen.is === "boolean") return value === activeWhen.is;
  return typeof value === "string" && activeWhen.is.includes(value);
}

/** Which argument leaves this one without an effect in this experiment, and by which value; null where it has one. */
export function idleBy(
  spec: ExperimentArg,
  experiment: Experiment,
): { readonly argument: string; readonly value: string | number | boolean | null } | null {
  const { activeWhen, idleWhile } = spec;
  const valueOf = (name: string): string | number | boolean | null =>
    experiment[name as ExperimentArgName] as string | number | boolean | null;
  if (activeWhen !== undefined && !isDecidedFor(spec, experiment))
    return { argument: activeWhen.argument, value: valueOf(activeWhen.argument) };
  if (idleWhile === undefined) return null;
  const { argument, is: value } = idleWhile;
  return valueOf(argument) === value ? { argument, value } : null;
}

/**
 * The arguments whose controls a figure needs to show this one at work: what it depends on, and itself, in the order
 * of links. Empty for an argument that no experiment varies or shows by others.
 */
export function controlsShowing(argument: string): readonly ExperimentArgName[] {
  const spec: ArgSpec | undefined =
    experimentArgs.find(({ name }) => name === argument) ??
    documentedArgs.find(({ name }) => name === argument);
  if (spec === undefined) return [];
  const wanted = new Set<string | undefined>([
    spec.name,
    spec.activeWhen?.argument,
    ...(spec.shownWith ?? []),
  ]);
  return experimentArgs.map(({ name }) => name).filter((name) => wanted.has(name));
}
