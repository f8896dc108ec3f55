import { requireObject, requireTextOrNull } from "../base-layer/argument-rules";
import { checkedArgument } from "../base-layer/check-options";
import { isSymbolic } from "../base-layer/symbolic";
import type { Reuse, SymbolicTensor } from "../base-layer/deferred";
import type { CallOptions, LayerOptions } from "../base-layer/options";
import { warnOnConsole } from "../base-layer/warnings";
import { EngineError } from "../errors";
import { BatchNormalization } from "../layer/batch-normalization";
import { refuseUnknown } from "../layer/configuration";
import type { BatchNormArguments } from "../layer/configuration";
import { name as nameSpec } from "../spec/args/name";
import { isProfileId, switchesOf } from "../spec/profiles";
import { refusal, showValue } from "../spec/show-value";

/** The arguments of the function besides its inputs: those of the layer, and how to call it. */
const layerOnly = [
  "dtype",
  "batch_input_shape",
  "input_shape",
  "batch_size",
  "weights",
  "dynamic",
  "activity_regularizer",
] as const satisfies readonly (keyof BatchNormArguments)[];

export interface FunctionalArguments extends Omit<BatchNormArguments, (typeof layerOnly)[number]> {
  /** False unless given; a boolean tensor decides in each run. */
  readonly training?: CallOptions["training"];
  /** Whether the variables of an earlier layer of this name are used. */
  readonly reuse?: Reuse | null;
}

/** The layer takes some arguments that the function does not document. */
function refuseForeign(given: Readonly<Record<string, unknown>>): void {
  const foreign = layerOnly.find((name) => given[name] !== undefined);
  if (foreign !== undefined) refuseUnknown(foreign, given[foreign]);
}

/**
 * Normalizes a symbolic tensor by a layer that only the graph keeps. Where it may train, it puts the two operations that
 * move the statistics into UPDATE_OPS; the statistics stay at their initial values unless someone runs them.
 *
 * A name is that of the variable scope as it stands: used twice, it is refused unless `reuse` says so. Throws a
 * ValueError for inputs that are no symbolic tensor, which is to say in eager mode.
 *
 * Source: `tf.compat.v1.layers.batch_normalization` of TensorFlow 2.3.
 */
export function batchNormalization(
  inputs: SymbolicTensor,
  args: FunctionalArguments = {},
  options: Omit<LayerOptions, "graph" | "reuse" | "scope" | "names"> = {},
): SymbolicTensor {
  requireObject("args", args);
  requireObject("options", options);
  const { training = false, reuse = null, ...layerArguments } = args;
  const given: unknown = inputs;
  if (!isSymbolic(given)) {
    throw new EngineError(
      "eager",
      "ValueError",
      `inputs must be a symbolic tensor: the function does not work in eager mode, where BatchNormalization does. Received: inputs=${showValue(given)}`,
      { argument: "inputs" },
    );
  }
  refuseForeign(layerArguments);
  const scope = checkedArgument(nameSpec, args.name ?? null);
  requireTextOrNull("name", scope);
  const profile = options.profile ?? "tf-2.3-layers";
  if (isProfileId(profile) && !switchesOf(profile).legacyNames) {
    throw new EngineError(
      "profile",
      "ValueError",
      refusal("profile", "one of tf-1.4, tf-2.3-layers for the functional interface", profile),
      { argument: "profile" },
    );
  }
  (options.onWarning ?? warnOnConsole)({
    code: "deprecated",
    message:
      "batchNormalization is deprecated in TensorFlow: make a BatchNormalization and apply it.",
  });
  const layer = new BatchNormalization(layerArguments, {
    ...options,
    profile,
    graph: inputs.graph,
    reuse,
    scope,
  });
  return layer.apply(inputs, { training });
}
