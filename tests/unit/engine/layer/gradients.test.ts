import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, Mask, ProfileId, Tensor, Trace } from "@/engine";
import { listOf, seeded } from "../support/arbitraries";
import { grouped, range } from "../support/naive";
import { float32, float64 } from "../support/tensors";

/** 4 examples of 3 positions and 2 channels; ghost batches of 2 are examples 0 and 2, and 1 and 3. */
const shape = [4, 3, 2];
const size = 24;
const epsilon = 0.5;
const exampleOf = (i: number): number => Math.floor(i / 6);

interface Problem {
  readonly x: readonly number[];
  readonly dy: readonly number[];
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
  /** Per channel. */
  readonly a: readonly number[];
  /** Per position. */
  readonly b: readonly number[];
}

const problems: fc.Arbitrary<Problem> = fc.record({
  x: listOf(size, 3),
  dy: listOf(size, 3),
  gamma: listOf(2, 3),
  beta: listOf(2, 3),
  a: listOf(2, 3),
  b: listOf(3, 3),
});

interface Setting {
  readonly args: BatchNormArguments;
  readonly profile?: ProfileId;
  readonly ghosts?: number;
  /** Whether the problem's a and b are applied. */
  readonly adjusts?: boolean;
  readonly mask?: readonly (readonly number[])[];
}

function traced(setting: Setting, given: Problem): Trace {
  const { args, profile, adjusts, mask } = setting;
  const layer = new BatchNormalization(
    {
      dtype: "float64",
      epsilon,
      ...args,
      ...(adjusts && { adjustment: () => [given.a, given.b.map((value) => [value])] as const }),
    },
    { ...(profile && { profile }) },
  );
  layer.build(shape);
  // One step on other numbers, so that renorm's correction is neither that of its initial values nor 1 and 0.
  layer.call(
    float64(
      shape,
      range(size).map((i) => Math.sin(i)),
    ),
    { training: true },
  );
  const { shape: parameters } = layer.getWeights()[0]!;
  layer.assign({ gamma: float64(parameters, given.gamma), beta: float64(parameters, given.beta) });
  return layer.trace(float64(shape, given.x), {
    training: true,
    ...(mask && { mask: mask as Mask }),
  });
}

/** Σ y·dy by the definition, with renorm's r and d as they are. */
function loss(
  { ghosts = 1, adjusts, mask }: Setting,
  given: Problem,
  renorm: { readonly r: readonly number[]; readonly d: readonly number[] },
): number {
  const groups = range(size).map((i) => (exampleOf(i) % ghosts) * 2 + (i % 2));
  const weights =
    mask === undefined
      ? given.x.map(() => 1)
      : range(size).map((i) => mask.flat()[Math.floor(i / 2)]!);
  const totals = grouped(weights, groups).map((w) => w.reduce((sum, value) => sum + value, 0));
  const averaged = (values: readonly number[]): number[] =>
    grouped(
      values.map((value, i) => value * weights[i]!),
      groups,
    ).map((group, c) => group.reduce((sum, value) => sum + value, 0) / totals[c]!);
  const means = averaged(given.x);
  const variances = averaged(given.x.map((value, i) => (value - means[groups[i]!]!) ** 2));
  return given.x.reduce((sum, value, i) => {
    const [group, c] = [groups[i]!, i % 2];
    const normalized = (value - means[group]!) / Math.sqrt(variances[group]! + epsilon);
    const corrected = normalized * renorm.r[c]! + renorm.d[c]!;
    const adjusted = adjusts
      ? given.a[c]! * corrected + given.b[Math.floor(i / 2) % 3]!
      : corrected;
    return sum + (given.gamma[c]! * adjusted + given.beta[c]!) * given.dy[i]!;
  }, 0);
}

const step = 1e-5;

/** The central difference quotient of the loss in each number of one part of the problem. */
function slopes(setting: Setting, given: Problem, part: keyof Problem, trace: Trace): number[] {
  const renorm = {
    r: Array.from(trace.renorm?.r.data ?? [1, 1]),
    d: Array.from(trace.renorm?.d.data ?? [0, 0]),
  };
  const at = (i: number, value: number): number =>
    loss(setting, { ...given, [part]: given[part].with(i, value) }, renorm);
  return given[part].map((value, i) => (at(i, value + step) - at(i, value - step)) / (2 * step));
}

const unclipped: BatchNormArguments = { renorm: true, renorm_momentum: 0.5 };
const clipped: BatchNormArguments = {
  ...unclipped,
  renorm_clipping: { rmin: 0.5, rmax: 1.5, dmax: 0.25 },
};
const mask = [
  [1, 1, 0],
  [1, 0, 0],
  [0.5, 1, 1],
  [1, 1, 2],
];

describe.each<[string, Setting]>([
  ["an adjustment", { args: {}, adjusts: true }],
  ["ghost batches", { args: { virtual_batch_size: 2 }, ghosts: 2 }],
  ["ghost batches of one example", { args: { virtual_batch_size: 1 }, ghosts: 4 }],
  ["renorm", { args: unclipped }],
  ["clipped renorm", { args: clipped }],
  ["weighted renorm", { args: unclipped, profile: "tf-1.14-v2" }],
  ["clipped weighted renorm", { args: clipped, profile: "tf-1.14-v1" }],
  ["renorm and an adjustment", { args: unclipped, adjusts: true }],
  ["renorm and ghost batches", { args: { ...unclipped, virtual_batch_size: 2 }, ghosts: 2 }],
  ["a mask", { args: {}, mask }],
  ["a mask and renorm", { args: unclipped, mask }],
])("the gradients with %s", (_, setting) => {
  it("equal central differences of the definition, r and d held, within 1e-6 relative + absolute (40 cases)", () => {
    fc.assert(
      fc.property(problems, (given) => {
        const trace = traced(setting, given);
        const found = trace.vjp(float64(shape, given.dy));
        const close = { relative: 1e-6, absolute: 1e-6 };
        expect(found.inputs.data).toBeAllClose(slopes(setting, given, "x", trace), close);
        expect(found.gamma!.data).toBeAllClose(slopes(setting, given, "gamma", trace), close);
        expect(found.beta!.data).toBeAllClose(slopes(setting, given, "beta", trace), close);
        expect(found.adjustment === undefined).toBe(setting.adjusts !== true);
        if (!setting.adjusts) return;
        expect(found.adjustment!.scale.data).toBeAllClose(
          slopes(setting, given, "a", trace),
          close,
        );
        expect(found.adjustment!.bias.data).toBeAllClose(slopes(setting, given, "b", trace), close);
      }),
      seeded(40),
    );
  });

  it("are those of the outputs: the definition gives Σ outputs·dy within 1e-10 (40 cases)", () => {
    fc.assert(
      fc.property(problems, (given) => {
        const trace = traced(setting, given);
        const renorm = {
          r: Array.from(trace.renorm?.r.data ?? [1, 1]),
          d: Array.from(trace.renorm?.d.data ?? [0, 0]),
        };
        const outputs = Array.from(trace.outputs.data);
        const sum = outputs.reduce((total, y, i) => total + y * given.dy[i]!, 0);
        expect(sum).toBeAllClose(loss(setting, given, renorm), {
          relative: 1e-10,
          absolute: 1e-10,
        });
      }),
      seeded(40),
    );
  });
});

describe("the gradients of an adjustment", () => {
  const x = float64([2, 2], [1, 5, 3, 9]);
  const trace = (args: BatchNormArguments): Trace =>
    new BatchNormalization({ dtype: "float64", epsilon: 0, ...args }).trace(x, { training: true });

  it("are shaped as it gave them: numbers, vectors, and whole inputs", () => {
    const dy = float64([2, 2], [1, 2, 3, 4]);
    const scalar = trace({ adjustment: () => [2, [[1], [1]]] }).vjp(dy).adjustment!;
    // x̂ = −1, −1, 1, 1: da = −1 − 2 + 3 + 4.
    expect(scalar.scale).toEqual(float64([], [4]));
    expect(scalar.bias).toEqual(float64([2, 1], [3, 7]));
    const whole = trace({
      adjustment: () => [
        [
          [1, 1],
          [1, 1],
        ],
        0,
      ],
    }).vjp(dy).adjustment!;
    expect(whole.scale).toEqual(float64([2, 2], [-1, -2, 3, 4]));
    expect(whole.bias).toEqual(float64([], [10]));
  });

  it("contain γ, and are absent at inference", () => {
    const layer = new BatchNormalization({
      dtype: "float64",
      epsilon: 0,
      adjustment: () => [1, 0],
      gamma_initializer: { class_name: "Constant", config: { value: 5 } },
    });
    const ones = float64([2, 2], [1, 1, 1, 1]);
    const { adjustment } = layer.trace(x, { training: true }).vjp(ones);
    expect(adjustment).toEqual({ scale: float64([], [0]), bias: float64([], [20]) });
    expect(Object.keys(layer.trace(x).vjp(ones))).toEqual(["inputs", "gamma", "beta"]);
  });

  it("of a 16-bit layer are float32", () => {
    const layer = new BatchNormalization({ dtype: "float16", adjustment: () => [1, 0] });
    const { inputs, gamma, adjustment } = layer
      .trace(
        [
          [1, 5],
          [3, 9],
        ],
        { training: true },
      )
      .vjp([
        [1, 1],
        [1, 1],
      ]);
    expect([inputs.dtype, gamma!.dtype, adjustment!.scale.dtype]).toEqual([
      "float16",
      "float32",
      "float32",
    ]);
  });
});

describe("the gradients of a layer without γ, or without β", () => {
  const x = float64([4, 1], [1, 10, 3, 30]);
  const dy = float64([4, 1], [1, 2, 3, 5]);
  const keysOf = (args: BatchNormArguments): string[] =>
    Object.keys(
      new BatchNormalization({ dtype: "float64", ...args }).trace(x, { training: true }).vjp(dy),
    );

  it("have no entry for it, also with renorm, ghost batches or an adjustment", () => {
    for (const more of [{ renorm: true }, { virtual_batch_size: 2 }]) {
      expect(keysOf({ scale: false, ...more })).toEqual(["inputs", "beta"]);
      expect(keysOf({ center: false, ...more })).toEqual(["inputs", "gamma"]);
    }
    const adjustment = (): readonly [number, number] => [1, 0];
    expect(keysOf({ scale: false, center: false, adjustment })).toEqual(["inputs", "adjustment"]);
  });

  it("sum γ and β over all ghost batches, in their full-rank shape", () => {
    const layer = new BatchNormalization({ dtype: "float64", epsilon: 0, virtual_batch_size: 2 });
    const { gamma, beta } = layer.trace(x, { training: true }).vjp(dy);
    // x̂ = −1, −1, 1, 1.
    expect([gamma, beta]).toEqual([float64([1, 1, 1], [5]), float64([1, 1, 1], [11])]);
  });
});

describe("the gradients of an empty batch", () => {
  it.each<[string, BatchNormArguments, Tensor, Tensor]>([
    ["float64", { dtype: "float64" }, float64([0, 2], []), float64([2], [0, 0])],
    ["fused", {}, float32([0, 1, 1, 2], []), float32([2], [0, 0])],
  ])("are zeros for γ and β: %s", (_, args, empty, zeros) => {
    const { inputs, gamma, beta } = new BatchNormalization(args)
      .trace(empty, { training: true })
      .vjp(empty);
    expect(inputs).toEqual(empty);
    expect([gamma, beta]).toEqual([zeros, zeros]);
  });
});
