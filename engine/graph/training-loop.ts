import { GraphKeys } from "../base-layer/deferred";
import type { Operation, SymbolicTensor } from "../base-layer/deferred";
import type { BatchSource } from "../data/batch-source";
import type { BatchNormArguments } from "../layer/configuration";
import { sgd } from "../optimizers";
import { recordedPart } from "../spec/run/recorded-part";
import type { ChannelPart } from "../spec/run/recorded-part";
import { finished } from "../stepwise";
import type { Stepwise } from "../stepwise";
import type { Tensor } from "../tensor/tensor";
import { recorderFor } from "../training/recorder";
import type { LoopProbe, TrainingLoop } from "../types";
import { batchNormalization } from "./batch-normalization";
import { described } from "./described";
import { fedAt } from "./fed-batch";
import { minimize } from "./minimize";
import { ObservedGraph } from "./observed-graph";
import { meanSquaredError } from "./operations/arithmetic";
import { group } from "./operations/group";
import { placeholder } from "./operations/placeholder";
import { Session } from "./session";

/** The arguments of the layer that a loop can vary. */
export type LoopLayer = Pick<
  BatchNormArguments,
  "momentum" | "epsilon" | "moving_mean_initializer" | "moving_variance_initializer"
>;

export interface TrainingLoopSettings {
  readonly layer?: LoopLayer;
  readonly steps: number;
  readonly learningRate: number;
  /** Whether a step runs what the collection UPDATE_OPS held when the loop asked for it. */
  readonly runUpdateOps: boolean;
  /** Whether the loop asks for UPDATE_OPS before it makes the layer. */
  readonly collectBeforeLayer?: boolean;
  /** What initializers without a seed of their own draw from. */
  readonly seed?: number;
  /** A channel whose numbers must be kept. A run that keeps all channels keeps it anyway. */
  readonly channel?: number;
}

/** The program's graph, with what a run of it fetches and feeds. */
interface Program {
  readonly graph: ObservedGraph;
  readonly x: SymbolicTensor;
  readonly targets: SymbolicTensor;
  readonly training: SymbolicTensor;
  readonly y: SymbolicTensor;
  readonly loss: SymbolicTensor;
  readonly trainStep: Operation;
}

/**
 * A training loop as it was written for TensorFlow 1: a graph with placeholders, a batch normalization, a loss and an
 * optimizer, and a session that runs one step of it per batch. What moves the moving statistics is in the graph either
 * way; whether it runs is up to what a step fetches. The targets are the standardized inputs, doubled, plus 1.
 */
export const trainingLoop = (source: BatchSource, settings: TrainingLoopSettings): TrainingLoop =>
  finished(loopSteps(source, settings));

/** The same, step by step. */
export function* loopSteps(
  source: BatchSource,
  settings: TrainingLoopSettings,
): Stepwise<TrainingLoop> {
  const { steps } = settings;
  const part = recordedPart(steps, settings.channel ?? 0, source.channels.length);
  const program = programFor(source.channels.length, settings);
  const { graph, x, targets, training, y, loss, trainStep } = program;
  const { operations } = graph;
  const programData = described(graph);
  const session = new Session(graph);
  const recorder = recorderFor(source, steps, { ghostBatches: 1, part });
  const weights = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  const losses = new Float64Array(steps);
  const ran = new Uint8Array(steps * operations.length);
  const probe = probeFor(session, program, source, { steps, part });

  recorder.weights(0, { weights });
  probe.look(0);
  for (let step = 1; step <= steps; step++) {
    const batch = fedAt(source, step);
    recorder.batch(step, batch.inputs);
    graph.takeRan();
    const [outputs, lossValue] = session.run(
      [y, loss, trainStep],
      [
        [x, batch.inputs],
        [targets, batch.targets],
        [training, true],
      ],
    );
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
  return {
    statistics: recorder.statistics,
    loss: losses,
    probe: probe.seen,
    graph: programData,
    fetched: operations.indexOf(trainStep),
    ran,
  };
}

function programFor(width: number, settings: TrainingLoopSettings): Program {
  const { layer = {}, seed, learningRate, runUpdateOps, collectBeforeLayer = false } = settings;
  const graph = new ObservedGraph();
  const updateOps = (): readonly Operation[] => graph.getCollection(GraphKeys.UPDATE_OPS);

  const x = placeholder(graph, { shape: [null, width], name: "x" });
  const training = placeholder(graph, { dtype: "bool", name: "training" });
  const early = updateOps();
  const y = batchNormalization(
    x,
    { ...layer, training, name: "bn" },
    // The loop is written for the versions in which the function was not deprecated.
    { onWarning: () => undefined, ...(seed !== undefined && { seed }) },
  );
  const targets = placeholder(graph, { shape: [null, width], name: "targets" });
  const loss = meanSquaredError(targets, y);
  const trainOp = minimize(sgd({ learning_rate: learningRate }), loss);
  const collected = collectBeforeLayer ? early : updateOps();
  const trainStep = group([trainOp, ...(runUpdateOps ? collected : [])], "train_step");
  return { graph, x, targets, training, y, loss, trainStep };
}

/** Looks at the first batch in both modes. Nothing moves: only the outputs and the loss are fetched. */
function probeFor(
  session: Session,
  { x, targets, training, y, loss }: Program,
  source: BatchSource,
  { steps, part }: { readonly steps: number; readonly part: ChannelPart },
): { readonly seen: LoopProbe; readonly look: (step: number) => void } {
  const { count } = part;
  const first = fedAt(source, 1);
  const row = (): Float64Array => new Float64Array((steps + 1) * count);
  const exampleOf = ({ data }: Tensor): Float64Array =>
    Float64Array.from(data.subarray(part.first, part.first + count));
  const seen = {
    input: exampleOf(first.inputs),
    target: exampleOf(first.targets),
    trainingOutput: row(),
    inferenceOutput: row(),
    trainingLoss: new Float64Array(steps + 1),
    inferenceLoss: new Float64Array(steps + 1),
  };
  const look = (step: number): void => {
    for (const mode of ["training", "inference"] as const) {
      const [outputs, error] = session.run(
        [y, loss],
        [
          [x, first.inputs],
          [targets, first.targets],
          [training, mode === "training"],
        ],
      );
      seen[`${mode}Output`].set(exampleOf(outputs), step * count);
      seen[`${mode}Loss`][step] = error.data[0]!;
    }
  };
  return { seen, look };
}
