import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, DType, Tensor, Trace } from "@/engine";
import { listOf, seeded } from "../support/arbitraries";
import { naiveChannels } from "../support/naive";
import { shaped } from "../support/tensors";
import { numbersOf, profileIds } from "./problems";

/** The elements of a tensor in the order of its transpose; `order` names the source axis of each new axis. */
function transposed(
  values: readonly number[],
  shape: readonly number[],
  order: readonly number[],
): number[] {
  const target = order.map((axis) => shape[axis]!);
  // naiveChannels over all axes numbers the elements in row-major order; kept axes are sorted, so the position is
  // built one axis at a time.
  const positions = order.map((_, axis) => naiveChannels(target, [axis]));
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((size, n) => size * n, 1));
  return Array.from({ length: values.length }, (_, i) => {
    const source = order.reduce((sum, axis, k) => sum + positions[k]![i]! * strides[axis]!, 0);
    return values[source]!;
  });
}

interface Layout {
  readonly rank: number;
  readonly toLast: readonly number[];
}
const layouts: readonly Layout[] = [
  { rank: 3, toLast: [0, 2, 1] },
  { rank: 4, toLast: [0, 2, 3, 1] },
  { rank: 5, toLast: [0, 2, 3, 4, 1] },
];

const cases = fc.constantFrom(...layouts).chain(({ rank, toLast }) =>
  fc.array(fc.integer({ min: 1, max: 3 }), { minLength: rank, maxLength: rank }).chain((shape) => {
    const size = shape.reduce((count, n) => count * n, 1);
    return fc.record({
      shape: fc.constant(shape),
      toLast: fc.constant(toLast),
      x: listOf(size, 5),
      dy: listOf(size, 2),
      profile: fc.constantFrom(...profileIds),
    });
  }),
);

describe.each<[DType, number]>([
  ["float32", 1e-5],
  ["float64", 1e-10],
])("channels first (%s)", (dtype, tolerance) => {
  it.each<[string, BatchNormArguments]>([
    ["plain", {}],
    ["renorm", { renorm: true }],
  ])(
    "%s: statistics, outputs and gradients are those of the transposed batch with channels last (150 cases)",
    (_, args) => {
      fc.assert(
        fc.property(cases, ({ shape, toLast, x, dy, profile }) => {
          const lastShape = toLast.map((axis) => shape[axis]!);
          const run = (
            axis: number,
            of: readonly number[],
            values: readonly (readonly number[])[],
          ): {
            trace: Trace;
            inputs: Tensor;
            weights: readonly Tensor[];
            fused: boolean | null;
          } => {
            const layer = new BatchNormalization(
              { axis, dtype, epsilon: 0.1, momentum: 0.5, ...args },
              { profile },
            );
            const trace = layer.trace(shaped(dtype)(of, values[0]!), { training: true });
            const { inputs } = trace.vjp(shaped(dtype)(of, values[1]!));
            return { trace, inputs, weights: layer.getWeights(), fused: layer.fused };
          };
          const first = run(1, shape, [x, dy]);
          const last = run(-1, lastShape, [
            transposed(x, shape, toLast),
            transposed(dy, shape, toLast),
          ]);
          const close = { relative: tolerance, absolute: tolerance };
          const moved = (tensor: Tensor): number[] => transposed(numbersOf(tensor), shape, toLast);
          expect(last.fused).toBe(first.fused);
          expect(last.weights.map(numbersOf)).toBeAllClose(first.weights.map(numbersOf), close);
          expect(numbersOf(last.trace.outputs)).toBeAllClose(moved(first.trace.outputs), close);
          expect(numbersOf(last.inputs)).toBeAllClose(moved(first.inputs), close);
        }),
        seeded(150),
      );
    },
  );
});

it("rank 4 in float32 is fused with channels first and last alike, rank 5 only in the latest versions", () => {
  const fusedOf = (profile: (typeof profileIds)[number], rank: number): (boolean | null)[] =>
    [1, -1].map((axis) => {
      const layer = new BatchNormalization({ axis }, { profile });
      layer.build(new Array<number>(rank).fill(2));
      return layer.fused;
    });
  for (const profile of profileIds) {
    const latest = profile.startsWith("keras-2");
    expect(fusedOf(profile, 4)).toEqual([true, true]);
    expect(fusedOf(profile, 5)).toEqual([latest, latest]);
    for (const rank of [2, 3, 6]) expect(fusedOf(profile, rank)).toEqual([false, false]);
  }
});
