import { constraintCatalogue } from "../constraints";
import { initializerCatalogue } from "../initializers";
import type { Definition, Parameter } from "../keras-object/definition";
import type { Config, KerasObject } from "../keras-object/keras-object";
import { regularizerCatalogue } from "../regularizers";

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
