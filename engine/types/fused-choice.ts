import type { FusedOutcome, ImplementationPath } from "./fused-outcome";
import type { FusedQuestion } from "./fused-question";
import type { LayerCalls } from "./layer-calls";
import type { MovingVariances } from "./moving-variances";

/** What a layer makes of `fused=true` beside other arguments, for inputs of a shape. */
export interface FusedCase {
  readonly args: Readonly<Record<string, unknown>>;
  readonly shape: readonly number[];
  readonly outcome: FusedOutcome;
}

/** How a layer comes to its implementation, and what depends on it. */
export interface FusedChoice {
  readonly shape: readonly number[];
  /** The axis along which the inputs' channels lie, whichever the layer keeps. */
  readonly channelAxis: number;
  /** In the order in which the layer asks; none where it could not begin. */
  readonly questions: readonly FusedQuestion[];
  /** How many of them it asked: up to the one that decides, or to a refusal for another reason. */
  readonly asked: number;
  readonly outcome: FusedOutcome;
  /** What the same arguments and inputs lead to in each version, by its id. */
  readonly byVersion: Readonly<Record<string, ImplementationPath>>;
  readonly calls: number;
  /** The layer's calls in full; null where it was refused. */
  readonly own: LayerCalls | null;
  /** Null where the inputs do not have the axes. */
  readonly variances: MovingVariances | null;
  readonly cases: readonly FusedCase[];
}
