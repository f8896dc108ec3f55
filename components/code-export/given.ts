import { constructorArgs } from "@/engine/spec/batch-norm";
import type { BatchNormConfig } from "@/engine/spec/batch-norm";
import type { ArgKind } from "@/engine/spec/arg-spec";
import { isSameObject } from "./objects";
import type { ObjectKind } from "./objects";

export type ConfigName = keyof BatchNormConfig;

const objectKinds: Readonly<Partial<Record<ArgKind, ObjectKind>>> = {
  initializer: "initializer",
  regularizer: "regularizer",
  constraint: "constraint",
};

const specOf = (name: ConfigName): (typeof constructorArgs)[number] | undefined =>
  constructorArgs.find((spec) => spec.name === name);

/** Which kind of object an argument takes; null for one that takes none. */
export const objectKindOf = (name: ConfigName): ObjectKind | null => {
  const kind = specOf(name)?.kind;
  return kind === undefined ? null : (objectKinds[kind] ?? null);
};

/** Whether an argument holds something else than its default. */
export function isGiven(config: BatchNormConfig, name: ConfigName): boolean {
  const standard: unknown = specOf(name)?.default;
  const value: unknown = config[name];
  if (value === undefined) return false;
  const kind = objectKindOf(name);
  if (kind !== null) return !isSameObject(kind, value, standard);
  return typeof value === "function" || plainText(value) !== plainText(standard);
}

/** A list of one axis is that axis. */
const plainText = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) && value.length === 1 ? value[0] : value);

/** The arguments that the reader set, in the order of the documents. */
export const givenArguments = (config: BatchNormConfig): readonly ConfigName[] =>
  constructorArgs.map(({ name }) => name).filter((name) => isGiven(config, name));

/** The four weights that an initializer fills. */
export const initializerNames = [
  "beta_initializer",
  "gamma_initializer",
  "moving_mean_initializer",
  "moving_variance_initializer",
] as const satisfies readonly ConfigName[];

/** The weight that an argument is about: gamma_initializer is about gamma. */
export const weightOf = (name: string): string =>
  name.replace(/_(initializer|regularizer|constraint)$/, "");
