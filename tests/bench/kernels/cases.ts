import type { BatchNormArguments } from "@/engine";

/** A shape of the inputs and a way to normalize them. */
export interface Case {
  readonly name: string;
  readonly shape: readonly number[];
  readonly axis: number;
  readonly layer: BatchNormArguments;
  /** Whether it is the arithmetic that every library has. */
  readonly isPlain: boolean;
}

const named = (shape: readonly number[], variant?: string): string =>
  [`[${shape.join(", ")}]`, ...(variant === undefined ? [] : [variant])].join(" ");

const plain = (shape: readonly number[], axis: number): Case => ({
  name: named(shape),
  shape,
  axis,
  layer: { axis, fused: false },
  isPlain: true,
});

const examples = 65536;
const channels = 64;

const variant = (name: string, layer: BatchNormArguments): Case => ({
  name: named([examples, channels], name),
  shape: [examples, channels],
  axis: 1,
  layer: { axis: 1, fused: false, ...layer },
  isPlain: false,
});

const perChannel = (at: (channel: number) => number) => ({
  shape: [1, channels],
  data: Float32Array.from({ length: channels }, (_, channel) => at(channel)),
});
const scale = perChannel((channel) => 1 + channel / 1000);
const bias = perChannel((channel) => channel / 100);

/** The fused implementation exists for images only: here of one pixel each. */
const fused: Case = {
  name: named([examples, 1, 1, channels], "fused"),
  shape: [examples, 1, 1, channels],
  axis: 3,
  layer: { axis: 3, fused: true },
  isPlain: false,
};

export const cases = {
  tiny: plain([256, channels], 1),
  small: plain([4096, channels], 1),
  medium: plain([examples, channels], 1),
  large: plain([262144, channels], 1),
  images: plain([32, channels, 56, 56], 1),
  deepImages: plain([32, 256, 14, 14], 1),
  ghost: variant("16 ghost batches", { virtual_batch_size: 4096 }),
  smallGhost: variant("256 ghost batches", { virtual_batch_size: 256 }),
  renorm: variant("renorm", {
    renorm: true,
    renorm_clipping: { rmax: 3, rmin: 1 / 3, dmax: 5 },
  }),
  adjustment: variant("adjustment", { adjustment: () => [scale, bias] }),
  fused,
} as const satisfies Record<string, Case>;
