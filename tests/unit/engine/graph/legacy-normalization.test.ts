import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { Tensor } from "@/engine";
import { Graph, Session, placeholder } from "@/engine/graph";
import { stateOf } from "../support/tensors";
import { axesSuite } from "../tensorflow/suites/axes";
import { around100, expectNorm100 } from "../tensorflow/support/norm-100";
import { v1Profiles } from "../tensorflow/support/profiles";
import { deferredIn } from "./support/deferred-layer";

const shape = [5, 4, 3, 6];

describe.each(v1Profiles)("%s", (profile) => {
  axesSuite(deferredIn(profile));

  it("testBooleanLearningPhase: only the application with training=true has updates", () => {
    const graph = new Graph();
    const layer = new BatchNormalization(
      { axis: -1, epsilon: 1e-3, momentum: 0.9 },
      { graph, profile },
    );
    const x = placeholder(graph, { shape });
    const trained = layer.apply(x, { training: true });
    const inferred = layer.apply(x, { training: false });
    expect(layer.updates.length).toBe(2);
    expect(layer.getUpdatesFor(x)).toEqual(layer.updates);
    const session = new Session(graph);
    const call = (batch: Tensor, training: boolean): Tensor =>
      training
        ? session.run([trained, ...layer.updates], [[x, batch]])[0]
        : session.run(inferred, [[x, batch]]);
    // In training the mean holds to two decimal places.
    expectNorm100({ layer, call }, around100(shape), [3], 0.005);
    const before = stateOf(layer);
    call(around100(shape), false);
    expect(stateOf(layer)).toEqual(before);
  });
});
