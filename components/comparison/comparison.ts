import { writeText } from "@/components/state/argument-text";
import { comparedArgs } from "@/engine/spec/comparison";
import type { Experiment } from "@/engine/spec/experiment";
import { differenceOf } from "./difference-of";

/** An argument in which two configurations differ, its values as links write them. */
export interface ChangedArgument {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

/** A quantity in both results; a word where it is none of number, and null where a result has none. */
export interface ComparedValue {
  readonly name: string;
  readonly first: number | string | null;
  readonly second: number | string | null;
}

/** A quantity over the steps in both results; index t is the value after step t. */
export interface ComparedSeries {
  readonly name: string;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Second − first. */
  readonly difference: Float64Array;
}

/** What two results have apart over their steps. */
export interface ComparedCourse {
  readonly steps: number;
  /** The chosen one. */
  readonly step: number;
  /** At least one. */
  readonly series: readonly ComparedSeries[];
}

/** What two results of a figure have apart. */
export interface Comparison {
  /** What is compared, such as a channel. */
  readonly subject: string;
  /** What the values are of, such as a step. */
  readonly at: string;
  /** Null where there are no steps, or nothing to follow over them. */
  readonly course: ComparedCourse | null;
  readonly values: readonly ComparedValue[];
  /** The difference in words, the most important first. */
  readonly sentences: readonly string[];
}

/** A quantity over the steps in both results. */
export const comparedSeries = (
  name: string,
  first: Float64Array,
  second: Float64Array,
): ComparedSeries => ({ name, first, second, difference: differenceOf(first, second) });

/** The course of these quantities, if there are any. */
export const comparedCourse = (
  { steps, step }: Pick<ComparedCourse, "steps" | "step">,
  series: readonly ComparedSeries[],
): ComparedCourse | null => (series.length === 0 ? null : { steps, step, series });

type Values = Readonly<Record<string, ComparedValue["first"] | undefined>>;

/** The values of both results by their names, which both have. */
export const comparedValues = (first: Values, second: Values): readonly ComparedValue[] =>
  Object.keys(first).map((name) => ({
    name,
    first: first[name] ?? null,
    second: second[name] ?? null,
  }));

/** The arguments in which the second differs from the first, in the order of links. */
export const changesOf = (first: Experiment, second: Experiment): readonly ChangedArgument[] =>
  comparedArgs
    .map((spec) => ({
      name: spec.name,
      first: writeText(spec, first[spec.name]) ?? "none",
      second: writeText(spec, second[spec.name]) ?? "none",
    }))
    .filter((change) => change.first !== change.second);
