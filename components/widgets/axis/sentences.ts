import { counted } from "@/components/charts/format/counted";
import { formatNumber } from "@/components/charts/format/number";
import type { Experiment } from "@/engine/spec/experiment";
import type { Grouping, SharedStatistics } from "@/engine/types/grouping";
import { axisText, shapeText } from "./axes";
import type { AxisModel } from "./figure-model";

/** What the sentences are about. */
interface Seen {
  readonly experiment: Experiment;
  readonly grouping: Grouping;
  readonly shared: SharedStatistics;
  readonly axes: readonly AxisModel[];
  readonly kept: readonly AxisModel[];
  /** The axis along which the tensor's channels lie. */
  readonly channels: AxisModel;
}

/** What is to be seen now; the first sentence is the main one. */
export function sentencesOf(
  experiment: Experiment,
  grouping: Grouping,
  axes: readonly AxisModel[],
): readonly string[] {
  const { shared, channelAxis, refusal } = grouping;
  const channels = axes[channelAxis];
  if (shared === null || channels === undefined) {
    return [
      `With ${axisText(experiment.axis)} the layer refuses inputs of shape ${shapeText(grouping.shape)}, and nothing is normalized.`,
      ...(refusal === null ? [] : [hintOf(refusal.code, axes.length)]),
    ];
  }
  const kept = axes.filter(({ isKept }) => isKept);
  const seen = { experiment, grouping, shared, axes, kept, channels };
  return experiment.layer_normalization
    ? layerNormalization(seen)
    : [mainSentence(seen), ...meaning(seen), ...aside(seen)];
}

/** What may help against a refusal; its message stands in the figure. */
const hints: Readonly<Record<string, (rank: number) => string>> = {
  "axis-range": (rank) =>
    `${counted(rank, "axis", "axes")} are counted from 0 to ${rank - 1}, or from the end, −1 to −${rank}.`,
  "axis-duplicate": (rank) =>
    `Each axis is named once, and a negative one counts from the end: −1 and ${rank - 1} are the same of ${rank} axes.`,
  "virtual-batch-axis": () =>
    "Ghost batches split the batch into parts that share statistics; that leaves no example statistics of its own.",
};

const hintOf = (code: string, rank: number): string =>
  hints[code]?.(rank) ?? "The message of the layer stands in the figure.";

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;

const named = (axes: readonly AxisModel[]): string => joined(axes.map(({ name }) => `the ${name}`));

const averagedOver = ({ axes, shared }: Seen): string => {
  const reduced = axes.filter(({ axis }) => shared.reductionAxes.includes(axis));
  return reduced.length === 0 ? "" : ` along ${named(reduced)}`;
};

const statisticsOf = ({ shared }: Seen): string => {
  const count = shared.channelCount * shared.ghostBatches;
  return `${counted(count, "mean")} and ${counted(count, "variance")}`;
};

const elements = ({ shared }: Seen): string => counted(shared.samplesPerStatistic, "element");

function mainSentence(seen: Seen): string {
  const { experiment, kept, channels, shared } = seen;
  const mark = axisText(experiment.axis);
  const each = `${statisticsOf(seen)}, each over ${elements(seen)}`;
  if (isOnly(kept, channels)) {
    const split =
      shared.ghostBatches === 1 ? "" : ` in each of ${shared.ghostBatches} ghost batches`;
    return `${mark} keeps the ${channels.name} apart${split}: ${each}${averagedOver(seen)}.`;
  }
  if (isPerExample(kept)) {
    return `${mark} keeps the examples apart: ${each}${averagedOver(seen)}.`;
  }
  if (!kept.includes(channels)) {
    return `${mark} keeps ${named(kept)} apart and averages the ${channels.name} together: ${each}${averagedOver(seen)}.`;
  }
  return `${mark} keeps every position along ${named(kept)} apart: ${each}${averagedOver(seen)}.`;
}

const isOnly = (kept: readonly AxisModel[], axis: AxisModel): boolean =>
  kept.length === 1 && kept.includes(axis);

const isPerExample = (kept: readonly AxisModel[]): boolean =>
  kept.length === 1 && kept[0]?.axis === 0;

/** What the choice means for someone who has this tensor. */
function meaning(seen: Seen): readonly string[] {
  const { kept, channels } = seen;
  if (isOnly(kept, channels)) return [parameters(seen)];
  if (isPerExample(kept)) return perExample(seen);
  if (!kept.includes(channels)) return wrongAxis(seen);
  return severalAxes(seen);
}

const parameters = ({ shared, channels }: Seen): string =>
  `γ, β, the moving mean and the moving variance have the shape ${shapeText(shared.parameterShape)}: one number for each of the ${channels.name}.`;

function wrongAxis({ kept, channels, shared, grouping }: Seen): readonly string[] {
  const { shape } = grouping;
  const right = channels.axis === shape.length - 1 ? -1 : channels.axis;
  return [
    `No error says so, but this is hardly meant: the ${channels.name} of this tensor lie along axis ${channels.axis}, and ${axisText(right)} would keep them.`,
    `γ, β and the moving statistics have the shape ${shapeText(shared.parameterShape)}, the size along ${named(kept)}, and not ${shapeText([channels.size])}: inputs of another size there no longer fit the layer.`,
  ];
}

function perExample({ shared, channels, grouping }: Seen): readonly string[] {
  const [batch = 0] = grouping.shape;
  return [
    "These are the groups of layer normalization, and x̂ is the same: each example is normalized by its own numbers.",
    `What differs: γ and β have the shape ${shapeText(shared.parameterShape)}, one number for each place in the batch and none for each of the ${channels.name}, so the layer takes batches of ${batch} only.`,
    "It also keeps moving statistics for each place in the batch, and inference mode uses those: the example in place 0 is then normalized by what stood in place 0 before. Layer normalization has no moving statistics and uses each example's own in both modes.",
  ];
}

function severalAxes({ kept, channels, shared, axes }: Seen): readonly string[] {
  const shape = `γ, β and the moving statistics have the shape ${shapeText(shared.parameterShape)}: the rank of the inputs, with 1 along each axis that is averaged over.`;
  if (kept.length === axes.length) return [shape];
  if (kept.length === 2 && kept[0]?.axis === 0) {
    return [
      `These are the groups of instance normalization: each of the ${channels.name} of each example by itself. But the layer keeps moving statistics for places in the batch, and its batch size is fixed.`,
      shape,
    ];
  }
  const fixed = kept.filter((axis) => axis !== channels);
  return [
    `The size along ${named(fixed)} is fixed from now on, and m shrinks: the fewer elements, the noisier a statistic.`,
    shape,
  ];
}

/** What is worth knowing besides. */
function aside({ shared, experiment }: Seen): readonly string[] {
  const one =
    shared.samplesPerStatistic === 1
      ? ["A statistic of one element says nothing: its variance is 0, x̂ is 0 and the output is β."]
      : [];
  const ghosts =
    shared.ghostBatches > 1
      ? [
          `Ghost batches are strided: example n belongs to ghost batch n mod ${shared.ghostBatches}, not to a run of neighbours. γ, β and the moving statistics are shared by all of them.`,
        ]
      : [];
  const raised =
    shared.epsilon === experiment.epsilon
      ? []
      : [
          `The fused implementation of this version raises epsilon to ${formatNumber(shared.epsilon)}.`,
        ];
  return [...one, ...ghosts, ...raised];
}

function layerNormalization(seen: Seen): readonly string[] {
  const { shared, axes, experiment, channels } = seen;
  const averaged = axes.slice(1).map(({ axis }) => axis);
  const call = averaged.length === 1 ? "" : `axis=${shapeText(averaged)}`;
  const rank = axes.length;
  return [
    `Layer normalization keeps the examples apart: ${statisticsOf(seen)}, each over ${elements(seen)}${averagedOver(seen)}.`,
    `γ and β have the shape of one example, ${shapeText(shared.parameterShape)}. Nothing moves: an example's output depends on no other example, in training mode as at inference.`,
    `Batch normalization groups the other way: with axis=${channels.axis === rank - 1 ? "−1" : channels.axis} it keeps the ${channels.name} apart and averages over the batch. The axes that batch normalization names are kept; those that layer normalization names are averaged over.`,
    ...(call === ""
      ? []
      : [
          `In Keras this is LayerNormalization(${call}); its default averages over the last axis alone.`,
        ]),
    ...aside({ ...seen, experiment: { ...experiment, epsilon: shared.epsilon } }),
  ];
}
