import { formatNumber } from "@/components/charts/format/number";
import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { Finding, Inspection } from "./finding";

/** How many times its start, and 1, a parameter must come to; an optimizer that overshoots stays below. */
const outgrown = 10;

interface Growth {
  readonly name: "γ" | "β";
  /** The first step that left it so large. */
  readonly began: number;
  readonly last: number;
  /** What the last step multiplied it with. */
  readonly factor: number;
}

const growthOf = remembered((statistics: RunStatistics, channel: number): Growth | null => {
  const { gamma, beta, channels } = statistics;
  for (const [name, rows] of [
    ["γ", gamma],
    ["β", beta],
  ] as const) {
    const sizes = columnOf(rows, channels.length, channel).map(Math.abs);
    const limit = outgrown * Math.max(sizes[0] ?? NaN, 1);
    const began = sizes.findIndex((size) => size > limit);
    const half = Math.floor(sizes.length / 2);
    const isGrowing = Math.max(...sizes.slice(half)) > 2 * Math.max(...sizes.slice(0, half));
    if (began === -1 || !isGrowing || !sizes.every(Number.isFinite)) continue;
    const at = (sizes.length - 1) * channels.length + channel;
    const last = rows[at] ?? NaN;
    return { name, began, last, factor: last / (rows[at - channels.length] ?? NaN) };
  }
  return null;
});

/** Finds γ or β that grow without end: one that has already left its number format is told of as not finite. */
export const diverging: Inspection = ({ experiment, run, channel }) => {
  const { statistics } = run;
  const growth = growthOf(statistics, channel);
  if (growth === null) return null;
  const { name, began, last, factor } = growth;
  const subject = `${name} of ${statistics.channels[channel] ?? ""}`;
  return {
    title: `${name} grows without end`,
    cause: `${subject} is beyond ${outgrown} times where it started from step ${began} on, and after ${statistics.steps} steps it is ${formatNumber(last, 3)}; the last of them multiplied it by ${formatNumber(factor, 3)}.`,
    ...remedyFor(experiment, factor),
  };
};

/**
 * A step of gradient descent multiplies a parameter by 1 − learning_rate · curvature. Below −1 it overshoots ever
 * further; the learning rate that would end it in one step is learning_rate / (1 − factor).
 */
function remedyFor(
  { learning_rate }: Experiment,
  factor: number,
): Pick<Finding, "remedy" | "change"> {
  if (!(factor < -1)) {
    return {
      remedy:
        "Look at what pushes it: a penalty with a negative factor, or a loss that falls the larger it is, has no end.",
    };
  }
  const fitting = Number((learning_rate / (1 - factor)).toPrecision(1));
  return {
    remedy: `Every step overshoots by more than it was away, so a smaller learning_rate or a weaker penalty ends it: below ${formatNumber((2 * learning_rate) / (1 - factor), 2)} the steps shrink.`,
    change: {
      label: `Set learning_rate to ${String(fitting)}`,
      patch: { learning_rate: fitting },
    },
  };
}
