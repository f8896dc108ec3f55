import { averageOfGhosts } from "../../core/ghost-batches";
import { composeNormalization } from "../../core/normalization";
import type { ChannelView } from "../../tensor/channel-view";
import type { BatchNormalizing, NormalizedBatch, Operand } from "../kernels";
import { affine, centredAffine } from "./affine";
import { moments } from "./moments";

/** Moments, composition and outputs, one after the other. */
export function normalize(
  x: Operand,
  view: ChannelView,
  given: BatchNormalizing,
  out: Operand,
): NormalizedBatch {
  const { epsilon, parameters, gamma, beta, isCentred, round } = given;
  const statistics = moments(x, view, { round });
  const { mean, variance } = statistics;
  const normalization = composeNormalization(statistics, epsilon, { gamma, beta }, round);
  if (isCentred) {
    const offset = mean.map((_, c) => (beta === null ? 0 : beta[c % parameters]!));
    centredAffine(x, view, { mean, scale: normalization.scale, offset, round }, out);
  } else {
    affine(x, view, { ...normalization, round }, out);
  }
  return {
    shared: {
      mean: averageOfGhosts(mean, parameters, round),
      variance: averageOfGhosts(variance, parameters, round),
    },
    moments: () => statistics,
    normalization: () => normalization,
  };
}
