import type { AdjustmentFunction, BatchNormArguments, LayerOptions, Mask } from "@/engine";
import { uniform } from "./layouts";
import { range } from "./naive";

/** A layer and how it is called. */
export interface Setting {
  readonly args?: BatchNormArguments;
  readonly profile?: NonNullable<LayerOptions["profile"]>;
  readonly shape: readonly number[];
  /** What the training calls are given besides `training`. */
  readonly call?: { readonly mask: Mask };
  /** What the inputs lie about. */
  readonly centre?: number;
}

type Named = readonly [name: string, setting: Setting];

/** An adjustment that varies along some axes of the inputs. */
export const adjustedAlong =
  (varies: (axis: number, rank: number) => boolean): AdjustmentFunction =>
  (inputs) => {
    const shape = inputs.map((size, axis) => (varies(axis, inputs.length) ? size : 1));
    const size = shape.reduce((product, length) => product * length, 1);
    return [
      { shape, data: uniform(size, 31, 1.5) },
      { shape, data: uniform(size, 32) },
    ];
  };

export const adjustments = {
  "per feature": adjustedAlong((axis, rank) => axis === rank - 1),
  "per example": adjustedAlong((axis) => axis === 0),
  "per element": adjustedAlong(() => true),
  "per example and column": adjustedAlong((axis) => axis === 0 || axis === 2),
} satisfies Readonly<Record<string, AdjustmentFunction>>;

const twoOfThree: readonly boolean[] = range(33).map((row) => row % 3 !== 0);

const shapes = (name: string, all: readonly (readonly number[])[], args?: BatchNormArguments) =>
  all.map((shape): Named => [`${name} of [${shape.join(", ")}]`, { shape, ...(args && { args }) }]);

const rows = [
  [1, 4],
  [2, 1],
  [7, 1],
  [33, 3],
  [50, 16],
  [101, 17],
  [37, 1030],
  [70, 2051],
];

const images = [
  [5, 3, 7, 3],
  [2, 65, 5, 5],
  [9, 1, 7, 1],
];

const volumes = [
  [3, 2, 3, 5, 3],
  [2, 3, 3, 3, 7],
];

const of33 = (args: BatchNormArguments, more: Partial<Setting> = {}): Setting => ({
  shape: [33, 3],
  args,
  ...more,
});

const clipping = { rmax: 1.1, rmin: 0.9, dmax: 0.1 };

/** Layers of every kind, with up to 125 elements behind each statistic. */
export const settings: readonly Named[] = [
  ...shapes("rows", rows),
  ...shapes("fused images, channels last,", [...images, [3, 1, 2, 1030]]),
  ...shapes("fused images, channels first,", [...images, [5, 1030, 1, 3]], { axis: 1 }),
  ...shapes("fused volumes, channels last,", volumes),
  ...shapes("fused volumes, channels first,", volumes, { axis: 1 }),
  ...shapes("unfused images", images, { fused: false }),
  ["ghost batches of rows", of33({ virtual_batch_size: 11 })],
  ["ghost batches of 1030 channels", { shape: [9, 1030], args: { virtual_batch_size: 3 } }],
  ["ghost batches of one example", { shape: [6, 5], args: { virtual_batch_size: 1 } }],
  [
    "ghost batches of images, channels first",
    { shape: [20, 3, 5, 5], args: { virtual_batch_size: 5, axis: 1 } },
  ],
  ["renorm", of33({ renorm: true })],
  ["renorm with bounds", of33({ renorm: true, renorm_clipping: clipping })],
  ["renorm of TensorFlow 1.14", of33({ renorm: true }, { profile: "tf-1.14-v2" })],
  ["renorm of 1030 channels", { shape: [37, 1030], args: { renorm: true } }],
  ["renorm of ghost batches", of33({ renorm: true, virtual_batch_size: 11 })],
  ...Object.entries(adjustments).map(([name, adjustment]): Named => [
    `an adjustment ${name}`,
    { shape: [5, 3, 7, 3], args: { adjustment } },
  ]),
  [
    "an adjustment per example, channels first",
    { shape: [5, 3, 7, 3], args: { axis: 1, adjustment: adjustments["per example"] } },
  ],
  [
    "an adjustment per element after renorm",
    of33({ renorm: true, adjustment: adjustments["per element"] }),
  ],
  ["a mask", of33({}, { call: { mask: twoOfThree } })],
  [
    "a mask with an adjustment per example",
    of33({ adjustment: adjustments["per example"] }, { call: { mask: twoOfThree } }),
  ],
  ["a mask with renorm", of33({ renorm: true }, { call: { mask: twoOfThree } })],
  ["a frozen layer", of33({ trainable: false })],
  ["a frozen layer of TensorFlow 1.14", of33({ trainable: false }, { profile: "tf-1.14-v1" })],
  ["no β", of33({ center: false })],
  ["no γ", of33({ scale: false })],
  ["neither γ nor β", { shape: [5, 3, 7, 3], args: { center: false, scale: false } }],
  ["no γ with ghost batches", of33({ scale: false, virtual_batch_size: 3 })],
  ["an empty batch of rows", { shape: [0, 3] }],
  ["an empty batch of images", { shape: [0, 3, 2, 3] }],
  ["the axes 0 and 2", { shape: [4, 33, 3], args: { axis: [0, 2] } }],
  ["the axes 1 and 3", { shape: [7, 3, 9, 2], args: { axis: [1, 3] } }],
  ["all axes", { shape: [4, 3], args: { axis: [0, 1] } }],
  ["axis 0", { shape: [4, 33], args: { axis: 0 } }],
];
