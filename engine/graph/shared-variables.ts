import { GraphKeys } from "../base-layer/deferred";
import type { Operation, SymbolicTensor } from "../base-layer/deferred";
import type { BatchSource } from "../data/batch-source";
import { sgd } from "../optimizers";
import { finished } from "../stepwise";
import type { Stepwise } from "../stepwise";
import type { Tensor } from "../tensor/tensor";
import type { SharedTraining, SharedVariables } from "../types/shared-variables";
import { described } from "./described";
import { fedAt } from "./fed-batch";
import { minimize } from "./minimize";
import { ObservedGraph } from "./observed-graph";
import { meanSquaredError } from "./operations/arithmetic";
import { group } from "./operations/group";
import { placeholder } from "./operations/placeholder";
import { Session } from "./session";
import { describedCalls, madeCalls } from "./two-calls";
import type { CallSettings } from "./two-calls";

export interface SharedVariablesSettings {
  readonly first: CallSettings;
  readonly second: CallSettings;
  readonly momentum: number;
  readonly steps: number;
  readonly learningRate: number;
  /** Whether a step runs the update operations of the second call too; those of the first it runs. */
  readonly runsUpdatesOfBoth: boolean;
}

/** What a step fetches, and what it and the probe are fed. */
interface Program {
  readonly graph: ObservedGraph;
  readonly inputs: readonly SymbolicTensor[];
  readonly outputs: readonly SymbolicTensor[];
  readonly targets: SymbolicTensor;
  readonly training: SymbolicTensor;
  readonly loss: SymbolicTensor;
  readonly trainStep: Operation;
}

/**
 * Calls the functional interface twice in one graph and tells which variables each call made or found. Then trains on
 * the loss of the first call alone, and looks at the outputs of both after every step. Step t feeds the first call the
 * source's batch 2t − 1 and the second its batch 2t. Where a call is refused the program ends: the message is part of
 * the result, and nothing is trained.
 */
export const sharedVariables = (
  source: BatchSource,
  settings: SharedVariablesSettings,
): SharedVariables => finished(sharedVariablesSteps(source, settings));

/** The same, step by step. */
export function* sharedVariablesSteps(
  source: BatchSource,
  settings: SharedVariablesSettings,
): Stepwise<SharedVariables> {
  const { first, second, momentum, learningRate, runsUpdatesOfBoth } = settings;
  const graph = new ObservedGraph();
  const { channels } = source;
  const shape = [null, channels.length] as const;
  const inputs = ["x1", "x2"].map((name) => placeholder(graph, { shape, name }));
  const training = placeholder(graph, { dtype: "bool", name: "training" });
  // What the collection holds after each call.
  const collected: (readonly Operation[])[] = [];
  const { calls, refusal } = madeCalls(
    graph,
    [
      [inputs[0]!, first],
      [inputs[1]!, second],
    ],
    { momentum, training },
    () => collected.push(graph.getCollection(GraphKeys.UPDATE_OPS)),
  );
  if (refusal !== null) {
    return {
      channels,
      graph: described(graph),
      calls: describedCalls(graph, calls),
      refusal,
      training: null,
    };
  }
  const outputs = calls.map((call) => call.outputs);
  const targets = placeholder(graph, { shape, name: "targets" });
  const loss = meanSquaredError(targets, outputs[0]!);
  const trainOp = minimize(sgd({ learning_rate: learningRate }), loss);
  const updates = collected[runsUpdatesOfBoth ? 1 : 0]!;
  const trainStep = group([trainOp, ...updates], "train_step");
  const program = { graph, inputs, outputs, targets, training, loss, trainStep };
  return {
    channels,
    graph: described(graph),
    calls: describedCalls(graph, calls),
    refusal: null,
    training: yield* trained(source, program, settings),
  };
}

function* trained(
  source: BatchSource,
  program: Program,
  { steps }: SharedVariablesSettings,
): Stepwise<SharedTraining> {
  const { graph, inputs, targets, training, loss, trainStep } = program;
  const width = source.channels.length;
  const session = new Session(graph);
  const variables = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  const rows = (): Float64Array => new Float64Array((steps + 1) * width);
  const values = variables.map(rows);
  const losses = new Float64Array(steps);
  const batchMeans = inputs.map(() => new Float64Array(steps * width));
  const probe = probeFor(session, program, source, steps);
  let ran: ReadonlySet<Operation> = new Set();

  const look = (step: number): void => {
    session.run(variables).forEach(({ data }, i) => values[i]!.set(data, step * width));
    probe.look(step);
  };
  look(0);
  for (let step = 1; step <= steps; step++) {
    const batches = [fedAt(source, 2 * step - 1), fedAt(source, 2 * step)] as const;
    graph.takeRan();
    const [lossValue] = session.run(
      [loss, trainStep],
      [
        [inputs[0]!, batches[0].inputs],
        [inputs[1]!, batches[1].inputs],
        [targets, batches[0].targets],
        [training, true],
      ],
    );
    ran = graph.takeRan();
    losses[step - 1] = lossValue.data[0]!;
    batches.forEach((batch, call) => {
      batchMeans[call]!.set(meansOf(batch.inputs, width), (step - 1) * width);
    });
    look(step);
    yield step;
  }
  return {
    steps,
    loss: losses,
    batchMeans,
    values,
    ...probe.seen,
    ran: graph.operations.map((operation) => ran.has(operation)),
  };
}

function meansOf({ data }: Tensor, width: number): Float64Array {
  const count = data.length / width;
  return Float64Array.from({ length: width }, (_, channel) => {
    let sum = 0;
    for (let row = 0; row < count; row++) sum += data[row * width + channel]!;
    return sum / count;
  });
}

/** Puts the first batches through both calls in both modes and keeps the outputs of their first examples. Nothing moves. */
function probeFor(
  session: Session,
  { inputs, outputs, training }: Program,
  source: BatchSource,
  steps: number,
): {
  readonly seen: Pick<SharedTraining, "inputs" | "trainingOutputs" | "inferenceOutputs">;
  readonly look: (step: number) => void;
} {
  const width = source.channels.length;
  const batches = [fedAt(source, 1), fedAt(source, 2)] as const;
  const rows = (): Float64Array => new Float64Array((steps + 1) * width);
  const seen = {
    inputs: batches.map((batch) => Float64Array.from(batch.inputs.data)),
    trainingOutputs: outputs.map(rows),
    inferenceOutputs: outputs.map(rows),
  };
  const look = (step: number): void => {
    for (const mode of ["training", "inference"] as const) {
      const found = session.run(outputs, [
        [inputs[0]!, batches[0].inputs],
        [inputs[1]!, batches[1].inputs],
        [training, mode === "training"],
      ]);
      found.forEach(({ data }, call) => {
        seen[`${mode}Outputs`][call]!.set(data.subarray(0, width), step * width);
      });
    }
  };
  return { seen, look };
}
