import { describe, expect, it } from "vitest";
import { BatchNormalization, adam, sgd } from "@/engine";
import type { Optimizer } from "@/engine";
import { Graph, Session, meanSquaredError, minimize, placeholder } from "@/engine/graph";
import { bitsOf, stateOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";

const shape = [6, 3];
const batch = (seed: number) => tensorOf(shape, uniform(shape, seed, [-1, 2]));

const optimizers: Readonly<Record<string, () => Optimizer>> = {
  sgd: () => sgd({ learning_rate: 0.1 }),
  "sgd with momentum": () => sgd({ learning_rate: 0.1, momentum: 0.9 }),
  adam: () => adam({ learning_rate: 0.1 }),
};

/** A layer with a loss, of which each call of `minimize` makes an operation. */
function inGraph() {
  const graph = new Graph();
  const [x, target] = ["x", "target"].map((name) => placeholder(graph, { shape, name }));
  const layer = new BatchNormalization({}, { graph });
  const loss = meanSquaredError(target!, layer.apply(x!, { training: true }));
  const session = new Session(graph);
  const feeds = (seed: number) => [[x!, batch(seed)] as const, [target!, batch(seed + 9)] as const];
  return { layer, loss, session, feeds };
}

describe.each(Object.entries(optimizers))("%s", (_name, optimizer) => {
  /** The weights after steps that the operations take in turn. */
  const after = (operations: number, isShared: boolean) => {
    const { layer, loss, session, feeds } = inGraph();
    const one = optimizer();
    const trains = Array.from({ length: operations }, () =>
      minimize(isShared ? one : optimizer(), loss),
    );
    for (let step = 0; step < 6; step++) session.run(trains[step % operations]!, feeds(step));
    return stateOf(layer);
  };

  it("in two `minimize` calls takes the steps of one, bit for bit", () => {
    expect(after(2, true)).toEqual(after(1, true));
  });

  it("remembers a graph's variables apart from another graph's", () => {
    const one = optimizer();
    const interleaved = [inGraph(), inGraph()].map((each) => ({
      ...each,
      train: minimize(one, each.loss),
    }));
    for (let step = 0; step < 6; step++) {
      for (const { session, train, feeds } of interleaved) session.run(train, feeds(step));
    }
    for (const { layer } of interleaved) expect(stateOf(layer)).toEqual(after(1, true));
  });

  it("forgets the step of a run that fails midway", () => {
    const { layer, loss, session, feeds } = inGraph();
    const train = minimize(optimizer(), loss);
    const failing = loss.graph.operation({
      type: "Fail",
      compute: () => {
        throw new Error("midway");
      },
    });
    for (let step = 0; step < 6; step++) {
      expect(() => session.run([train, failing], feeds(step))).toThrow("midway");
      session.run(train, feeds(step));
    }
    expect(stateOf(layer)).toEqual(after(1, true));
  });
});

it.each(["sgd with momentum", "adam"])(
  "two optimizers %s are not one: each remembers by itself",
  (name) => {
    const run = (isShared: boolean) => {
      const { layer, loss, session, feeds } = inGraph();
      const one = optimizers[name]!();
      const trains = [0, 1].map(() => minimize(isShared ? one : optimizers[name]!(), loss));
      for (let step = 0; step < 4; step++) session.run(trains[step % 2]!, feeds(step));
      return layer.getWeights().map(bitsOf);
    };
    expect(run(false)).not.toEqual(run(true));
  },
);
