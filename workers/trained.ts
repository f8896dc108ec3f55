import type { RunSettings } from "../engine/spec/run/run-args";
import { firstRecorded } from "../engine/spec/run/recorded-part";
import { trainingSteps } from "../engine/training/training-run";
import type { RunOptions, TrainingRun } from "../engine/training/training-run";
import type { RunRequest, Sent } from "./contract";
import { optimizerOf } from "../engine/training/run-optimizer";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { stepped } from "./progress";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { bytesOf } from "./transfer";

/** Long runs are large, and one is enough to scrub through. */
const runs = new Recent<TrainingRun>(8, {
  bytes: 64_000_000,
  bytesOf: ({ statistics }) => bytesOf(statistics),
});

/** What decides a run: everything but the step that is looked at, and of the channels only which are kept. */
export function runKeyOf({ run, layer }: RunRequest): string {
  const { steps, profile, optimizer, learning_rate, edits, padding, mask, frozen_from } = run;
  const settings = { steps, profile, optimizer, learning_rate, edits, padding, mask, frozen_from };
  const kept = firstRecorded(steps, run.channel);
  return JSON.stringify([sourceKeyOf(run), settings, kept, layer]);
}

/**
 * Trains the layer, and again what leads to the step that is looked at. The run is remembered without that step, so that
 * scrubbing replays few steps, and the batches without the layer, so that moving an argument does not draw them again.
 */
export async function trained(request: RunRequest, onStep: OnStep): Promise<TrainingRun> {
  const training = await runs.get(runKeyOf(request), () => newlyTrained(request, onStep));
  return approached(training, request, onStep);
}

/** Trains the layer without remembering the run, for those who watch its steps. */
export async function newlyTrained(
  request: RunRequest,
  onStep: OnStep,
  observe?: RunOptions["observe"],
): Promise<TrainingRun> {
  const {
    steps,
    profile,
    seed,
    edits,
    padding,
    mask,
    channel,
    frozen_from: frozenFrom,
  } = request.run;
  const source = await rememberedSource(request);
  const optimizer = optimizerOf(request.run);
  const options = { profile, optimizer, seed, edits, padding, mask, channel, frozenFrom, observe };
  return stepped(trainingSteps(request.layer, source, steps, options), steps, onStep);
}

/** Trains again what leads to the step that is looked at. */
export async function approached(
  training: TrainingRun,
  { run }: RunRequest,
  onStep: OnStep,
): Promise<TrainingRun> {
  const step = chosenStep(run);
  await stepped(training.approach(step), step, onStep);
  return training;
}

/** The step that is looked at: one beyond the run's end is its last. */
export const chosenStep = ({ step, steps }: RunSettings): number => Math.min(step, steps);

/** A run by its name, with what the page has of it. */
export interface NamedRun {
  readonly name: string;
  /** What belongs to the run as a whole; null where the page has it. */
  readonly once: <T>(make: () => T) => T | null;
}

/** Names the run that is asked for; a result with more than the run has a longer name. */
export function namedRun(request: RunRequest, name = runKeyOf(request)): NamedRun {
  const isKnown = request.known === name;
  // The result is moved to the page, so what is remembered must be a copy's original.
  return { name, once: (make) => (isKnown ? null : structuredClone(make())) };
}

/** Looks at one step of a run. */
export const resultOf = (
  training: TrainingRun,
  { run }: RunRequest,
  { name, once }: NamedRun,
): Sent<"run"> => ({
  run: name,
  statistics: once(() => training.statistics),
  chosen: training.inspect(chosenStep(run)),
});
