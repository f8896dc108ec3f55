import { generatorFor } from "@/engine/random/generator";
import { channelView } from "@/engine/tensor/channel-view";
import type { ChannelView } from "@/engine/tensor/channel-view";
import { range } from "./naive";

/** A tensor's shape with the channels its elements are grouped into. */
export interface Layout {
  readonly name: string;
  readonly view: ChannelView;
}

function layout(shape: readonly number[], axes: readonly number[], ghosts = 1): Layout {
  const name = `[${shape.join(", ")}] along ${axes.join(", ")}`;
  return {
    name: ghosts === 1 ? name : `${name} in ${ghosts} ghost batches`,
    view: channelView(shape, axes, ghosts),
  };
}

const from1to70 = range(70).map((n) => n + 1);

const rows = from1to70.flatMap((channels) =>
  [1, 2, 5, 32, 33, 100, 300].map((count) => layout([count, channels], [1])),
);

const planes = from1to70.flatMap((size) =>
  [[1, 3] as const, [2, 5] as const, [5, 7] as const, [33, 4] as const].map(([batch, channels]) =>
    layout([batch, channels, size], [1]),
  ),
);

const subsets = (axes: readonly number[]): number[][] =>
  axes.reduce<number[][]>((all, axis) => [...all, ...all.map((some) => [...some, axis])], [[]]);

const everyAxes = [
  [2, 3, 4, 5, 6],
  [3, 1, 2, 1, 5],
  [2, 2, 17, 2, 9],
].flatMap((shape) =>
  subsets(range(shape.length))
    .filter((axes) => axes.length > 0)
    .map((axes) => layout(shape, axes)),
);

const ghostBatches = (
  [
    [[12, 3], [1]],
    [[12, 5], [1]],
    [[24, 1], [1]],
    [[12, 4, 5], [1]],
    [[12, 4, 3], [2]],
    [
      [24, 2, 3, 5],
      [1, 3],
    ],
    [[600, 2], [1]],
    [[1200, 7], [1]],
  ] as const
).flatMap(([shape, axes]) => [2, 3, 4, 6, 12].map((ghosts) => layout(shape, axes, ghosts)));

const manyChannels = [1022, 1023, 1024, 1025, 1026, 1027, 1028, 1040, 2050]
  .flatMap((channels) => [1, 2, 3, 4, 5].map((count) => layout([count, channels], [1])))
  .concat(
    [16384, 16390, 40000].flatMap((channels) => [1, 2, 5].map((n) => layout([n, channels], [1]))),
  )
  .concat(layout([2, 3000, 2], [1]), layout([2, 3000, 9], [1]), layout([2, 3000, 2, 3], [1, 3]));

/** Where a block of 32 or 256 rows is full, and where rows of fewer than 4 numbers are taken together. */
const blockEnds = [
  ...[32, 33, 64, 65, 255, 256, 257, 288, 289].map((count) => layout([count, 5], [1])),
  ...[84, 85, 86, 170, 171].map((count) => layout([count, 3], [1])),
  ...[127, 128, 129, 256, 257].map((count) => layout([count, 2], [1])),
  ...[255, 256, 257, 511, 512, 513].map((count) => layout([count, 1], [1])),
  ...[31, 32, 33, 255, 256, 257].flatMap((size) => [
    layout([1, 3, size], [1]),
    layout([2, 3, size], [1]),
    layout([2, 3, size, 4], [1, 3]),
  ]),
  layout([8, 3, 32, 4], [1, 3]),
  layout([9, 3, 32, 4], [1, 3]),
  layout([256, 3, 1, 4], [1, 3]),
];

const long = [
  layout([5000, 7], [1]),
  layout([3, 4, 4099], [1]),
  layout([70000, 1], [1]),
  layout([70001, 2], [1]),
  layout([70001, 3], [1]),
  layout([600, 1030], [1]),
  layout([20, 300, 4, 30], [1, 3]),
];

/** Layouts by what is particular about them. */
export const layouts: readonly (readonly [string, readonly Layout[]])[] = [
  ["rows of every width from 1 to 70", rows],
  ["planes of every size from 1 to 70", planes],
  ["tensors of rank 5 along every choice of axes", everyAxes],
  ["ghost batches", ghostBatches],
  ["1022 to 40000 channels", manyChannels],
  ["as many samples as fill a block, and one less or more", blockEnds],
  ["thousands of elements per channel", long],
];

/** The groups with only the layouts whose views pass, without the groups that have none. */
export const layoutsWhere = (
  passes: (view: ChannelView) => boolean,
): readonly (readonly [string, readonly Layout[]])[] =>
  layouts
    .map(([name, all]) => [name, all.filter(({ view }) => passes(view))] as const)
    .filter(([, some]) => some.length > 0);

/** Uniform numbers in [centre − 1, centre + 1), as float32; the same for the same seed. */
export function uniform(length: number, seed: number, centre = 0): Float32Array {
  const random = generatorFor(seed);
  return Float32Array.from({ length }, () => centre + 2 * random() - 1);
}

/** The same about a centre that goes with the seed: −2, −1, 0, 1 or 2. */
export const uniformBatch = ({ elementCount }: ChannelView, seed: number): Float32Array =>
  uniform(elementCount, seed, (seed % 5) - 2);

/** The same about 0, one number per channel. */
export const uniformPerChannel = ({ channelCount }: ChannelView, seed: number): Float64Array =>
  Float64Array.from(uniform(channelCount, seed));
