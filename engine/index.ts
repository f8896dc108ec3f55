/** The numeric door of the engine: pure TypeScript, no DOM, usable in a worker, in Node, and in tests. */
export { Layer } from "./base-layer/layer";
export type { LayerInputs, LayerOutputs } from "./base-layer/layer";
export { NameScope } from "./base-layer/names";
export type { ApplyOptions, CallOptions, LayerOptions, Mask } from "./base-layer/options";
export type { Variable } from "./base-layer/variable";
export type { LayerArguments } from "./base-layer/variable-owner";
export type { VariableOptions } from "./base-layer/variable-request";
export type { Warning } from "./base-layer/warnings";
export type { BackendId } from "./backend/kernels";
export { residentTensor } from "./backend/wasm/resident-tensor";
export type { ResidentTensor } from "./backend/wasm/resident-tensor";
export type { ConstraintArgument, ConstraintFunction } from "./constraints";
export { EngineError } from "./errors";
export type { ErrorKind } from "./errors";
export type { InitializerArgument, InitializerFunction } from "./initializers";
export { BatchNormalization } from "./layer/batch-normalization";
export type { BatchNormArguments } from "./layer/configuration";
export type { ConfigOmission, KerasConfig } from "./layer/keras-config";
export type { InputGradients, RenormTrace, ResidentTrace, Statistics, Trace } from "./layer/trace";
export { adam, sgd } from "./optimizers";
export type {
  AdamOptions,
  Optimizer,
  ParameterGradients,
  ParameterUpdate,
  SgdOptions,
} from "./optimizers";
export type { RegularizerArgument, RegularizerFunction } from "./regularizers";
export type { Adjustment, AdjustmentFunction } from "./spec/adjustment";
export type { RenormClipping } from "./spec/clipping";
export type { ProfileId } from "./spec/profiles";
export { tensor } from "./tensor/tensor";
export type { DType, NestedNumbers, Tensor } from "./tensor/tensor";
