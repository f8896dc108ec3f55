/** Why a test, or a part of one, has no counterpart. */
export type Reasons = Readonly<Record<string, string>>;

/** Tests without a counterpart, where layers compute when they are called. */
export const notPorted: Reasons = {
  test_batchnorm_sync_fused_error:
    "It refuses `fused` together with `synchronized`, which averages statistics over the replicas of a distribution strategy. There is one replica, and `synchronized` is no argument.",
};

const checkpoints =
  "There are no checkpoint files and no second device: copies of the weights stand for the files. The private attribute that switches Bessel's correction off is replaced by dividing it out again.";
const model =
  "There is no Keras model: no `compile`, `fit`, `predict` or containers. The tests' own training loop does what `fit` does by default.";
const oneReplica =
  "The synchronized variant averages statistics over the replicas of a distribution strategy; there is one replica.";
const policies =
  "There are no policy objects: the layer's dtype says that outputs are float16 and variables float32.";
const movingGradient =
  "The layer gives no gradient by its moving statistics, which are not trained. Differences of the outputs are compared with what the inputs' gradient implies.";
const keepDims =
  "There is no `keep_dims`: parameters keep their dimensions with several axes and lose them with one. Placeholders of unknown shape do not exist.";
const weightedMoments =
  "Weights are a mask, which has no last axis, so weights that vary along it are left out. The gradient by the weights does not exist.";
const secondOrder =
  "There are no second-order gradients. TensorFlow's comparison of the first gradients with the closed form is kept.";
const emptyBatch =
  "TensorFlow's moments of no examples are NaN and would poison the moving statistics. The moments are NaN here too; the moving statistics stay, as they do under a strategy.";

/** What is left out of tests that have a counterpart for layers of either kind. */
const leftOutOfBoth: Reasons = {
  testHalfPrecision:
    "There are no checkpoint files and no second device: a copy of the weights stands for the file.",
  testConstraints:
    "The layer has no attributes `gamma_constraint` and `beta_constraint`; its weights name their constraints.",
  testCheckpointFusedCPUAndFusedGPU: checkpoints,
  testCheckpointFusedCPUAndFusedCPU: checkpoints,
  testCheckpointFusedGPUAndFusedGPU: checkpoints,
  testCheckpointNonFusedCPUAndNonFusedGPU: checkpoints,
  testCheckpointNonFusedCPUAndNonFusedCPU: checkpoints,
  testCheckpointNonFusedGPUAndNonFusedGPU: checkpoints,
  testCheckpointNonFusedGPUAndFusedGPU: checkpoints,
  testCheckpointNonFusedGPUAndFusedCPU: checkpoints,
  testCheckpointNonFusedCPUAndFusedCPU: checkpoints,
};

/** What is left out of tests that do have a counterpart. */
export const leftOut: Reasons = {
  ...leftOutOfBoth,
  test_basic_batchnorm: model,
  test_basic_batchnorm_v2: model,
  test_batchnorm_regularization:
    "A constraint cannot be a class that has not been instantiated. A function stands for it.",
  test_batchnorm_correctness: `${model} ${oneReplica}`,
  test_batchnorm_float16: `${model} ${policies}`,
  test_batchnorm_convnet: model,
  test_batchnorm_convnet_channel_last: model,
  test_batchnorm_mixed_precision: policies,
  test_batchnorm_mixed_precision_does_not_overflow: policies,
  test_batchnorm_policy: policies,
  test_batchnorm_non_trainable_with_fit: `${model} A change of \`trainable\` is in force at once.`,
  test_batchnorm_non_trainable_with_tf_function:
    "There is nothing to trace: the step is a function of the test.",
  test_eager_batchnorm_in_custom_model_call_with_tf_function:
    "There are no models to derive from and nothing to trace: the layer is called by itself.",
  test_basic_batchnorm_v2_none_shape_and_virtual_batch_size:
    "There are no symbolic inputs: the layer is built from a shape with null for what is unknown.",
  test_that_trainable_disables_updates: `${model} A change of \`trainable\` is in force at once.`,
  test_batchnorm_ignore_masked_values:
    "There is no Masking layer that makes the mask and no model that passes it on: it is an argument of the call.",
  test_sync_batchnorm_with_mask: oneReplica,
  test_input_fully_masked: oneReplica,
  test_fused_batchnorm_empty_batch:
    "There is no distribution strategy and no gradient tape: the gradients by γ and β are asked for.",
  testBatchNorm:
    "The deprecated operation of version 8 graphs is left out; it computes the same formula.",
  testBatchNormMeanGradient: movingGradient,
  testBatchNormVarianceGradient: movingGradient,
  testBatchNormGammaGradient:
    "The deprecated operation's gradient of 0 by a γ it does not use is left out: there is no γ then, and no gradient.",
  testBatchNormGradImpl: `${movingGradient} That is done in the tests of those two gradients.`,
  testSuffStats:
    "There is no operation for sufficient statistics: they are derived from the layer's moments. A shift is left out.",
  testNormalizeMoments:
    "There is no operation that takes sums: the layer's moments are compared with the formula on sums of its inputs.",
  "MomentsTest.testBasic": keepDims,
  "MomentsTest.testGlobalNormalization": keepDims,
  "MomentsTest.testAxes": keepDims,
  "MomentsTest.testMeanGlobalGradient":
    "The layer gives no gradient of its moments: their differences are compared with 1/m.",
  "MomentsTest.testVarGlobalGradient":
    "The layer gives no gradient of its moments: their differences are compared with 2(x − μ)/m.",
  "WeightedMomentsTest.testBasic": weightedMoments,
  "WeightedMomentsTest.testGlobalNormalization": weightedMoments,
  "WeightedMomentsTest.testAxes": weightedMoments,
  "WeightedMomentsTest.testMeanGlobalGradient": weightedMoments,
  "WeightedMomentsTest.testVarGlobalGradient": weightedMoments,
  testTrainingShape5: emptyBatch,
  testBatchNormGradGradConfig1: secondOrder,
  testBatchNormGradGradConfig2: secondOrder,
  testBatchNormGradGradConfig3: secondOrder,
  testBatchNormGradGradConfig4: secondOrder,
  testBatchNormGradGradConfig5: secondOrder,
  testBatchNormGradGradConfig6: secondOrder,
  test5dBatchNormFollowedByRelu:
    "It guards a rewriting of graphs, which does not exist; the numbers are checked.",
  "Conv2d → BN → Flatten → Dense":
    "The convolution has no bias: Batch Normalization takes any bias away again, so it never moves from 0.",
};

/** Tests without a counterpart, where layers are in a graph. */
export const notPortedToGraphs: Reasons = {};

const dtypes =
  "There are no tensors of integers: the inputs that are refused or taken are of other dtypes.";
const containers =
  "There are no models: one layer, or two that are called one after the other, stand for one.";

/** What is left out of tests that do have a counterpart in a graph. */
export const leftOutOfGraphs: Reasons = {
  ...leftOutOfBoth,
  testInputSpecNdimCheck: dtypes,
  testInputSpecMinNdimCheck: dtypes,
  testInputSpecMaxNdimCheck: dtypes,
  testInputSpecDtypeCheck: dtypes,
  testInputSpecAxesCheck: dtypes,
  testInputSpecShapeCheck: dtypes,
  testNoInputSpec: dtypes,
  test_node_construction:
    "There is no Input layer: a placeholder has no history. The nodes between layers are checked.",
  test_trainable_weights: containers,
  test_weight_loading: `${containers} There are no HDF5 files.`,
  test_learning_phase: `${containers} There is no Dropout: Batch Normalization is what needs the learning phase.`,
  test_layer_call_arguments: `${containers} There is no configuration of calls; the node keeps their arguments.`,
  test_basic_masking: containers,
  test_shared_batchnorm: `${containers} A third call stands for the reuse of the model.`,
  test_can_be_used_in_multiple_graphs:
    "A layer is in one graph all its life: its three calls are in that one.",
};
