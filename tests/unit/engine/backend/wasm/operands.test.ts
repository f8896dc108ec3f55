import { describe, expect, it } from "vitest";
import type { Kernels, Operand } from "@/engine/backend/kernels";
import { wasmKernels } from "@/engine/backend/wasm";
import type { KernelMemory } from "@/engine/backend/wasm/kernel-memory";
import { ResidentTensor } from "@/engine/backend/wasm/resident-tensor";
import { channelView } from "@/engine/tensor/channel-view";
import type { ChannelView } from "@/engine/tensor/channel-view";
import { firstDifference, simdBackend } from "../../support/kernels";
import { uniform, uniformPerChannel } from "../../support/layouts";
import { range } from "../../support/naive";
import { refusedBy } from "../../support/refused";

/** A kernel on two tensors and, where it writes, a third; its other inputs are made up. Returns its numbers. */
type Run = (kernels: Kernels, view: ChannelView, given: Operands) => readonly ArrayLike<number>[];

type Operands = Readonly<Record<"x" | "dy" | "out", Operand>>;

const round = Math.fround;
const coefficients = (view: ChannelView) => ({
  mean: uniformPerChannel(view, 3),
  scale: uniformPerChannel(view, 4),
  offset: uniformPerChannel(view, 5),
  round,
});

const gradientsBy =
  (name: "trainingGradients" | "inferenceGradients"): Run =>
  (kernels, view, { x, dy, out }) => {
    const inverseDeviation = uniformPerChannel(view, 6);
    const given = { x, dy, ...coefficients(view), inverseDeviation };
    const { scale, offset } = kernels[name](given, view, out);
    return [scale, offset];
  };

const runs: Readonly<Record<string, Run>> = {
  moments: (kernels, view, { x }) => {
    const { mean, variance } = kernels.moments(x, view, { round });
    return [mean, variance];
  },
  affine: (kernels, view, { x, out }) => {
    kernels.affine(x, view, coefficients(view), out);
    return [];
  },
  centredAffine: (kernels, view, { x, out }) => {
    kernels.centredAffine(x, view, coefficients(view), out);
    return [];
  },
  normalize: (kernels, view, { x, out }) => {
    const given = { epsilon: 1e-3, parameters: view.channelCount, isCentred: true, round };
    const { scale: gamma, offset: beta } = coefficients(view);
    const { shared } = kernels.normalize(x, view, { ...given, gamma, beta }, out);
    return [shared.mean, shared.variance];
  },
  gradientSums: (kernels, view, { x, dy }) => {
    const { dy: sums, products } = kernels.gradientSums(x, dy, view, round);
    return [sums, products];
  },
  inputGradients: (kernels, view, { x, dy, out }) => {
    const { scale: slope, ...rest } = coefficients(view);
    const line = { ...rest, slope, curvature: uniformPerChannel(view, 7) };
    kernels.inputGradients({ x, dy }, view, line, out);
    return [];
  },
  trainingGradients: gradientsBy("trainingGradients"),
  inferenceGradients: gradientsBy("inferenceGradients"),
};

const views = [
  ...range(35).map((n) => channelView([33, n + 1], [1])),
  ...range(35).map((n) => channelView([3, 5, n + 1], [1])),
  channelView([300, 1], [1]),
  channelView([301, 3], [1]),
  channelView([7, 1029], [1]),
  channelView([3, 5, 4, 3], [1, 3]),
];

const outside = (view: ChannelView) => ({
  x: { data: uniform(view.elementCount, 1) },
  dy: { data: uniform(view.elementCount, 2) },
  out: { data: new Float32Array(view.elementCount) },
});

/** Numbers in a memory. */
function resident(data: Float32Array, memory: KernelMemory): ResidentTensor {
  const tensor = new ResidentTensor([data.length], "float32", memory);
  tensor.data.set(data);
  return tensor;
}

describe.each(Object.entries(runs))("the kernel %s", (_, run) => {
  it("gives the same bits for tensors in its memory as for others, changes no inputs and writes nothing behind the output", () => {
    const { memory, exports } = simdBackend();
    const kernels = wasmKernels({ memory, exports });
    for (const view of views) {
      const plain = outside(view);
      const expected = run(kernels, view, plain);
      const { x, dy, out } = outside(view);
      expect([plain.x, plain.dy]).toEqual([x, dy]);
      const behind = new Float32Array(64).fill(7);
      const tensors = {
        x: resident(x.data, memory),
        dy: resident(dy.data, memory),
        out: resident(Float32Array.of(...out.data, ...behind), memory),
      };
      const found = run(kernels, view, tensors);
      expected.forEach((numbers, i) => expect(firstDifference(found[i]!, numbers)).toBeNull());
      expect([tensors.x.data, tensors.dy.data]).toEqual([x.data, dy.data]);
      const outputs = Float32Array.of(...plain.out.data, ...behind);
      expect(firstDifference(tensors.out.data, outputs)).toBeNull();
      for (const tensor of Object.values(tensors)) tensor.dispose();
    }
  });

  it("gives the same bits for tensors in another memory", () => {
    const kernels = wasmKernels(simdBackend());
    const { memory } = simdBackend();
    const view = channelView([33, 5], [1]);
    const plain = outside(view);
    const expected = run(kernels, view, plain);
    const elsewhere = {
      x: resident(plain.x.data, memory),
      dy: resident(plain.dy.data, memory),
      out: resident(new Float32Array(view.elementCount), memory),
    };
    expect(run(kernels, view, elsewhere)).toEqual(expected);
    expect(elsewhere.out.data).toEqual(plain.out.data);
  });

  it("keeps none of the memory it copies tensors to, not even where there is no room for them", () => {
    const { memory, exports } = simdBackend(2 ** 20);
    const kernels = wasmKernels({ memory, exports });
    const small = channelView([33, 5], [1]);
    const first = outside(small);
    const expected = run(kernels, small, first);
    const { bytesInUse } = memory;
    const large = channelView([200_000, 1], [1]);
    expect(refusedBy(() => run(kernels, large, outside(large))).code).toBe("backend-memory");
    expect(memory.bytesInUse).toBe(bytesInUse);
    const again = outside(small);
    expect(run(kernels, small, again)).toEqual(expected);
    expect(again).toEqual(first);
    expect(memory.bytesInUse).toBe(bytesInUse);
  });

  it("refuses a tensor that was disposed of", () => {
    const { memory, exports } = simdBackend();
    const view = channelView([2, 3], [1]);
    const x = resident(new Float32Array(6), memory);
    x.dispose();
    const { message } = refusedBy(() =>
      run(wasmKernels({ memory, exports }), view, { ...outside(view), x, dy: x }),
    );
    expect(message).toBe(
      "a tensor must not be used after dispose(). Received: a disposed tensor of shape [6]",
    );
  });
});
