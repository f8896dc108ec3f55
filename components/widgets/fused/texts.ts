import type { Experiment } from "@/engine/spec/experiment";
import { showValue } from "@/engine/spec/show-value";

export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

/** As messages write an argument, with true minus signs. */
export const argumentText = (name: keyof Experiment, value: unknown): string =>
  `${name}=${showValue(value)}`.replaceAll("=-", "=−").replaceAll(/([[ ])-/g, "$1−");

export const given = (experiment: Experiment, name: keyof Experiment): string =>
  argumentText(name, experiment[name]);

/** "1", "1 or 3", "−1, 1 or 3". */
export function orList(values: readonly (number | string)[]): string {
  const texts = values.map((value) => String(value).replace("-", "−"));
  return texts.length < 2
    ? texts.join("")
    : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1) ?? ""}`;
}
