/** The numeric door of the engine: pure TypeScript, no DOM, usable in a worker, in Node, and in tests. */
export { EngineError } from "./errors";
export type { ErrorKind } from "./errors";
export { BatchNormalization } from "./layer/batch-normalization";
export type { CallOptions, LayerOptions, Weight } from "./layer/batch-normalization";
export type { BatchNormArguments } from "./layer/configuration";
export type { InputGradients, Statistics, Trace } from "./layer/trace";
export { tensor } from "./tensor/tensor";
export type { DType, NestedNumbers, Tensor } from "./tensor/tensor";
