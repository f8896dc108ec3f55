import { describe, expect, it } from "vitest";
import type { InputGradients, ProfileId } from "@/engine";
import { dtypes, epsilon, factors, formatsOf, hasOp, layerFor, opCase } from "./support/fused-op";
import type { OpCase } from "./support/fused-op";
import { differences, sumByChannel } from "./support/gradients";
import { tensorOf } from "./support/layers";
import { largestError, uniform } from "./support/numbers";
import { allProfiles } from "./support/profiles";
import { batchMoments } from "./support/reference";

interface Gradients {
  readonly inputs: Float64Array;
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
}

const dyOf = ({ x }: OpCase) => tensorOf(x.shape, uniform(x.shape, 55), x.dtype);

/** Central differences of Σ y·dy, channel by channel, by the formula of the forward pass alone. */
function numeric(given: OpCase, training: boolean): Gradients {
  const { x, channel, gamma, beta, mean, variance } = given;
  const dy = dyOf(given).data;
  const inputs = new Float64Array(x.data.length);
  const byGamma = new Float64Array(gamma.length);
  const byBeta = new Float64Array(gamma.length);
  gamma.forEach((scale, c) => {
    const indices = Array.from(x.data.keys()).filter((i) => channel(i) === c);
    const values = Float64Array.from(indices, (i) => x.data[i]!);
    const loss = (xs: Float64Array, [g, b]: readonly [number, number]): number => {
      const moments = training
        ? batchMoments(xs, [xs.length, 1], 1)
        : { mean: [mean[c]!], variance: [variance[c]!] };
      const inverse = 1 / Math.sqrt(moments.variance[0]! + epsilon);
      return indices.reduce((total, i, own) => {
        const y = (xs[own]! - moments.mean[0]!) * inverse * g + b;
        return total + y * dy[i]!;
      }, 0);
    };
    const shift = beta[c]!;
    differences(values, (xs) => loss(xs, [scale, shift])).forEach((slope, own) => {
      inputs[indices[own]!] = slope;
    });
    byGamma[c] = differences(Float64Array.of(scale), ([g]) => loss(values, [g!, shift]))[0]!;
    byBeta[c] = differences(Float64Array.of(shift), ([b]) => loss(values, [scale, b!]))[0]!;
  });
  return { inputs, gamma: byGamma, beta: byBeta };
}

/**
 * The closed forms: in training dx = γ/√(v + ε)·(g − ⟨g⟩ − (x − μ)·⟨g·(x − μ)⟩/(v + ε)), at inference
 * dx = γ·g/√(v + ε); dγ = Σ g·(x − μ)/√(v + ε) and dβ = Σ g.
 */
function closedForm(given: OpCase, training: boolean): Gradients {
  const { x, axis, channel, gamma } = given;
  const count = x.data.length / gamma.length;
  const moments = training ? batchMoments(x.data, x.shape, axis) : given;
  const g = dyOf(given).data;
  const centred = Float64Array.from(x.data, (value, i) => value - moments.mean[channel(i)]!);
  const products = centred.map((value, i) => value * g[i]!);
  const sums = sumByChannel(g, gamma.length, channel);
  const productSums = sumByChannel(products, gamma.length, channel);
  const spread = Float64Array.from(moments.variance, (v) => v + epsilon);
  return {
    inputs: centred.map((value, i) => {
      const c = channel(i);
      const own = training
        ? g[i]! - sums[c]! / count - (value * productSums[c]!) / count / spread[c]!
        : g[i]!;
      return (gamma[c]! / Math.sqrt(spread[c]!)) * own;
    }),
    gamma: productSums.map((sum, c) => sum / Math.sqrt(spread[c]!)),
    beta: sums,
  };
}

interface Limits {
  readonly inputs: number;
  readonly parameters: number;
}

function expectGradients(actual: InputGradients, expected: Gradients, limits: Limits): void {
  expect(largestError(actual.inputs.data, expected.inputs)).toBeLessThan(limits.inputs);
  expect(largestError(actual.gamma!.data, expected.gamma)).toBeLessThan(limits.parameters);
  expect(largestError(actual.beta!.data, expected.beta)).toBeLessThan(limits.parameters);
}

const gradientsIn = (
  profile: ProfileId,
  given: OpCase,
  { training, factor }: { readonly training: boolean; readonly factor: number },
): InputGradients => layerFor(profile, given, factor).trace(given.x, { training }).vjp(dyOf(given));

const shapes = [
  [1, 1, 6, 1],
  [1, 1, 6, 2],
  [1, 2, 1, 6],
  [5, 7, 11, 4],
  [0, 7, 11, 4],
  [1, 1, 1, 1],
  [1, 2, 6, 1, 3],
];

describe.each([
  { test: "testBatchNormGradInferenceShape1", shape: shapes[0]!, training: false },
  { test: "testBatchNormGradInferenceShape2", shape: shapes[1]!, training: false },
  { test: "testBatchNormGradInferenceShape3", shape: shapes[2]!, training: false },
  { test: "testBatchNormGradInferenceShape4", shape: shapes[3]!, training: false },
  { test: "testBatchNormGradInferenceShape5", shape: shapes[4]!, training: false },
  { test: "testBatchNormGradInferenceShape6", shape: shapes[5]!, training: false },
  { test: "testBatchNormGradInferenceShape7", shape: shapes[6]!, training: false },
  { test: "testBatchNormGradTrainingShape1", shape: shapes[0]!, training: true },
  { test: "testBatchNormGradTrainingShape2", shape: shapes[1]!, training: true },
  { test: "testBatchNormGradTrainingShape3", shape: shapes[2]!, training: true },
  { test: "testBatchNormGradTrainingShape4", shape: shapes[3]!, training: true },
  { test: "testBatchNormGradTrainingShape5", shape: shapes[4]!, training: true },
  { test: "testBatchNormGradTrainingShape6", shape: shapes[5]!, training: true },
  { test: "testBatchNormGradTrainingShape7", shape: shapes[6]!, training: true },
])("$test", ({ shape, training }) => {
  it.each(formatsOf(shape))(
    "channels along axis %i: central differences within 1e-3 (float16 inputs: 2e-3)",
    (axis) => {
      for (const dtype of dtypes) {
        const given = opCase(shape, axis, dtype);
        const expected = numeric(given, training);
        const limits = { inputs: dtype === "float16" ? 2e-3 : 1e-3, parameters: 1e-3 };
        for (const profile of allProfiles) {
          if (!hasOp(profile, given)) continue;
          for (const factor of factors) {
            expectGradients(gradientsIn(profile, given, { training, factor }), expected, limits);
          }
        }
      }
    },
  );
});

/** TensorFlow compares the first gradients with the formula before it differentiates them once more. */
describe.each([
  { test: "testBatchNormGradGradConfig1", shape: [2, 3, 4, 5], dtype: "float32", limit: 1e-2 },
  { test: "testBatchNormGradGradConfig2", shape: [2, 3, 2, 2], dtype: "float32", limit: 1e-3 },
  { test: "testBatchNormGradGradConfig3", shape: [2, 3, 4, 5], dtype: "float16", limit: 2e-2 },
  { test: "testBatchNormGradGradConfig4", shape: [2, 3, 2, 2], dtype: "float16", limit: 2e-3 },
  { test: "testBatchNormGradGradConfig5", shape: [2, 3, 2, 2, 2], dtype: "float32", limit: 2e-3 },
  { test: "testBatchNormGradGradConfig6", shape: [2, 3, 2, 2, 2], dtype: "float16", limit: 3e-3 },
] as const)("$test", ({ shape, dtype, limit }) => {
  it.each([true, false])(
    `the first gradients are those of the closed forms within ${limit} (training: %s)`,
    (training) => {
      for (const axis of formatsOf(shape)) {
        const given = opCase(shape, axis, dtype);
        const expected = closedForm(given, training);
        for (const profile of allProfiles) {
          if (!hasOp(profile, given)) continue;
          expectGradients(gradientsIn(profile, given, { training, factor: 1 }), expected, {
            inputs: limit,
            parameters: limit,
          });
        }
      }
    },
  );
});
