import type { ObjectDialect } from "./dialect";

export type Config = Readonly<Record<string, unknown>>;

/** The written form of an initializer, regularizer or constraint. */
export interface KerasObject {
  readonly class_name: string;
  readonly config?: Config;
  readonly module?: string;
  readonly registered_name?: string | null;
}

/** What `serialize()` of a listed object gives; every argument of the class is in its config. */
export interface WrittenObject {
  readonly class_name: string;
  readonly config: Config;
  readonly module?: string;
  readonly registered_name?: null;
}

/** Writes an object in the form of the dialect; `module` is such as "keras.initializers". */
export function writeObject(
  module: string,
  className: string,
  config: Config,
  dialect: ObjectDialect,
): WrittenObject {
  return dialect.objectForm === "plain"
    ? { class_name: className, config }
    : { module, class_name: className, config, registered_name: null };
}
