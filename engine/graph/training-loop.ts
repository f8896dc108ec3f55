import { GraphKeys } from "../base-layer/deferred";
import type { BatchSource } from "../data/batch-source";
import { recordedPart } from "../spec/run/recorded-part";
import { finished } from "../stepwise";
import type { Stepwise } from "../stepwise";
import { recorderFor } from "../training/recorder";
import type { TrainingLoop } from "../types/training-loop";
import { described } from "./described";
import { fedAt } from "./fed-batch";
import { probeFor } from "./loop-probe";
import { feedsFor, programFor } from "./loop-program";
import type { ProgramSettings } from "./loop-program";
import { replayOf } from "./loop-replay";
import type { LoopReplay } from "./loop-replay";
import { Session } from "./session";

export interface TrainingLoopSettings extends ProgramSettings {
  readonly steps: number;
  /** A channel whose numbers must be kept. A run that keeps all channels keeps it anyway. */
  readonly channel?: number;
}

/** A loop that has run, and can go back to its steps. */
export interface LoopRun extends LoopReplay {
  readonly loop: TrainingLoop;
}

/**
 * A training loop as it was written for TensorFlow 1: a graph with placeholders, a batch normalization, a loss and an
 * optimizer, and a session that runs one step of it per batch. What moves the moving statistics is in the graph either
 * way; whether it runs is up to what a step fetches. The targets are the standardized inputs, doubled, plus 1.
 */
export const trainingLoop = (source: BatchSource, settings: TrainingLoopSettings): LoopRun =>
  finished(loopSteps(source, settings));

/** The same, step by step. */
export function* loopSteps(source: BatchSource, settings: TrainingLoopSettings): Stepwise<LoopRun> {
  const { steps } = settings;
  const part = recordedPart(steps, settings.channel ?? 0, source.channels.length);
  const program = programFor(source.channels.length, settings);
  const { graph, y, loss, trainStep } = program;
  const { operations } = graph;
  const programData = described(graph);
  const session = new Session(graph);
  const recorder = recorderFor(source, steps, { ghostBatches: 1, part });
  const weights = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  const losses = new Float64Array(steps);
  const ran = new Uint8Array(steps * operations.length);
  const probe = probeFor(session, program, source, { steps, part });
  const replay = replayOf(session, program, source, { steps, part });

  recorder.weights(0, { weights });
  probe.look(0);
  for (let step = 1; step <= steps; step++) {
    replay.checkpoints.pass(step);
    const batch = fedAt(source, step);
    recorder.batch(step, batch.inputs);
    graph.takeRan();
    const feeds = feedsFor(program, batch, "training");
    const [outputs, lossValue] = session.run([y, loss, trainStep], feeds);
    const ranNow = graph.takeRan();
    ran.set(
      operations.map((operation) => Number(ranNow.has(operation))),
      (step - 1) * operations.length,
    );
    losses[step - 1] = lossValue.data[0]!;
    recorder.outputs(step, outputs);
    recorder.weights(step, { weights });
    probe.look(step);
    yield step;
  }
  const loop = {
    statistics: recorder.statistics,
    loss: losses,
    probe: probe.seen,
    graph: programData,
    fetched: operations.indexOf(trainStep),
    ran,
  };
  return { loop, ...replay };
}
