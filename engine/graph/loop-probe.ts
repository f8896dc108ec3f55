import type { BatchSource } from "../data/batch-source";
import type { ChannelPart } from "../spec/run/recorded-part";
import type { Tensor } from "../tensor/tensor";
import type { LoopProbe } from "../types/training-loop";
import { fedAt } from "./fed-batch";
import { feedsFor } from "./loop-program";
import type { LoopProgram } from "./loop-program";
import type { Session } from "./session";

/** Looks at the first batch in both modes. Nothing moves: only the outputs and the loss are fetched. */
export function probeFor(
  session: Session,
  program: LoopProgram,
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
      const feeds = feedsFor(program, first, mode);
      const [outputs, error] = session.run([program.y, program.loss], feeds);
      seen[`${mode}Output`].set(exampleOf(outputs), step * count);
      seen[`${mode}Loss`][step] = error.data[0]!;
    }
  };
  return { seen, look };
}
