import { findingsOf } from "@/components/findings";
import type { Finding } from "@/components/findings/finding";
import { decode, linkedArgs } from "@/components/state/url-codec";
import { widgetList } from "@/components/widgets/registry";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { runOf } from "../support/run-of";

/** The experiment of a figure's link. */
export function linked(id: string, query: string): Experiment {
  const widget = widgetList.find((each) => each.id === id);
  if (widget === undefined) throw new RangeError(`no figure is named ${id}`);
  const values = Object.fromEntries(new URLSearchParams(query));
  return decode(values, startOf(widget), linkedArgs(widget.controls)).experiment;
}

/** What is found in a run. */
export function foundIn(experiment: Experiment): readonly Finding[] {
  const run = runOf(experiment);
  const { statistics } = run;
  return findingsOf({
    experiment,
    run: { statistics, chosen: run.inspect(experiment.step) },
    channel: Math.min(experiment.channel, statistics.channels.length - 1),
  });
}

/** What is found under a figure's link. */
export const foundAt = (id: string, query: string): readonly Finding[] =>
  foundIn(linked(id, query));

export const titlesAt = (id: string, query: string): readonly string[] =>
  foundAt(id, query).map(({ title }) => title);
