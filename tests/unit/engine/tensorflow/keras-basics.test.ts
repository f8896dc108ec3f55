import { describe, expect, it } from "vitest";
import { stateOf, weightOf } from "../support/tensors";
import { expectLayerTest } from "./support/layer-test";
import { layerIn, tensorOf, weightCounts, weightNames } from "./support/layers";
import { normals } from "./support/numbers";
import { allProfiles, v1Profiles, v2Profiles } from "./support/profiles";

describe.each(allProfiles)("%s", (profile) => {
  it.each([
    {
      what: "momentum 0.9, ε 0.1, l2 of 0.01 on both",
      args: {
        momentum: 0.9,
        epsilon: 0.1,
        gamma_regularizer: "l2",
        beta_regularizer: "l2",
      },
      shapes: [
        [3, 4, 2],
        [3, 2, 4, 2],
      ],
    },
    {
      what: "explicit initializers, β of ones",
      args: {
        gamma_initializer: "ones",
        beta_initializer: "ones",
        moving_mean_initializer: "zeros",
        moving_variance_initializer: "ones",
      },
      shapes: [
        [3, 4, 2],
        [3, 2, 4, 2],
      ],
    },
    {
      what: "no scale, no center",
      args: { scale: false, center: false },
      shapes: [
        [3, 3],
        [3, 2, 4, 2],
      ],
    },
  ])("test_basic_batchnorm: $what: shapes, configuration, weights and training", (given) => {
    for (const shape of given.shapes) expectLayerTest(profile, given.args, shape);
  });

  it("test_batchnorm_weights: 0 of 2 trainable without scale and center, 2 of 4 with", () => {
    const bare = layerIn(profile, { scale: false, center: false });
    bare.build([null, 3, 4]);
    expect(weightCounts(bare)).toEqual([2, 0, 2]);
    const full = layerIn(profile);
    full.build([null, 3, 4]);
    expect(weightCounts(full)).toEqual([4, 2, 2]);
  });

  it("test_batchnorm_regularization: 'l1' on both gives 2 losses, 0.01·Σ|w|", () => {
    const layer = layerIn(profile, { gamma_regularizer: "l1", beta_regularizer: "l1" });
    layer.build([null, 3, 4]);
    expect(layer.losses.length).toBe(2);
    expect(layer.losses).toBeAllClose([0.04, 0], { absolute: 1e-8 });
  });

  it("test_batchnorm_regularization: a constraint is that of the weight as it was given", () => {
    const maxNorm = (weight: Float64Array): Float64Array => {
      const norm = Math.hypot(...weight);
      return weight.map((value) => value * (Math.min(norm, 2) / norm));
    };
    const layer = layerIn(profile, { gamma_constraint: maxNorm, beta_constraint: maxNorm });
    layer.build([null, 3, 4]);
    const [gamma, beta] = layer.trainableWeights;
    expect(gamma?.constraint?.given).toBe(maxNorm);
    expect(beta?.constraint?.given).toBe(maxNorm);
  });

  it("test_shared_batchnorm: each input it is called on moves both statistics once more", () => {
    const layer = layerIn(profile, { momentum: 0.5 });
    const [x1, x2, x3] = [1, 2, 3].map((seed) =>
      tensorOf([2, 10], normals([2, 10], seed, [5, 10])),
    );
    let [mean, variance] = [new Array<number>(10).fill(0), new Array<number>(10).fill(1)];
    for (const x of [x1!, x2!, x3!]) {
      const { batch } = layer.trace(x, { training: true });
      mean = mean.map((value, c) => (value + batch!.mean.data[c]!) / 2);
      variance = variance.map((value, c) => (value + batch!.variance.data[c]!) / 2);
      expect(weightOf(layer, "moving_mean")).toBeAllClose(mean, { relative: 1e-6 });
      expect(weightOf(layer, "moving_variance")).toBeAllClose(variance, { relative: 1e-6 });
    }
    expect(layer.weights.length).toBe(4);
  });

  it("test_can_be_used_in_multiple_graphs: three nested calls turn ±1000 into ±0.9995", () => {
    const layer = layerIn(profile, { center: false, scale: false });
    let x = tensorOf([2, 1], [-1000, 1000]);
    for (let call = 0; call < 3; call++) x = layer.call(x, { training: true });
    expect(x.data).toBeAllClose([-0.9995, 0.9995], { absolute: 1e-5 });
  });

  it("test_eager_batchnorm_in_custom_model_call_with_tf_function: ten calls on 0.5: .047, .9", () => {
    const layer = layerIn(profile);
    for (let call = 0; call < 10; call++) layer.call([[0.5]], { training: true });
    expect(weightOf(layer, "moving_mean")).toBeAllClose([0.047], { absolute: 3e-3 });
    expect(weightOf(layer, "moving_variance")).toBeAllClose([0.9], { absolute: 3e-2 });
  });

  it("test_fused_batchnorm_empty_batch: no examples: no exception, gradients by γ and β of 0", () => {
    const layer = layerIn(profile, { fused: true });
    layer.build([null, 4, 4, 3]);
    const before = stateOf(layer);
    const x = tensorOf([0, 4, 4, 3], []);
    const trace = layer.trace(x, { training: true });
    expect(trace.outputs.shape).toEqual([0, 4, 4, 3]);
    const { inputs, gamma, beta } = trace.vjp(x);
    expect(inputs.shape).toEqual([0, 4, 4, 3]);
    expect([gamma, beta].map((gradient) => Array.from(gradient!.data))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    // As under a strategy: nothing to average moves nothing.
    expect(stateOf(layer)).toEqual(before);
  });
});

it.each(v1Profiles)(
  "test_updates_in_wrap_function: %s: training on ones (10, 1) updates 2 weights",
  (profile) => {
    const layer = layerIn(profile);
    layer.build([null, 1]);
    const before = layer.getWeights().map(({ data }) => data[0]!);
    layer.call(tensorOf([10, 1], new Array(10).fill(1)), { training: true });
    const after = layer.getWeights().map(({ data }) => data[0]!);
    expect(weightNames(layer).filter((_, i) => after[i] !== before[i])).toEqual([
      "moving_mean",
      "moving_variance",
    ]);
    expect(after.slice(2)).toBeAllClose([0.01, 0.99], { absolute: 1e-7 });
  },
);

describe.each(v2Profiles)("%s", (profile) => {
  it("test_basic_batchnorm_v2: fused=true on rank 4, and fused left open on rank 3", () => {
    const fused = expectLayerTest(profile, { fused: true }, [3, 2, 4, 2]);
    expect(fused.fused).toBe(true);
    expect(fused.configOmissions.map(({ argument }) => argument)).toEqual(["fused"]);
    const open = expectLayerTest(profile, { fused: null }, [3, 2, 4]);
    expect(open.fused).toBe(false);
  });
});
