import { describe, expect, it } from "vitest";
import type { BackwardInputs, Gradients } from "@/engine/backend/kernels";
import { referenceKernels } from "@/engine/backend/reference";
import { unrounded } from "@/engine/core/rounding";
import type { Rounding } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import type { TensorData } from "@/engine/tensor/tensor";

const view = channelView([2, 2], [1]);
const arrays = {
  x: Float64Array.of(1, 2, 3, 5),
  dy: Float64Array.of(1, -1, 2, 0.5),
  mean: Float64Array.of(2, 3.5),
  inverseDeviation: Float64Array.of(1, 0.5),
  scale: Float64Array.of(3, -1),
  elementWeights: Float64Array.of(1, 0, 0.5, 1),
};
const line = { scale: Float64Array.of(2, 3), offset: Float64Array.of(4, 5) };

const everything = (): number[][] =>
  [...Object.values(arrays), ...Object.values(line), view.channelOf].map((array) =>
    Array.from<number>(array),
  );

const arraysOf = ({ inputs, scale, offset }: Gradients): TensorData[] => [inputs, scale, offset];

type Kernel = (round: Rounding, weighted: boolean) => readonly TensorData[];
const given = (round: Rounding, weighted: boolean): BackwardInputs => ({
  ...arrays,
  elementWeights: weighted ? arrays.elementWeights : undefined,
  round,
});

const kernels: readonly (readonly [string, Kernel])[] = [
  [
    "moments",
    (round, weighted) => {
      const { elementWeights } = given(round, weighted);
      const { mean, variance } = referenceKernels.moments(arrays.x, view, {
        round,
        elementWeights,
      });
      return [mean, variance];
    },
  ],
  [
    "affine",
    (round) => {
      const out = new Float64Array(4);
      referenceKernels.affine(arrays.x, view, { ...line, round }, out);
      return [out];
    },
  ],
  [
    "trainingGradients",
    (...how) => arraysOf(referenceKernels.trainingGradients(given(...how), view)),
  ],
  [
    "inferenceGradients",
    (...how) => arraysOf(referenceKernels.inferenceGradients(given(...how), view)),
  ],
];

describe.each(kernels)("the kernel %s", (_, run) => {
  it.each<[string, Rounding, boolean]>([
    ["unrounded", unrounded, false],
    ["unrounded, with weighted elements", unrounded, true],
    ["rounded to float32", Math.fround, false],
    ["rounded to float32, with weighted elements", Math.fround, true],
  ])(
    "changes none of its inputs, returns new storage and repeats itself bit for bit, %s",
    (_how, round, weighted) => {
      const before = everything();
      const first = run(round, weighted);
      const copies = first.map((array) => Array.from(array));
      const second = run(round, weighted);
      expect(second.map((array) => Array.from(array))).toEqual(copies);
      for (const array of [...first, ...second]) array.fill(Number.NaN);
      expect(everything()).toEqual(before);
    },
  );
});
