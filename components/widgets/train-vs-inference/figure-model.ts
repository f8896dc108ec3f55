import type { CompanyKind } from "@/engine/types/example-companies";

/** One row of a company. */
export interface Member {
  readonly role: "example" | "mate" | "outlier" | "padding";
  /** In the step's batch; null for padding. */
  readonly place: number | null;
  readonly input: number;
  /** Whether training mode's statistics for the example take it in. */
  readonly counts: boolean;
}

/** What training mode made of the example. */
export interface InTraining {
  readonly output: number;
  readonly mean: number;
  readonly variance: number;
  readonly ghostBatches: number;
  readonly renorm: { readonly r: number; readonly d: number } | null;
}

export interface CompanyModel {
  readonly kind: CompanyKind;
  readonly name: string;
  readonly note: string;
  readonly members: readonly Member[];
  readonly padding: number;
  readonly isMasked: boolean;
  /** Null where the layer refused. */
  readonly training: InTraining | null;
  readonly inference: number | null;
  /** The message with which the layer refused, in training mode or in both. */
  readonly refusal: string | null;
}

/** How inputs are placed on the axis that all companies share. */
export interface InputScale {
  readonly centre: number;
  readonly unit: number;
  readonly title: string;
  /** In units from the centre. */
  readonly domain: readonly [number, number];
}

/** One channel of an example in changing company, as the figure draws it. */
export interface FigureModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly step: number;
  readonly example: number;
  /** How many examples of the batch there are to choose from. */
  readonly examples: number;
  readonly input: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  /** What inference mode normalizes with: the moving statistics that the step found. */
  readonly moving: { readonly mean: number; readonly variance: number };
  readonly population: { readonly mean: number; readonly deviation: number };
  /** The output that the population's own statistics would give. */
  readonly ideal: number;
  /** The share of the initial value that is left in the moving statistics as the step finds them. */
  readonly leftOfStart: number;
  /** The same once the step has moved them. */
  readonly leftAfter: number;
  readonly usesBatch: boolean;
  /** How many rows of zeros the padded companies add, and how many the run's own batches hold. */
  readonly padding: number;
  readonly runPadding: number;
  readonly isRunMasked: boolean;
  readonly outlier: { readonly value: number; readonly size: number } | null;
  readonly companies: readonly CompanyModel[];
  /** The output in inference mode where no company was refused it; NaN where every one was. */
  readonly inference: number;
  readonly inputScale: InputScale;
  readonly outputDomain: readonly [number, number];
  readonly sentences: readonly string[];
}
