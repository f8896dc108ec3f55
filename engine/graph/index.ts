/** The deferred door of the engine: graphs in the manner of TensorFlow 1, sessions that run them, and what layers do there. */
export { GraphKeys } from "../base-layer/deferred";
export type {
  Collected,
  Execution,
  Operation,
  OperationGradients,
  OperationRequest,
  OutputRequest,
  Reuse,
  SymbolicDType,
  SymbolicTensor,
  VariableScope,
} from "../base-layer/deferred";
export { batchNormalization } from "./batch-normalization";
export type { FunctionalArguments } from "./batch-normalization";
export type { Feeds, FeedValue } from "./feeds";
export { Graph } from "./graph";
export { minimize } from "./minimize";
export { addN, meanSquaredError } from "./operations/arithmetic";
export { constant } from "./operations/constant";
export { group } from "./operations/group";
export { identity } from "./operations/identity";
export { placeholder } from "./operations/placeholder";
export type { PlaceholderOptions } from "./operations/placeholder";
export { Session } from "./session";
export type { Fetch, Fetched } from "./session";
