import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";
import type { ParameterHistory, ParameterSteps } from "@/engine/types/parameter-history";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { ChosenStep, DescentModel, ParameterName, ValueModel } from "./figure-model";

const columns = {
  gamma: "gamma",
  beta: "beta",
  moving_mean: "movingMean",
  moving_variance: "movingVariance",
} as const satisfies Readonly<Record<ParameterName, keyof RunStatistics>>;

/** The history of an optimizer's steps on the parameter; null where it made none. */
export const historyOf = (
  { parameters }: RunStatistics,
  parameter: ParameterName,
): ParameterSteps | null =>
  parameter === "gamma" || parameter === "beta" ? (parameters?.[parameter] ?? null) : null;

/**
 * Constraints divide by κ + norm with κ = 1e-7, which moves a value a little that is within bounds. That is no
 * projection that anyone would call one.
 */
const isMoved = (proposed: number, projected: number): boolean =>
  Math.abs(projected - proposed) > 1e-6 * Math.max(1, Math.abs(proposed));

interface Place {
  readonly statistics: RunStatistics;
  readonly parameter: ParameterName;
  readonly channel: number;
}

const columnIn = ({ statistics, channel }: Place, rows: Float64Array): Float64Array =>
  columnOf(rows, statistics.channels.length, channel);

export const valueModel = ({ statistics, parameter, channel }: Place): ValueModel =>
  valuesOverRun(statistics, parameter, channel);

const valuesOverRun = remembered(
  (statistics: RunStatistics, parameter: ParameterName, channel: number): ValueModel => {
    const place = { statistics, parameter, channel };
    const values = columnIn(place, statistics[columns[parameter]]);
    const history = historyOf(statistics, parameter);
    const none = new Float64Array();
    const proposed = history === null ? none : columnIn(place, history.proposed);
    const projected = history === null ? none : columnIn(place, history.projected);
    const moved = (value: number, i: number): number =>
      isMoved(proposed[i] ?? NaN, projected[i] ?? NaN) ? value : NaN;
    const rejected = proposed.map(moved);
    return {
      values,
      rejected,
      projected: projected.map(moved),
      projections: Array.from(rejected.keys())
        .filter((i) => !Number.isNaN(rejected[i]))
        .map((i) => i + 1),
      domain: roundedDomain(finiteExtent(values, rejected)),
    };
  },
);

const sumOf = (a: Float64Array, b: Float64Array | null): Float64Array =>
  a.map((value, i) => value + (b?.[i] ?? 0));

/** From 0, unless a factor below 0 rewards what others punish. */
function costDomain(extent: readonly [number, number] | null): readonly [number, number] {
  const [from, to] = roundedDomain(extent);
  return extent === null || extent[0] >= 0 ? [0, to] : [from, to];
}

export const descentModel = ({ statistics, parameter, channel }: Place): DescentModel | null =>
  descentOverRun(statistics, parameter, channel);

const descentOverRun = remembered(
  (statistics: RunStatistics, parameter: ParameterName, channel: number): DescentModel | null => {
    const place = { statistics, parameter, channel };
    const history = historyOf(statistics, parameter);
    const { parameters } = statistics;
    if (history === null || parameters === null) return null;
    const lossGradient = columnIn(place, history.lossGradient);
    const penaltyGradient = history.penalty && columnIn(place, history.penalty.gradient);
    const gradient = sumOf(lossGradient, penaltyGradient);
    const penalty = history.penalty?.perStep ?? null;
    return {
      lossGradient,
      penaltyGradient,
      gradient,
      gradientDomain: roundedDomain(
        finiteExtent(lossGradient, penaltyGradient ?? [], gradient, [0]),
      ),
      loss: parameters.loss,
      penalty,
      costDomain: costDomain(finiteExtent(parameters.loss, penalty ?? [], [0])),
      proposed: columnIn(place, history.proposed),
    };
  },
);

function updateOf(
  history: ParameterSteps,
  { loss }: ParameterHistory,
  place: Place & { readonly step: number },
): NonNullable<ChosenStep["update"]> {
  const { statistics, channel, step } = place;
  const row = step - 1;
  const at = (rows: Float64Array): number =>
    rows[row * statistics.channels.length + channel] ?? NaN;
  const [lossGradient, proposed, projected] = [
    at(history.lossGradient),
    at(history.proposed),
    at(history.projected),
  ];
  const penaltyGradient = history.penalty && at(history.penalty.gradient);
  return {
    lossGradient,
    penaltyGradient,
    gradient: lossGradient + (penaltyGradient ?? 0),
    proposed,
    projected,
    isProjected: isMoved(proposed, projected),
    loss: loss[row] ?? NaN,
    penalty: history.penalty && (history.penalty.perStep[row] ?? NaN),
    proposedNorm: history.proposedNorm[row] ?? NaN,
    projectedNorm: history.projectedNorm[row] ?? NaN,
  };
}

/** The chosen step in one channel. */
export function chosenStep(place: Place & { readonly step: number }): ChosenStep {
  const { statistics, parameter, channel, step } = place;
  const values = statistics[columns[parameter]];
  const width = statistics.channels.length;
  const history = historyOf(statistics, parameter);
  return {
    before: values[(step - 1) * width + channel] ?? NaN,
    after: values[step * width + channel] ?? NaN,
    update:
      history === null || statistics.parameters === null
        ? null
        : updateOf(history, statistics.parameters, place),
  };
}
