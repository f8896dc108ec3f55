/**
 * The same function, which remembers what it last made of each run. While only the chosen step moves its result is the
 * same object, so that nothing which depends on it alone is drawn anew.
 */
export function remembered<Run extends object, Keys extends readonly number[], Made>(
  make: (run: Run, ...keys: Keys) => Made,
): (run: Run, ...keys: Keys) => Made {
  const last = new WeakMap<Run, { readonly keys: Keys; readonly made: Made }>();
  return (run, ...keys) => {
    const known = last.get(run);
    if (known?.keys.every((key, i) => Object.is(key, keys[i])) === true) return known.made;
    const made = make(run, ...keys);
    last.set(run, { keys, made });
    return made;
  };
}
