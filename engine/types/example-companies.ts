import type { Attempt } from "./attempt";

/** With whom an example is put through a layer. */
export type CompanyKind =
  "whole" | "half" | "four" | "two" | "alone" | "outlier" | "padded" | "masked";

/** What a training call did to one example; one number per channel. */
export interface ExampleInTraining {
  readonly outputs: Float64Array;
  /** Whether the call normalized with its batch's own statistics. */
  readonly usesBatch: boolean;
  readonly ghostBatches: number;
  /** What normalized it: the statistics of its ghost batch, or the moving ones. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Renorm's correction as it was applied; null without one. */
  readonly renorm: { readonly r: Float64Array; readonly d: Float64Array } | null;
}

/** One example with its batch mates, put through the layer in both modes. */
export interface ExampleCompany {
  readonly kind: CompanyKind;
  /** `rows × channels`, the padding last. */
  readonly inputs: Float64Array;
  /** The place of each row in the step's batch; NaN for padding. */
  readonly places: Float64Array;
  /** The row that is the example. */
  readonly example: number;
  /** The row that holds an outlier in place of a mate, or null. */
  readonly outlier: number | null;
  readonly training: Attempt<ExampleInTraining>;
  /** The example's outputs in inference mode, one per channel. */
  readonly inference: Attempt<Float64Array>;
}

/** The same example in changing company, each time with the weights that a step found. */
export interface ExampleCompanies {
  readonly step: number;
  /** The example's place in the step's batch. */
  readonly example: number;
  /** How many examples of the batch are no padding; where all are padding, one of them counts. */
  readonly examples: number;
  /** How many rows of zeros the padded companies add. */
  readonly padding: number;
  /** What takes a mate's place, one number per channel; null where the example has no mate. */
  readonly outlier: Float64Array | null;
  readonly companies: readonly ExampleCompany[];
}
