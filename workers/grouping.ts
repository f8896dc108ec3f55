import { grouping as groupingOf } from "../engine/inspection/grouping";
import type { Grouping } from "../engine/types/grouping";
import type { RunRequest } from "./contract";

/** Shows which elements of a tensor share a statistic. */
export function grouping({ layer, run }: RunRequest): Grouping {
  return groupingOf({
    layer: {
      axis: layer.axis,
      epsilon: layer.epsilon,
      fused: layer.fused,
      virtual_batch_size: layer.virtual_batch_size,
    },
    shape: run.shape,
    dataFormat: run.data_format,
    seed: run.seed,
    profile: run.profile,
    isLayerNormalization: run.layer_normalization,
  });
}
