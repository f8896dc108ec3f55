import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";
import type { Experiment } from "@/engine/spec/experiment";
import type { FusedChoice } from "@/engine/types/fused-choice";
import type { MovingVariances } from "@/engine/types/moving-variances";
import { casesOf } from "./cases";
import { deviationOf } from "./deviation";
import type { FigureModel, OwnPath, VarianceModel } from "./figure-model";
import { endsOf, pathOf } from "./path";
import { sentencesOf } from "./sentences";

/** How a layer came to its implementation, and the moving variances of one channel. */
export function figureModel(experiment: Experiment, choice: FusedChoice): FigureModel {
  const channelNames = channelNamesOf(choice);
  const channel = Math.min(experiment.channel, channelNames.length - 1);
  const step = Math.min(experiment.step, choice.calls);
  const variance = choice.variances && varianceOf(experiment, choice, channel, step);
  const seen = {
    experiment,
    choice,
    channelName: channelNames[channel] ?? "",
    channelNames,
    steps: choice.calls,
    step,
    path: pathOf({ experiment, choice }),
    ends: endsOf({ experiment, choice }),
    deviation: deviationOf({ experiment, choice }),
    variance,
    cases: casesOf(experiment, choice),
  };
  return { ...seen, sentences: sentencesOf(seen) };
}

/** Where several axes are kept there are more statistics than channels. */
export const channelNamesOf = remembered(({ variances }: FusedChoice): readonly string[] => {
  const count = Math.max(variances?.biased.length ?? 0, 1);
  return Array.from({ length: count }, (_, channel) => `channel ${channel}`);
});

function ownPath(experiment: Experiment, { outcome }: FusedChoice): OwnPath {
  if (outcome.fused === true) return "fused";
  return experiment.renorm || experiment.virtual_batch_size !== null ? "other" : "unfused";
}

function varianceOf(
  experiment: Experiment,
  choice: FusedChoice & { readonly variances: MovingVariances | null },
  channel: number,
  step: number,
): VarianceModel | null {
  const { variances } = choice;
  if (variances === null) return null;
  const { elements, besselFactor, biased } = variances;
  const width = biased.length;
  const column = (rows: Float64Array): Float64Array => columnOf(rows, width, channel);
  const own = variances.own === null ? null : ownPath(experiment, choice);
  const unfused = column(variances.unfused);
  const fused = column(variances.fused);
  const other = own === "other" && variances.own !== null ? column(variances.own) : null;
  const variance = biased[channel] ?? NaN;
  return {
    elements,
    besselFactor,
    biased: variance,
    unbiased: variance * besselFactor,
    unfused,
    fused,
    other,
    own,
    chosen: {
      unfused: unfused[step] ?? NaN,
      fused: fused[step] ?? NaN,
      other: other?.[step] ?? null,
    },
  };
}
