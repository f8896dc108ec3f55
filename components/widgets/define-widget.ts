import type { DocumentedArgName } from "@/engine/spec/batch-norm";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";

/** A named state of a widget: an example in the docs, a link in the playground, a screenshot and an axe run. */
export interface Specimen {
  readonly name: string;
  /** The query of its link, without "?". */
  readonly query: string;
  /** One sentence: what is to be learned from it. */
  readonly lesson: string;
  readonly screenshot: boolean;
}

/** A state that another widget shows better: its presets are one list to a reader. */
export interface Elsewhere {
  readonly name: string;
  readonly widget: string;
  /** The name of the other widget's specimen. */
  readonly specimen: string;
}

/** What the site knows of a widget without loading it. */
export interface WidgetDefinition<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly summary: string;
  /** The documented arguments the figure depends on. */
  readonly reads: readonly DocumentedArgName[];
  /** Those of them that it was made to explain: their reference pages open with it. */
  readonly subjects: readonly DocumentedArgName[];
  /** All arguments with a control, in order. */
  readonly controls: readonly ExperimentArgName[];
  /** What it shows at first, as far as that is not the arguments' defaults. Links leave it out. */
  readonly start?: Partial<Experiment>;
  /** Those of them that it brings along into someone else's page. */
  readonly embedded: readonly ExperimentArgName[];
  readonly specimens: readonly Specimen[];
  readonly elsewhere?: readonly Elsewhere[];
}

export const defineWidget = <Id extends string>(
  widget: WidgetDefinition<Id>,
): WidgetDefinition<Id> => widget;
