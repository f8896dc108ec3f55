import type { ResolvedConstraint } from "../constraints";
import type { ResolvedRegularizer } from "../regularizers";
import type { Tensor } from "../tensor/tensor";
import type { LayerObjects } from "./objects";
import { allWeights } from "./traced";
import type { PlannedWeight } from "./weight-plan";
import type { WeightName, WeightStorage } from "./weight-storage";

export interface Weight {
  /** `<layer>/<documented weight name>`. */
  readonly name: string;
  readonly value: Tensor;
  readonly trainable: boolean;
  readonly regularizer: ResolvedRegularizer | null;
  /** What an optimizer step projects the weight with. */
  readonly constraint: ResolvedConstraint | null;
}

const isParameter = (name: WeightName): name is "gamma" | "beta" =>
  name === "gamma" || name === "beta";

/** Shows a layer's weights, as copies, in creation order. */
export function shownWeights(
  plan: readonly PlannedWeight[],
  storage: WeightStorage,
  { regularizers, constraints }: LayerObjects,
  layer: { readonly prefix: string; readonly trainable: boolean },
): readonly Weight[] {
  const values = allWeights(plan, storage);
  return plan.map(({ name, trainable }) => ({
    name: `${layer.prefix}/${name}`,
    value: values[name]!,
    trainable: layer.trainable && trainable,
    regularizer: isParameter(name) ? regularizers[name] : null,
    constraint: isParameter(name) ? constraints[name] : null,
  }));
}
