import type { Experiment } from "@/engine/spec/experiment";

type Numbers = ArrayLike<number>;

/** How two calls of the functional interface are made in one graph, and how the first is trained. */
export type TwoCallsSettings = Pick<
  Experiment,
  | "first_name"
  | "name"
  | "reuse"
  | "scope"
  | "scope_reuse"
  | "updates_of"
  | "momentum"
  | "learning_rate"
  | "steps"
>;

/** The graph's variables after a step, and the batches that both calls are looked at with. */
export interface TwoCallsNumbers {
  /** The first batch of each call, `batch size × channels`. */
  readonly batches: readonly [Numbers, Numbers];
  /** Below which name each call finds its variables. */
  readonly scopes: readonly [string, string];
  /** Of the graph, by their names. */
  readonly variables: Readonly<Record<string, Numbers>>;
}

/** Two calls of the functional interface in one graph. */
export interface CodeTwoCalls {
  readonly settings: TwoCallsSettings;
  readonly channels: number;
  readonly step: number;
  /** Null where a call was refused. */
  readonly numbers: TwoCallsNumbers | null;
  /** Which of the two calls was refused, and how. */
  readonly refusal: {
    readonly call: 0 | 1;
    readonly kind: string;
    readonly message: string;
  } | null;
}
