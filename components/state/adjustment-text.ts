import { adjustedUnits } from "@/engine/spec/adjustment";
import type { AdjustedUnit, UniformAdjustment } from "@/engine/spec/adjustment";
import { asNumber, readPairs, writePairs } from "./link-text";

export const adjustmentRule =
  "two spreads of at least 0 as in scale:0.07,bias:0.1, which per:example draws for examples instead of features, or none";

const isUnit = (text: string): text is AdjustedUnit => adjustedUnits.some((unit) => unit === text);

/** The spreads of a text, or the text itself when it is none or names something else. */
export function readAdjustment(text: string): unknown {
  if (text === "none") return null;
  const { scale, bias, per = "feature", ...others } = Object.fromEntries(readPairs(text) ?? []);
  if (scale === undefined || bias === undefined || !isUnit(per)) return text;
  if (Object.keys(others).length > 0) return text;
  // Features are what it is for unless something else is said, so that equal adjustments are equal values.
  const unit = per === "feature" ? {} : { per };
  return { scale: asNumber(scale), bias: asNumber(bias), ...unit };
}

export function writeAdjustment(value: UniformAdjustment | null): string {
  if (value === null) return "none";
  const { scale, bias, per = "feature" } = value;
  const unit = per === "feature" ? [] : [["per", per] as const];
  return writePairs([["scale", String(scale)], ["bias", String(bias)], ...unit]);
}
