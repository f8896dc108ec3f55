import { formatNumber } from "@/components/charts/format/number";
import { freezingStep } from "@/engine/spec/freezing-step";

const { learningRate, target } = freezingStep;

/** What the optimizer step of the tables goes by. */
export const stepText = `The step is one of plain gradient descent at learning rate ${formatNumber(learningRate)}, for the loss ½ · mean of (y ${target < 0 ? "+" : "−"} ${formatNumber(Math.abs(target))})². It is not the loss of the run, ½ · mean of y², which has no slope in the β of a layer that starts.`;
