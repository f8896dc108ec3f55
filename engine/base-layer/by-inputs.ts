import { requireSymbolic } from "./symbolic";
import type { SymbolicTensor } from "./deferred";
import { listOf } from "./nodes";
import type { OneOrMany } from "./nodes";

/** Tensors that something depends on; none or null for what holds whatever the inputs are. */
export type Dependencies = OneOrMany<SymbolicTensor> | null;

function keyOf(inputs: Dependencies): readonly SymbolicTensor[] {
  const key = listOf(inputs ?? []);
  requireSymbolic("inputs", key);
  return key;
}

/** A layer's losses or updates, each kept under the inputs that it was made from: the same tensors in the same order. */
export class ByInputs<Item> {
  readonly #entries: { readonly item: Item; readonly inputs: readonly SymbolicTensor[] }[];

  constructor(of?: ByInputs<Item>) {
    this.#entries = of === undefined ? [] : [...of.#entries];
  }

  get all(): readonly Item[] {
    return this.#entries.map(({ item }) => item);
  }

  add(items: readonly Item[], inputs: Dependencies): void {
    const key = keyOf(inputs);
    this.#entries.push(...items.map((item) => ({ item, inputs: key })));
  }

  for(inputs: Dependencies): readonly Item[] {
    const key = keyOf(inputs);
    return this.#entries
      .filter((entry) => entry.inputs.length === key.length)
      .filter((entry) => entry.inputs.every((input, i) => input === key[i]))
      .map(({ item }) => item);
  }
}
