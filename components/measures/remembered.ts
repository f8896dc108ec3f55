interface Entry<Keys, Made> {
  readonly keys: Keys;
  readonly made: Made;
}

/** No figure draws more channels of a run at a time. */
const mostEntries = 32;

/**
 * The same function, which remembers what it made of each run by its last few keys. While only the chosen step moves its
 * result is the same object, so that nothing which depends on it alone is drawn anew.
 */
export function remembered<Run extends object, Keys extends readonly (number | string)[], Made>(
  make: (run: Run, ...keys: Keys) => Made,
): (run: Run, ...keys: Keys) => Made {
  const last = new WeakMap<Run, Entry<Keys, Made>[]>();
  return (run, ...keys) => {
    const entries = last.get(run) ?? [];
    const known = entries.find((entry) => entry.keys.every((key, i) => Object.is(key, keys[i])));
    if (known !== undefined) return known.made;
    const made = make(run, ...keys);
    last.set(run, [{ keys, made }, ...entries.slice(0, mostEntries - 1)]);
    return made;
  };
}
