import type { ReactNode } from "react";
import type { RunData } from "@/components/measures/run-data";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";

/** What every figure of a run says of itself, besides what it alone draws. */
export interface RunModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
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
  /** What the controls say, which a run that failed leaves undrawn. */
  readonly experiment: Experiment;
  /** Changes an argument; absent in a poster. */
  readonly onChange?: ChangeExperiment;
}

/**
 * A figure whose numbers come from a run of an experiment. Its model is a pure function of experiment and run; the
 * parts draw the model and hold nothing.
 */
export interface RunFigure<Model extends RunModel, Data extends RunData = RunData> {
  readonly widget: {
    readonly id: string;
    readonly title: string;
    readonly controls: readonly ExperimentArgName[];
    readonly start?: Partial<Experiment>;
  };
  readonly model: (experiment: Experiment, run: Data) => Model;
  /** The run at the figure's start, computed when the site is built. */
  readonly poster: Data;
  /** Arguments that only choose what to draw of a run, and are drawn before the next run is there; the channel alone unless given. */
  readonly draws?: readonly ExperimentArgName[];
  /** What the reader must know of values that only the run can judge. */
  readonly warnings?: (experiment: Experiment, model: Model) => readonly string[];
  /** Stands above the marks and goes by the controls alone. */
  readonly Lead?: (props: LeadProps) => ReactNode;
  readonly Figure: (props: FigureProps<Model>) => ReactNode;
  /** The chosen step in numbers. */
  readonly Reading: (props: { readonly model: Model }) => ReactNode;
  readonly Tables: (props: { readonly model: Model }) => ReactNode;
}
