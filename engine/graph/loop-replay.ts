import { GraphKeys } from "../base-layer/deferred";
import type { BatchSource } from "../data/batch-source";
import { Checkpoints } from "../training/checkpoints";
import { stepTensors } from "../training/step-tensors";
import type { ChannelPart } from "../spec/run/recorded-part";
import { finished } from "../stepwise";
import type { Stepwise } from "../stepwise";
import type { TensorData } from "../tensor/tensor";
import type { StepTensors } from "../types/step-tensors";
import { fedAt } from "./fed-batch";
import { feedsFor } from "./loop-program";
import type { LoopProgram } from "./loop-program";
import type { Session } from "./session";

/** What a step of a loop finds. Gradient descent remembers nothing, so the variables are all. */
interface LoopCheckpoint {
  readonly step: number;
  readonly values: readonly TensorData[];
}

/** Goes back to steps of a loop that has run. */
export interface LoopReplay {
  readonly checkpoints: Checkpoints<LoopCheckpoint>;
  /** Runs again what leads from the nearest checkpoint to this step, which is then looked at without delay. */
  readonly approach: (step: number) => Stepwise<void>;
  /**
   * One step, counted from 1, from the variables it found. The optimizer does not run: γ and β stay as they were found,
   * so that nothing but the statistics is apart in the two modes.
   */
  readonly inspect: (step: number) => StepTensors;
}

export function replayOf(
  session: Session,
  program: LoopProgram,
  source: BatchSource,
  { steps, part }: { readonly steps: number; readonly part: ChannelPart },
): LoopReplay {
  const { graph, y, updates, trainStep } = program;
  const variables = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  const checkpoints = new Checkpoints<LoopCheckpoint>(steps, {
    take: (step) => ({ step, values: variables.map(({ data }) => data) }),
    goBackTo: ({ values }) => variables.forEach((variable, i) => variable.replace(values[i]!)),
    train: (step) => session.run(trainStep, feedsFor(program, fedAt(source, step), "training")),
  });
  const approach = (step: number): Stepwise<void> => checkpoints.approach(step);
  return {
    checkpoints,
    approach,
    inspect(step) {
      finished(approach(step));
      const batch = fedAt(source, step);
      session.run([y, ...updates], feedsFor(program, batch, "training"));
      const { trace } = graph.resultOf(program.call)!;
      const inference = session.run(y, feedsFor(program, batch, "inference"));
      return stepTensors(source, step, { inputs: batch.inputs, trace, inference, part });
    },
  };
}
