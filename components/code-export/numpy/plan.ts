import { switchesOf } from "@/engine/spec/profiles";
import type { ProfileSwitches } from "@/engine/spec/profiles";
import { product, reducedAxes } from "../shapes";
import { runsUpdates } from "../subject";
import type { CodeCall, CodeSubject } from "../subject";

/** What decides which lines the program needs. */
export interface NumpyPlan {
  readonly subject: CodeSubject;
  readonly call: CodeCall;
  readonly switches: ProfileSwitches;
  /** The axes averaged over, as the program sees its inputs. */
  readonly reduced: readonly number[];
  /** As the program sees its inputs: ghost batches have an axis of their own. */
  readonly shape: readonly number[];
  readonly ghostBatches: number;
  /** Of the statistics; a vector where only the last axis is kept and there are no ghost batches. */
  readonly parameterShape: readonly number[];
  /** Behind each statistic. */
  readonly samples: number;
  readonly fused: boolean;
  readonly usesBatch: boolean;
  readonly hasMovingStatistics: boolean;
  /** Whether the moving statistics move. */
  readonly updates: boolean;
  readonly hasGamma: boolean;
  readonly hasBeta: boolean;
  readonly isHalf: boolean;
  /** Whether 16-bit outputs are computed in 16 bits. */
  readonly halfArithmetic: boolean;
  readonly renorm: ProfileSwitches["renorm"] | null;
  /** As it enters the roots: older fused operations raise a small one. */
  readonly epsilon: number;
}

export function planOf(subject: CodeSubject, call: CodeCall): NumpyPlan {
  const { config } = subject;
  const { fused } = call;
  const switches = switchesOf(subject.profile);
  const mode = modeOf(subject);
  const isSplit = config.virtual_batch_size !== null && mode.usesBatch && mode.hasMovingStatistics;
  return {
    subject,
    call,
    switches,
    ...mode,
    ...(isSplit ? splitLayout(subject, call) : wholeLayout(subject, call)),
    fused,
    hasGamma: config.scale && mode.hasMovingStatistics,
    hasBeta: config.center && mode.hasMovingStatistics,
    isHalf: config.dtype === "float16",
    halfArithmetic: config.dtype === "float16" && switches.halfArithmetic === "float16",
    renorm: config.renorm && mode.usesBatch ? switches.renorm : null,
    epsilon: fused ? Math.max(config.epsilon, switches.fusedEpsilonFloor ?? 0) : config.epsilon,
  };
}

/** What a training call goes by and moves, or would if the layer had not refused it. */
export function modeOf({
  config,
  profile,
  call,
  loop,
}: CodeSubject): Pick<NumpyPlan, "usesBatch" | "hasMovingStatistics" | "updates"> {
  const { frozenMeansInference, frozenStillUpdates } = switchesOf(profile);
  const usesBatch = call?.usesBatch ?? (config.trainable || !frozenMeansInference);
  const hasMovingStatistics = call?.hasMovingStatistics ?? true;
  const moves = runsUpdates(loop) && (config.trainable || frozenStillUpdates);
  return {
    usesBatch,
    hasMovingStatistics,
    updates: usesBatch && hasMovingStatistics && moves,
  };
}

type Layout = Pick<NumpyPlan, "reduced" | "shape" | "ghostBatches" | "parameterShape" | "samples">;

const keptBy = ({ axes }: CodeCall): readonly number[] => [...axes].sort((a, b) => a - b);

const sizesOf = (shape: readonly number[], axes: readonly number[]): readonly number[] =>
  shape.filter((_, axis) => axes.includes(axis));

const onesBut = (shape: readonly number[], kept: readonly number[]): readonly number[] =>
  shape.map((length, axis) => (kept.includes(axis) ? length : 1));

function wholeLayout({ shape }: CodeSubject, call: CodeCall): Layout {
  const kept = keptBy(call);
  const reduced = reducedAxes(shape, kept);
  const isLast = kept.length === 1 && kept[0] === shape.length - 1;
  return {
    reduced,
    shape,
    ghostBatches: 1,
    parameterShape: onesBut(shape, kept).slice(isLast ? -1 : 0),
    samples: product(sizesOf(shape, reduced)),
  };
}

/** An axis of ghost batches comes second. */
function splitLayout({ shape: whole, config }: CodeSubject, call: CodeCall): Layout {
  const [examples = 1, ...rest] = whole;
  const { ghostBatches } = call;
  const size = config.virtual_batch_size ?? examples;
  const shape = [size, ghostBatches, ...rest];
  const kept = keptBy(call).map((axis) => axis + 1);
  const reduced = reducedAxes(shape, [1, ...kept]);
  return {
    reduced,
    shape,
    ghostBatches,
    parameterShape: onesBut(shape, kept),
    samples: product(sizesOf(shape, reduced)),
  };
}

/** Whether the inputs are split into ghost batches. */
export const isSplit = ({ shape, subject }: NumpyPlan): boolean =>
  shape.length > subject.shape.length;

/** What the moving statistics move towards: the batch's own, averaged over ghost batches. */
export const sharedName = (plan: NumpyPlan, statistic: "mean" | "variance"): string =>
  isSplit(plan) ? `shared_${statistic}` : statistic;

/** Whether statistics keep the axes that they average over, with one entry each. */
export const keepsDims = ({ parameterShape, shape }: NumpyPlan): boolean =>
  parameterShape.length === shape.length;
