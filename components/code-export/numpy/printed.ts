import { parameterNames, penaltyText } from "../penalties";
import { isSplit } from "./plan";
import type { NumpyPlan } from "./plan";
import { language } from "./language";
import { weightNames } from "./weights";

/** The outputs that the program computes, by the names of its variables. */
export const outputNames = ({ hasMovingStatistics, subject }: NumpyPlan): readonly string[] =>
  !hasMovingStatistics
    ? ["training_output"]
    : [
        "training_output",
        ...(subject.inferenceBefore ? ["inference_output_before"] : []),
        "inference_output",
      ];

const movingNames = (plan: NumpyPlan): readonly string[] =>
  weightNames(plan).filter((name) => name !== "gamma" && name !== "beta");

/** The variables that the program prints, in their order. */
export const printedNames = (plan: NumpyPlan): readonly string[] => [
  ...(plan.usesBatch ? ["mean", "variance"] : []),
  ...(plan.renorm === null ? [] : ["r", "d"]),
  ...movingNames(plan),
  ...outputNames(plan),
];

/** The lines that print what the regularizers add to a loss. */
export const penaltyLines = ({ subject }: NumpyPlan): readonly string[] =>
  parameterNames.flatMap((name) => {
    const penalty = penaltyText(subject.config, name, language);
    return penalty === null ? [] : [`print("${name}_regularizer adds", ${penalty})`];
  });

/** What the program prints, in words, and which weights it is of. */
export function printedText(plan: NumpyPlan): string {
  const { subject } = plan;
  const parts = [...statisticTexts(plan), ...outputTexts(plan)];
  if (penaltyLines(plan).length > 0) parts.push("what the regularizers add to the loss");
  const [last, ...others] = [...parts].reverse();
  const list = others.length === 0 ? last : `${others.reverse().join("; ")}; and ${last}`;
  const isTrained = subject.optimizer !== null || subject.loop !== null;
  const trained =
    isTrained && subject.config.trainable
      ? " It takes no optimizer step: γ and β are as the call found them."
      : "";
  return `It prints, for all channels, ${list}.${trained}`;
}

function statisticTexts(plan: NumpyPlan): readonly string[] {
  const { usesBatch, renorm, updates, hasMovingStatistics } = plan;
  const whose = isSplit(plan) ? "each ghost batch's" : "the batch's";
  const moving = `the moving statistics as the call ${updates ? "leaves" : "found and leaves"} them`;
  return [
    ...(usesBatch ? [`${whose} mean and variance`] : []),
    ...(renorm === null ? [] : ["r and d, and renorm's variables as the call leaves them"]),
    ...(hasMovingStatistics ? [moving] : []),
  ];
}

function outputTexts({ hasMovingStatistics, subject }: NumpyPlan): readonly string[] {
  if (!hasMovingStatistics) return ["the outputs"];
  return [
    "the outputs in training mode and, with these moving statistics, in inference mode",
    ...(subject.inferenceBefore
      ? [
          "as inference_output_before those in inference mode with the moving statistics that the call found",
        ]
      : []),
  ];
}
