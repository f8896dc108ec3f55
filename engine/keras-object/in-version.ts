import type { Definition } from "./definition";
import type { Config } from "./keras-object";

interface Listed {
  /** The classes of the latest Keras 2. */
  readonly latest: readonly Definition[];
  /** Those of the version that is to take the object. */
  readonly own: readonly Definition[];
}

const named = (definitions: readonly Definition[], name: unknown): Definition | undefined =>
  definitions.find(({ identifiers }) => identifiers.some((identifier) => identifier === name));

/**
 * An object of the latest Keras 2 as a version writes it that knows its function but not its class: there
 * `{class_name: "L2", config: {l2: 0.02}}` is `{class_name: "l2", config: {l: 0.02}}`. Whatever the version understands
 * stays as it is, and so does what it has nothing for, which is the version's to refuse.
 */
export function inVersion(given: unknown, { latest, own }: Listed): unknown {
  if (typeof given === "string") return nameIn(given, { latest, own }) ?? given;
  if (typeof given !== "object" || given === null || !("class_name" in given)) return given;
  const { class_name: name, config = {} }: { class_name: unknown; config?: unknown } = given;
  const found = nameIn(name, { latest, own });
  const [before, after] = [named(latest, name), named(own, found)];
  if (before === undefined || after === undefined || !isConfig(config)) return given;
  const written = renamed(config, before, after);
  const isSame = found === name && Object.keys(written).every((key) => Object.hasOwn(config, key));
  return isSame ? given : { class_name: found, config: written };
}

/** What the version calls it: the same, or by its documented identifier; null where it has nothing of the kind. */
function nameIn(name: unknown, { latest, own }: Listed): unknown {
  const names = [name, named(latest, name)?.identifiers[0]];
  return names.find((each) => named(own, each) !== undefined) ?? null;
}

const isConfig = (config: unknown): config is Config =>
  typeof config === "object" && config !== null && !Array.isArray(config);

/** An older version has the older keyword of an argument. */
const renamed = (
  config: Config,
  { parameters }: Definition,
  { parameters: own }: Definition,
): Config =>
  Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      const older = parameters[name]?.legacyName;
      const isOlder = !Object.hasOwn(own, name) && older !== undefined && Object.hasOwn(own, older);
      return [isOlder ? older : name, value];
    }),
  );
