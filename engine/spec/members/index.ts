import { batchNormalization } from "./batch-normalization";
import { apply, build, call, callLayer } from "./calling";
import { input, inputMask, inputShape, output, outputMask, outputShape } from "./connection";
import {
  getInputAt,
  getInputMaskAt,
  getInputShapeAt,
  getOutputAt,
  getOutputMaskAt,
  getOutputShapeAt,
} from "./connection-at";
import { dtype, graph, name, scopeName } from "./layer-identity";
import { activityRegularizer, addLoss, getLossesFor, losses } from "./losses";
import { deepcopy, fromConfig, getConfig, init } from "./making";
import { computeMask } from "./masks";
import type { MemberSpec } from "./member-spec";
import { addVariable, addWeight } from "./new-variables";
import { addUpdate, getUpdatesFor, updates } from "./updates";
import { countParams, getWeights, setWeights } from "./weight-values";
import {
  nonTrainableVariables,
  nonTrainableWeights,
  trainableVariables,
  trainableWeights,
  variablesProperty,
  weightsProperty,
} from "./weights";

/** In the order of the documents, as are the methods. */
export const properties: readonly MemberSpec[] = [
  activityRegularizer,
  dtype,
  graph,
  input,
  inputMask,
  inputShape,
  losses,
  name,
  nonTrainableVariables,
  nonTrainableWeights,
  output,
  outputMask,
  outputShape,
  scopeName,
  trainableVariables,
  trainableWeights,
  updates,
  variablesProperty,
  weightsProperty,
];

export const methods: readonly MemberSpec[] = [
  init,
  callLayer,
  deepcopy,
  addLoss,
  addUpdate,
  addVariable,
  addWeight,
  apply,
  build,
  call,
  computeMask,
  countParams,
  fromConfig,
  getConfig,
  getInputAt,
  getInputMaskAt,
  getInputShapeAt,
  getLossesFor,
  getOutputAt,
  getOutputMaskAt,
  getOutputShapeAt,
  getUpdatesFor,
  getWeights,
  setWeights,
];

export const functions: readonly MemberSpec[] = [batchNormalization];

/** Every documented member that has a reference page. */
export const documentedMembers: readonly MemberSpec[] = [...properties, ...methods, ...functions];
