import { expect, it } from "vitest";
import type { BatchNormArguments } from "@/engine";
import { refusedBy } from "../../support/refused";
import type { LayerMaker } from "../support/called-layer";
import { tensorOf } from "../support/layers";
import { around100, expectNorm100 } from "../support/norm-100";
import { uniform } from "../support/numbers";

const rank3 = [5, 4, 3];
const rank4 = [5, 4, 3, 6];

interface AxisCase {
  readonly test: string;
  readonly args: BatchNormArguments;
  readonly shape: readonly number[];
  /** The resolved axes. */
  readonly axes: readonly number[];
  readonly parameters: readonly number[];
  readonly fused: boolean;
}

const cases: readonly AxisCase[] = [
  {
    test: "test3DInputAxis1",
    args: { axis: 1 },
    shape: rank3,
    axes: [1],
    parameters: [4],
    fused: false,
  },
  {
    test: "test3DInputAxis2",
    args: { axis: 2 },
    shape: rank3,
    axes: [2],
    parameters: [3],
    fused: false,
  },
  {
    test: "test4DInputAxis1",
    args: { axis: 1 },
    shape: rank4,
    axes: [1],
    parameters: [4],
    fused: true,
  },
  {
    test: "test4DInputAxis2",
    args: { axis: 2 },
    shape: rank4,
    axes: [2],
    parameters: [3],
    fused: false,
  },
  {
    test: "test4DInputAxis3",
    args: { axis: 3 },
    shape: rank4,
    axes: [3],
    parameters: [6],
    fused: true,
  },
  {
    test: "test4DInputAxis3Fused",
    args: { axis: 3, fused: true },
    shape: rank4,
    axes: [3],
    parameters: [6],
    fused: true,
  },
  {
    test: "test4DInputAxis1Fused",
    args: { axis: 1, fused: true },
    shape: rank4,
    axes: [1],
    parameters: [4],
    fused: true,
  },
  {
    test: "testNegativeAxis",
    args: { axis: -1 },
    shape: rank4,
    axes: [3],
    parameters: [6],
    fused: true,
  },
  {
    test: "test3DInputMultiAxis12",
    args: { axis: [1, 2] },
    shape: rank3,
    axes: [1, 2],
    parameters: [1, 4, 3],
    fused: false,
  },
  {
    test: "test5DInputMultiAxis123",
    args: { axis: [1, 2, 3] },
    shape: [5, 3, 4, 4, 3],
    axes: [1, 2, 3],
    parameters: [1, 3, 4, 4, 1],
    fused: false,
  },
];

/** TensorFlow's tests of the axes, for layers of any kind. */
export function axesSuite(make: LayerMaker): void {
  it.each(cases)(
    "$test: 100 training calls normalize, within 0.05, and move the statistics there, within 0.01",
    ({ args, shape, axes, parameters, fused }) => {
      const called = make({ ...args, epsilon: 1e-3, momentum: 0.9 }, shape);
      const { layer } = called;
      expectNorm100(called, around100(shape), axes);
      expect(layer.fused).toBe(fused);
      expect(layer.axis).toEqual(axes);
      expect(layer.weights.map(({ value }) => value.shape)).toEqual(
        new Array(4).fill([...parameters]),
      );
    },
  );

  it.each([
    { axis: [1, 4], message: /axis/ },
    { axis: [-5, 1], message: /axis/ },
    { axis: [1, 2, 1], message: /[Dd]uplicate/ },
  ])("testMultiAxisInvalid: axis $axis of rank 4 is a ValueError", ({ axis, message }) => {
    const shape = [6, 5, 4, 3];
    const { layer, call } = make({ axis }, shape);
    const refused = refusedBy(() => call(tensorOf(shape, uniform(shape, 1)), false));
    expect(refused.kind).toBe("ValueError");
    expect(refused.message).toMatch(message);
    expect(layer.built).toBe(false);
  });
}
