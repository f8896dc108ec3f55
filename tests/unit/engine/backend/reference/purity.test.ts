import { describe, expect, it } from "vitest";
import type { Gradients } from "@/engine/backend/kernels";
import type { TensorData } from "@/engine/tensor/tensor";
import { referenceKernels } from "@/engine/backend/reference";
import { channelView } from "@/engine/tensor/channel-view";

const view = channelView([2, 2], [1]);
const given = {
  x: Float64Array.of(1, 2, 3, 5),
  dy: Float64Array.of(1, -1, 2, 0.5),
  mean: Float64Array.of(2, 3.5),
  inverseDeviation: Float64Array.of(1, 0.5),
  gamma: Float64Array.of(3, -1),
};
const line = { scale: Float64Array.of(2, 3), offset: Float64Array.of(4, 5) };

const everything = (): number[][] =>
  [...Object.values(given), ...Object.values(line), view.channelOf].map((array) =>
    Array.from<number>(array),
  );

const arraysOf = ({ inputs, gamma, beta }: Gradients): TensorData[] => [inputs, gamma, beta];

describe.each<[string, () => readonly TensorData[]]>([
  [
    "moments",
    () => {
      const { mean, variance } = referenceKernels.moments(given.x, view);
      return [mean, variance];
    },
  ],
  [
    "affine",
    () => {
      const out = new Float64Array(4);
      referenceKernels.affine(given.x, view, line, out);
      return [out];
    },
  ],
  ["trainingGradients", () => arraysOf(referenceKernels.trainingGradients(given, view))],
  ["inferenceGradients", () => arraysOf(referenceKernels.inferenceGradients(given, view))],
])("the kernel %s", (_, run) => {
  it("changes none of its inputs, returns new storage and repeats itself bit for bit", () => {
    const before = everything();
    const first = run();
    const copies = first.map((array) => Array.from(array));
    const second = run();
    expect(second.map((array) => Array.from(array))).toEqual(copies);
    for (const array of [...first, ...second]) array.fill(Number.NaN);
    expect(everything()).toEqual(before);
  });
});
