import { BatchNormalization } from "@/engine";
import type { LayerOptions, ProfileId } from "@/engine";
import { Graph, Session, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import type { LayerMaker } from "../../tensorflow/support/called-layer";

/** The versions in which a layer puts what it makes into the graph's collections. */
export const collectingProfiles: readonly ProfileId[] = ["tf-1.4", "tf-2.3-layers"];

export const quiet = { onWarning: (): void => undefined };

/** A boolean that says in each run whether it trains. */
export const trainingIn = (graph: Graph): SymbolicTensor =>
  placeholder(graph, { dtype: "bool", name: "training" });

/**
 * Layers in a graph of their own. Each is applied once, to placeholders for the inputs and for `training`; a call is a
 * run of the outputs with the layer's updates.
 */
export const deferredIn =
  (profile: ProfileId, options: Omit<LayerOptions, "graph" | "profile"> = {}): LayerMaker =>
  (args, shape) => {
    const graph = new Graph();
    const session = new Session(graph);
    const layer = new BatchNormalization(args, { ...options, graph, profile });
    const x = placeholder(graph, { shape, dtype: args.dtype ?? "float32", name: "x" });
    const training = trainingIn(graph);
    let outputs: SymbolicTensor | undefined;
    return {
      layer,
      call(batch, isTraining) {
        outputs ??= layer.apply(x, { training });
        const feeds = [[x, batch] as const, [training, isTraining] as const];
        return session.run([outputs, ...layer.updates], feeds)[0];
      },
    };
  };
