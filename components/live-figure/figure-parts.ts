import type { ReactNode } from "react";
import type { CodeSource } from "@/components/code-export/subject";
import type { Comparison } from "@/components/comparison/comparison";
import type { Configuration } from "@/components/argument-panel/compare-bar";
import type { Landmark } from "@/components/controls/timeline";
import type { Finished } from "@/components/state/use-calculation";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import type { Failure } from "@/workers/contract";
import type { Channels } from "./channels";

/** What every figure says of itself, besides what it alone draws. */
export interface FigureModel {
  /** What is to be seen now: the first sentence is the main one. */
  readonly sentences: readonly string[];
}

export type ChangeExperiment = (patch: Partial<Experiment>, isContinued?: boolean) => void;

export interface FigureProps<Model> {
  readonly model: Model;
  /** Moves the chosen step; absent in a poster. */
  readonly onScrub?: (step: number, isContinued: boolean) => void;
  /** Changes an argument; absent in a poster. */
  readonly onChange?: ChangeExperiment;
}

export interface LeadProps {
  /** What the controls say, which a result that failed leaves undrawn. */
  readonly experiment: Experiment;
  /** Changes an argument; absent in a poster. */
  readonly onChange?: ChangeExperiment;
}

/** A result as a figure draws it. */
export interface Drawn<Model, Result> {
  readonly shown: Finished<Result>;
  /** The drawn channel's place among those that the result has. */
  readonly place: number;
  readonly model: Model;
}

export interface VerdictProps<Result> extends Pick<Drawn<unknown, Result>, "shown" | "place"> {
  /** Which configuration it is about, where there are two. */
  readonly of?: Configuration;
  /** Why the newest experiment has no result, if it has none. */
  readonly refusal: Failure | null;
  /** Absent in a poster. */
  readonly onChange: ChangeExperiment | undefined;
}

export interface CodeContext<Model, Result> extends Drawn<Model, Result> {
  /** What the controls say. */
  readonly experiment: Experiment;
  readonly refusal: Failure | null;
}

/**
 * A figure whose numbers the worker calculates from an experiment. Its model is a pure function of experiment and
 * result; the parts draw the model and hold nothing.
 */
export interface FigureParts<Model extends FigureModel, Result> {
  readonly widget: {
    readonly id: string;
    readonly title: string;
    readonly controls: readonly ExperimentArgName[];
    readonly start?: Partial<Experiment>;
  };
  readonly model: (experiment: Experiment, result: Result) => Model;
  /** The result at the figure's start, computed when the site is built. */
  readonly poster: Result;
  /** Arguments that, as the channel, only choose what to draw of a result, and are drawn before the next one is there. */
  readonly draws?: readonly ExperimentArgName[];
  /** Absent where there is no channel to choose. */
  readonly channels?: Channels<Result>;
  /** Whether there are steps to go through; there are unless it says no. */
  readonly hasSteps?: boolean;
  /** Steps worth jumping to. */
  readonly landmarks?: (
    result: Result,
    place: number,
    experiment: Experiment,
  ) => readonly Landmark[];
  /** Of a saved picture, without its ending. */
  readonly fileName: (model: Model) => string;
  /** What the code to take is made of. */
  readonly code: (context: CodeContext<Model, Result>) => CodeSource;
  /** What the reader must know of values that only the result can judge. */
  readonly warnings?: (experiment: Experiment, model: Model) => readonly string[];
  /** What two results have apart; null where they do not belong together. */
  readonly compare: (
    first: Drawn<Model, Result>,
    second: Drawn<Model, Result>,
  ) => Comparison | null;
  /** Stands above the marks and goes by the controls alone. */
  readonly Lead?: (props: LeadProps) => ReactNode;
  readonly Figure: (props: FigureProps<Model>) => ReactNode;
  /** What is the matter with the result. */
  readonly Verdict?: (props: VerdictProps<Result>) => ReactNode;
  /** The chosen step in numbers. */
  readonly Reading: (props: { readonly model: Model }) => ReactNode;
  readonly Tables: (props: { readonly model: Model }) => ReactNode;
}
