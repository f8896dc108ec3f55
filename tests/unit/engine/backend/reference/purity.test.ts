import { describe, expect, it } from "vitest";
import type { BackwardInputs, BatchNormalizing } from "@/engine/backend/kernels";
import { referenceKernels } from "@/engine/backend/reference";
import { inferenceGradients, trainingGradients } from "@/engine/backend/reference/gradients";
import { unrounded } from "@/engine/core/rounding";
import type { Rounding } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import type { TensorData } from "@/engine/tensor/tensor";
import { gradientsOf } from "../../support/gradients";
import type { Gradients } from "../../support/gradients";

const view = channelView([2, 2], [1]);
const arrays = {
  x: Float64Array.of(1, 2, 3, 5),
  dy: Float64Array.of(1, -1, 2, 0.5),
  mean: Float64Array.of(2, 3.5),
  inverseDeviation: Float64Array.of(1, 0.5),
  scale: Float64Array.of(3, -1),
  elementWeights: Float64Array.of(1, 0, 0.5, 1),
};
const line = {
  scale: Float64Array.of(2, 3),
  offset: Float64Array.of(4, 5),
  slope: Float64Array.of(0.5, 7),
  curvature: Float64Array.of(-2, 0.25),
};
const operands = { x: { data: arrays.x }, dy: { data: arrays.dy } };

const everything = (): number[][] =>
  [...Object.values(arrays), ...Object.values(line), view.channelOf].map((array) =>
    Array.from<number>(array),
  );

const arraysOf = ({ inputs, scale, offset }: Gradients): TensorData[] => [inputs, scale, offset];

type Kernel = (round: Rounding, weighted: boolean) => readonly TensorData[];
const given = (round: Rounding, weighted: boolean): BackwardInputs => ({
  ...arrays,
  ...operands,
  elementWeights: weighted ? arrays.elementWeights : undefined,
  round,
});

/** A kernel's name, and what it writes and returns. */
const kernels: Readonly<Record<string, Kernel>> = {
  moments: (round, weighted) => {
    const { elementWeights } = given(round, weighted);
    const { mean, variance } = referenceKernels.moments(operands.x, view, {
      round,
      elementWeights,
    });
    return [mean, variance];
  },
  affine: (round) => {
    const out = new Float64Array(4);
    referenceKernels.affine(operands.x, view, { ...line, round }, { data: out });
    return [out];
  },
  centredAffine: (round) => {
    const out = new Float64Array(4);
    const { mean } = arrays;
    referenceKernels.centredAffine(operands.x, view, { ...line, mean, round }, { data: out });
    return [out];
  },
  "normalize about the mean": (round) => normalized({ isCentred: true, round }),
  "normalize along a line": (round) => normalized({ isCentred: false, round }),
  gradientSums: (round) => {
    const { dy, products } = referenceKernels.gradientSums(operands.x, operands.dy, view, round);
    return [dy, products];
  },
  inputGradients: (round) => {
    const dx = new Float64Array(4);
    const { mean } = arrays;
    referenceKernels.inputGradients(operands, view, { ...line, mean, round }, { data: dx });
    return [dx];
  },
  trainingGradients: (...how) => arraysOf(gradientsOf(trainingGradients, given(...how), view)),
  inferenceGradients: (...how) => arraysOf(gradientsOf(inferenceGradients, given(...how), view)),
};

function normalized(how: Pick<BatchNormalizing, "isCentred" | "round">): readonly TensorData[] {
  const out = new Float64Array(4);
  const affine = { gamma: line.scale, beta: line.offset };
  const found = referenceKernels.normalize(
    operands.x,
    view,
    { epsilon: 0.5, parameters: 2, ...affine, ...how },
    { data: out },
  );
  const { mean, variance } = found.moments();
  const { inverseDeviation, scale, offset } = found.normalization();
  return [out, mean, variance, inverseDeviation, scale, offset];
}

describe.each(Object.entries(kernels))("the kernel %s", (_, run) => {
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
