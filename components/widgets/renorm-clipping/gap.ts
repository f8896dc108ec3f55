import { formatNumber } from "@/components/charts/format/number";
import type { FigureModel } from "./figure-model";

type Mode = keyof FigureModel["outputs"];

/** How far training and inference mode are apart, as far as both have numbers. */
export function gapSentence({
  outputs,
  variance,
  epsilon,
}: Pick<FigureModel, "epsilon" | "outputs" | "variance">): string {
  const isFinite = (mode: Mode): boolean => outputs[mode].every(Number.isFinite);
  const distance = (mode: Mode): string =>
    formatNumber(
      Math.max(...outputs[mode].map((y, i) => Math.abs(y - (outputs.inference[i] ?? NaN)))),
      3,
    );
  if (!isFinite("renorm")) {
    const cause = variance === 0 && epsilon === 0 ? ": variance and epsilon are both 0" : "";
    const plain = isFinite("plain")
      ? "those of plain Batch Normalization would be"
      : "nor would those of plain Batch Normalization be";
    return `Training outputs of this batch are not finite, ${plain}${cause}.`;
  }
  if (!isFinite("inference")) {
    return "In inference mode this batch has outputs that are not finite, so there is nothing to compare training with.";
  }
  const plain = isFinite("plain")
    ? `plain Batch Normalization would differ by up to ${distance("plain")}`
    : "outputs of plain Batch Normalization would not be finite";
  return `Inference mode differs from training by up to ${distance("renorm")} in this batch; ${plain}.`;
}
