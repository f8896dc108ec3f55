import { describe, expect, it } from "vitest";
import type { Kernels } from "@/engine/backend/kernels";
import { referenceKernels } from "@/engine/backend/reference";
import { channelView } from "@/engine/tensor/channel-view";
import { simdKernels, written } from "../../support/kernels";

describe.each<readonly [readonly number[], readonly number[]]>([
  [[0, 3], [1]],
  [[0], [0]],
  [[2, 0], [1]],
  [
    [2, 0, 3],
    [0, 2],
  ],
  [
    [2, 3, 0],
    [0, 2],
  ],
  [
    [2, 3, 0, 2],
    [0, 2],
  ],
])("an empty tensor of shape %j along %j", (shape, axes) => {
  const view = channelView(shape, axes);
  const empty = { data: new Float32Array(0) };
  const perChannel = new Float64Array(view.channelCount).fill(1);
  const round = Math.fround;
  const line = { scale: perChannel, offset: perChannel, round };

  it("is mapped to an empty one", () => {
    const nothing = new Float32Array(0);
    expect(written(0, (out) => simdKernels.affine(empty, view, line, out))).toEqual(nothing);
    const centred = { ...line, mean: perChannel };
    expect(written(0, (out) => simdKernels.centredAffine(empty, view, centred, out))).toEqual(
      nothing,
    );
  });

  it("has an empty gradient", () => {
    const operands = { x: empty, dy: empty };
    const given = {
      ...{ mean: perChannel, slope: perChannel, curvature: perChannel, offset: perChannel },
      round,
    };
    const dx = written(0, (out) => simdKernels.inputGradients(operands, view, given, out));
    expect(dx).toEqual(new Float32Array(0));
  });

  const onBoth = (run: (kernels: Kernels) => unknown): void =>
    expect(run(simdKernels)).toEqual(run(referenceKernels));

  it("has the reference's moments, with and without normalizing", () => {
    onBoth((kernels) => kernels.moments(empty, view, { round }));
    onBoth((kernels) => {
      const given = { epsilon: 1e-3, parameters: view.channelCount, isCentred: true, round };
      const affine = { gamma: perChannel, beta: null };
      const found = kernels.normalize(empty, view, { ...given, ...affine }, empty);
      return [found.shared, found.moments(), found.normalization()];
    });
  });

  it("has the reference's sums and gradients", () => {
    onBoth((kernels) => kernels.gradientSums(empty, empty, view, round));
    const given = { x: empty, dy: empty, mean: perChannel, inverseDeviation: perChannel };
    const backward = { ...given, scale: perChannel, round };
    onBoth((kernels) => kernels.trainingGradients(backward, view, empty));
    onBoth((kernels) => kernels.inferenceGradients(backward, view, empty));
  });
});
