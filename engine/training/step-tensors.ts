import type { BatchSource } from "../data/batch-source";
import type { Trace } from "../layer/trace";
import type { ChannelPart } from "../spec/run/recorded-part";
import type { Tensor } from "../tensor/tensor";
import type { StepTensors } from "../types/step-tensors";
import { inPart } from "./channel-part";
import { perElement } from "./recorder";
import { contiguousGhosts, trainingCall } from "./training-call";

/** A step that was made again, `batchSize × channels`. */
interface LookedAt {
  readonly inputs: Tensor;
  /** Of the training call. */
  readonly trace: Trace;
  /** The outputs in inference mode, with the moving statistics that the call left. */
  readonly inference: Tensor;
  /** One weight per example. */
  readonly mask?: readonly number[] | undefined;
  /** The channels whose numbers are wanted. */
  readonly part: ChannelPart;
}

const numbers = ({ data }: Tensor): Float64Array => Float64Array.from(data);

/** Presents a step as plain numbers. */
export function stepTensors(
  source: BatchSource,
  step: number,
  { inputs, trace, inference, mask, part }: LookedAt,
): StepTensors {
  const { labels } = source.batch(step);
  const width = source.channels.length;
  const lists = {
    inputs: numbers(inputs),
    trainingOutputs: numbers(trace.outputs),
    inferenceOutputs: numbers(inference),
    call: trainingCall(trace, width),
    weights: Object.fromEntries(
      Object.entries(trace.weights.before).map(([name, weight]) => [name, numbers(weight)]),
    ),
    contiguousGhosts: contiguousGhosts(inputs, trace.ghostBatches, mask && perElement(mask, width)),
  };
  return {
    step,
    batchSize: source.batchSize,
    usesBatch: trace.mode === "training",
    ...inPart(lists, width, part),
    ...(labels !== undefined && { labels }),
  };
}
