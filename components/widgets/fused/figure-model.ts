import type { Experiment } from "@/engine/spec/experiment";
import type { FusedChoice } from "@/engine/types/fused-choice";
import type { RefusalMessage } from "@/engine/types/refusal-message";
import type { Deviation } from "@/engine/spec/versions/deviations";

/** One question of the layer with this configuration's answer. */
export interface PathStep {
  readonly subject: string;
  readonly askedBy: "constructor" | "build";
  readonly question: string;
  readonly isYes: boolean;
  /** The values that the answer is of. */
  readonly values: string;
  /** "unasked" where an earlier question has decided, or the layer was refused before. */
  readonly state: "passed" | "deciding" | "unasked";
  /** Where the answer leads. */
  readonly leadsTo: string;
}

/** Where a path can end. */
export interface PathEnd {
  readonly kind: "fused" | "unfused" | "refused";
  readonly title: string;
  readonly note: string;
  readonly isTaken: boolean;
}

export type OwnPath = "fused" | "unfused" | "other";

/** The moving variances of one channel. */
export interface VarianceModel {
  readonly elements: number;
  readonly besselFactor: number;
  readonly biased: number;
  readonly unbiased: number;
  /** One per step and the initial value. */
  readonly unfused: Float64Array;
  readonly fused: Float64Array;
  /** The layer's own where it is neither of the two. */
  readonly other: Float64Array | null;
  /** Which of the three the layer's own is; null where it was refused. */
  readonly own: OwnPath | null;
  /** After the chosen step. */
  readonly chosen: Readonly<Record<OwnPath, number | null>>;
}

/** What this version makes of fused=true beside something else. */
export interface CaseModel {
  readonly call: string;
  readonly answer: string;
  readonly refusal: RefusalMessage | null;
  /** What brings the controls there. */
  readonly patch: Partial<Experiment>;
  readonly isCurrent: boolean;
}

export interface FigureModel {
  readonly experiment: Experiment;
  readonly choice: FusedChoice;
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly steps: number;
  readonly step: number;
  readonly path: readonly PathStep[];
  readonly ends: readonly PathEnd[];
  /** What TensorFlow does otherwise with this very configuration; null where it does the same. */
  readonly deviation: Deviation | null;
  /** Null where the inputs do not have the axis. */
  readonly variance: VarianceModel | null;
  readonly cases: readonly CaseModel[];
  readonly sentences: readonly string[];
}
