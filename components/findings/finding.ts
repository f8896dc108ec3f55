import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";

/** Something in a run that breaks a model or soon will, and what helps. */
export interface Finding {
  /** What is the matter, in a few words. */
  readonly title: string;
  /** How it comes about, in this run's numbers. */
  readonly cause: string;
  /** What helps, in words. */
  readonly remedy: string;
  /** The change that applies the remedy; absent where no argument can help. */
  readonly change?: { readonly label: string; readonly patch: Partial<Experiment> };
}

/** Why there is no run, as the worker tells it. */
export interface Refusal {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What findings are computed from. */
export interface Evidence {
  readonly experiment: Experiment;
  readonly run: RunData;
  /** The channel that is drawn, which exists. */
  readonly channel: number;
  /** Of the newest experiment, where it has no run and the one given is older. */
  readonly refusal?: Refusal | null;
}

/** Looks for one thing; null where it is not the matter. */
export type Inspection = (evidence: Evidence) => Finding | null;
