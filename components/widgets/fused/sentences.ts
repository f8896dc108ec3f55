import { formatNumber, formatShare } from "@/components/charts/format/number";
import { switchesOf } from "@/engine/spec/profiles";
import { placeText } from "./cases";
import type { FigureModel } from "./figure-model";
import { isRefusedHere } from "./path";
import { shapeText } from "./texts";

type Seen = Omit<FigureModel, "sentences">;

/** What is to be seen now; the first sentence is the main one. */
export const sentencesOf = (seen: Seen): readonly string[] =>
  [mainSentence, varianceSentence, ownSentence, meaningOfTrue, epsilonSentence, rankSentence]
    .map((sentence) => sentence(seen))
    .filter((sentence) => sentence !== null);

function mainSentence({ choice, path, experiment }: Seen): string {
  const { outcome, shape, asked } = choice;
  const deciding = path.find(({ state }) => state === "deciding");
  const inputs = `inputs of shape ${shapeText(shape)}`;
  if (outcome.fused === true) {
    return `All ${asked} questions are answered with yes: with ${inputs} the layer takes the fused implementation.`;
  }
  if (outcome.refusal !== null) {
    return isRefusedHere(choice) && deciding !== undefined
      ? `fused=true cannot be honoured, for ${deciding.values}: ${placeText(outcome.refusedBy)} refuses the layer with a ${outcome.refusal.kind}.`
      : `The layer is refused by ${placeText(outcome.refusedBy)} for a reason of its own, which stands in the figure.`;
  }
  const why = deciding?.subject === "fused" ? "as it was told" : `for ${deciding?.values ?? ""}`;
  const silently = experiment.fused === true ? ", although fused=true asks for the other" : "";
  return `The layer runs unfused, ${why}${silently}: question ${asked} of ${path.length} decides.`;
}

function varianceSentence({ variance, step, channelName }: Seen): string | null {
  if (variance === null) return null;
  const { elements, besselFactor, chosen, biased } = variance;
  if (elements === 1) {
    return "Each channel has one element, whose variance is 0: the factor m/(m − 1) counts as 1, and both implementations let the moving variance fall to 0.";
  }
  const numbers = `After step ${step} the moving variance of ${channelName} is ${formatNumber(chosen.unfused ?? NaN)} unfused and ${formatNumber(chosen.fused ?? NaN)} fused`;
  return `${numbers}: the first goes to the variance of the ${elements} elements, v = ${formatNumber(biased)}, and the second to v · ${elements}/${elements - 1}, which is ${formatShare(besselFactor - 1)} more.`;
}

/** Where neither implementation's rule is the layer's. */
function ownSentence({ variance, experiment }: Seen): string | null {
  if (variance?.own !== "other") return null;
  const value = formatNumber(variance.chosen.other ?? NaN);
  return experiment.renorm
    ? `The layer’s own is ${value}: with renorm it moves by rules of its own, and never with the factor m/(m − 1).`
    : `The layer’s own is ${value}: it goes to the average of the ghost batches’ variances, which leaves out what differs between them.`;
}

function meaningOfTrue({ experiment, choice }: Seen): string {
  const isBinding = switchesOf(experiment.profile).fusedIsBinding;
  const count = choice.cases.filter(({ outcome }) => outcome.refusal !== null).length;
  return isBinding
    ? `In this version fused=true is binding: ${count} of the ${choice.cases.length} cases below are refused. With fused=null the layer takes the fused implementation wherever it can.`
    : "In this version fused=true is a wish, and the same as fused=null: where it cannot be, the layer runs unfused, and no error says so.";
}

function epsilonSentence({ experiment, choice }: Seen): string | null {
  const floor = switchesOf(experiment.profile).fusedEpsilonFloor;
  if (floor === null || choice.outcome.fused !== true || experiment.epsilon >= floor) return null;
  return `The fused operation of this version raises epsilon from ${formatNumber(experiment.epsilon)} to ${formatNumber(floor)}.`;
}

function rankSentence({ choice, path, variance }: Seen): string | null {
  const decides = path.find(({ state }) => state === "deciding")?.subject;
  if (decides !== "rank" || variance === null) return null;
  const width = choice.variances?.biased.length ?? 0;
  return `The same numbers in the shape ${shapeText([variance.elements, 1, 1, width])} would run fused: the two moving variances drawn are those of the same numbers.`;
}
