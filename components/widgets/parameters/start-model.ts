import { bin } from "d3";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { summaryOf } from "@/components/measures/output-summary";
import { remembered } from "@/components/measures/remembered";
import type { Distribution, InitialDraws } from "@/engine/types/initial-draws";
import type { Bin, StartModel } from "./figure-model";

const binCount = 40;
const curvePoints = 120;

/** The share of a standard normal within two deviations. */
const withinTwo = 0.9544997361036416;

const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The density of a distribution at x. */
export function densityAt(distribution: Distribution, x: number): number {
  if (distribution.kind === "uniform") {
    const { low, high } = distribution;
    return x >= Math.min(low, high) && x <= Math.max(low, high) ? 1 / Math.abs(high - low) : 0;
  }
  const { mean, deviation } = distribution;
  const size = Math.abs(deviation);
  const z = (x - mean) / size;
  if (distribution.kind === "normal") return normalDensity(z) / size;
  return Math.abs(z) <= 2 ? normalDensity(z) / (withinTwo * size) : 0;
}

/** Where a density jumps; a curve needs a point to either side. */
function edgesOf(distribution: Distribution): readonly number[] {
  switch (distribution.kind) {
    case "uniform":
      return [distribution.low, distribution.high];
    case "truncated-normal":
      return [-2, 2].map((z) => distribution.mean + z * distribution.deviation);
    case "normal":
      return [];
  }
}

/** Nothing is drawn where a distribution has no width. */
const hasWidth = (distribution: Distribution): boolean =>
  distribution.kind === "uniform"
    ? distribution.low !== distribution.high
    : distribution.deviation !== 0;

function expectedOf(
  distribution: Distribution,
  [low, high]: readonly [number, number],
  countTimesWidth: number,
): StartModel["expected"] {
  const even = Array.from(
    { length: curvePoints + 1 },
    (_, i) => low + ((high - low) * i) / curvePoints,
  );
  const nearly = (high - low) * 1e-9;
  const edges = edgesOf(distribution).flatMap((edge) => [edge - nearly, edge + nearly]);
  return [...even, ...edges]
    .filter((x) => x >= low && x <= high)
    .sort((a, b) => a - b)
    .map((x) => ({ x, height: densityAt(distribution, x) * countTimesWidth }));
}

/** What is not drawn is a line at each value, however often it occurs. */
function linesOf(drawn: Float64Array): readonly Bin[] {
  const counts = new Map<number, number>();
  for (const value of drawn) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([value]) => Number.isFinite(value))
    .map(([value, height]) => ({ from: value, to: value, height }));
}

function binsOf(drawn: Float64Array, [low, high]: readonly [number, number]): readonly Bin[] {
  const edges = Array.from(
    { length: binCount - 1 },
    (_, i) => low + ((high - low) * (i + 1)) / binCount,
  );
  const finite = Array.from(drawn).filter(Number.isFinite);
  return bin<number, number>()
    .domain([low, high])
    .thresholds(edges)(finite)
    .map((group) => ({ from: group.x0 ?? low, to: group.x1 ?? high, height: group.length }));
}

/** First values over seeds: `drawn` has one row per layer, the run's own first. */
export const startModel = remembered((draws: InitialDraws, channel: number): StartModel => {
  const { drawn, layers, distribution } = draws;
  const width = drawn.length / layers;
  const own = drawn.slice(0, width);
  const isFixed = drawn.every((value, i) => Object.is(value, own[i % width]));
  const domain = roundedDomain(finiteExtent(drawn));
  const [low, high] = domain;
  const bins = isFixed ? linesOf(drawn) : binsOf(drawn, domain);
  const { mean, deviation } = summaryOf(Array.from(drawn));
  const expected =
    distribution !== null && hasWidth(distribution)
      ? expectedOf(distribution, domain, (drawn.length * (high - low)) / binCount)
      : [];
  return {
    layers,
    drawn,
    own,
    first: own[channel] ?? NaN,
    mean,
    deviation,
    isFixed,
    distribution,
    bins,
    expected,
    domain,
    tallest: Math.max(1, ...bins.map(({ height }) => height), ...expected.map((e) => e.height)),
  };
});
