/**
 * Counts the names of layers as one TensorFlow graph does. Layers that share a scope get `batch_normalization`,
 * `batch_normalization_1`, …; a layer made without one gets the first name.
 */
export class NameScope {
  readonly #used = new Map<string, number>();

  /** `base`, then `base_1`, `base_2`, …; legacy layers count from `base_1`. */
  layerName(base: string, legacy: boolean): string {
    const count = this.#next(`layer ${base}`) + (legacy ? 1 : 0);
    return count === 0 ? base : `${base}_${count}`;
  }

  /** The prefix of a legacy layer's variables: their scope is made unique apart from the layer's name. */
  variableScope(base: string): string {
    const count = this.#next(`scope ${base}`);
    return count === 0 ? base : `${base}_${count}`;
  }

  #next(key: string): number {
    const count = this.#used.get(key) ?? 0;
    this.#used.set(key, count + 1);
    return count;
  }
}

/** `BatchNormalization` becomes `batch_normalization`. */
export const snakeCase = (className: string): string =>
  className
    .replace(/(.)([A-Z][a-z0-9]+)/g, "$1_$2")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
