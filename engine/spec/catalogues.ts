import { constraintCatalogue, constraintsIn } from "../constraints";
import { initializerCatalogue, initializersIn } from "../initializers";
import type { Definition, Parameter } from "../keras-object/definition";
import type { ObjectDialect } from "../keras-object/dialect";
import { inVersion } from "../keras-object/in-version";
import type { Config, KerasObject } from "../keras-object/keras-object";
import { regularizerCatalogue, regularizersIn } from "../regularizers";

export type ListedConfig = Config;
export type ListedParameter = Parameter;

/** A class as controls and links see it: what it is called and what it takes. */
export type ListedClass = Pick<Definition, "className" | "identifiers" | "parameters">;

/** An argument that can travel in a link: all but the functions. */
export type WrittenObject = string | KerasObject | null;

/** The classes of the latest Keras 2, by the kind of argument that takes them. */
export const catalogues = {
  initializer: initializerCatalogue,
  regularizer: regularizerCatalogue,
  constraint: constraintCatalogue,
} as const satisfies Readonly<Record<string, readonly ListedClass[]>>;

const listedIn: Readonly<
  Record<keyof typeof catalogues, (dialect: ObjectDialect) => readonly Definition[]>
> = { initializer: initializersIn, regularizer: regularizersIn, constraint: constraintsIn };

const isListed = (kind: string): kind is keyof typeof catalogues => Object.hasOwn(catalogues, kind);

/** The value of an argument of a kind; one that names an object names it as the version does, where that has it at all. */
export const writtenIn = (dialect: ObjectDialect, kind: string, value: unknown): unknown =>
  isListed(kind)
    ? inVersion(value, { latest: catalogues[kind], own: listedIn[kind](dialect) })
    : value;
