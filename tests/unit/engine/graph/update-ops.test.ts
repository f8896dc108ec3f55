import { describe, expect, it } from "vitest";
import { BatchNormalization, sgd } from "@/engine";
import type { BatchNormArguments, ProfileId } from "@/engine";
import {
  Graph,
  GraphKeys,
  Session,
  batchNormalization,
  meanSquaredError,
  minimize,
  placeholder,
} from "@/engine/graph";
import type { Operation, SymbolicTensor } from "@/engine/graph";
import { bitsOf, stateOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { allProfiles, v2Profiles } from "../tensorflow/support/profiles";
import { collectingProfiles, deferredIn, quiet, trainingIn } from "./support/deferred-layer";

const three = [[-10], [0], [10]];

describe("the functional interface with its defaults on −10, 0, 10", () => {
  const made = (training?: boolean) => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 1], name: "x" });
    return { graph, x, y: batchNormalization(x, { training }, quiet) };
  };

  it.each([
    { training: undefined, edge: 9.995004 },
    { training: false, edge: 9.995004 },
    { training: true, edge: 1.2247357 },
  ])("training $training gives ±$edge and 0", ({ training, edge }) => {
    const { graph, x, y } = made(training);
    const { data } = new Session(graph).run(y, [[x, three]]);
    expect(data).toBeAllClose([-edge, 0, edge], { absolute: 5e-7 });
  });

  it("does not move the statistics without the update operations, however long it trains", () => {
    const { graph, x, y } = made(true);
    const loss = meanSquaredError(x, y);
    const train = minimize(sgd({ learning_rate: 0.1 }), loss);
    const [gamma, , mean, variance] = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
    const session = new Session(graph);
    for (let step = 0; step < 100; step++) session.run(train, [[x, three]]);
    expect(gamma!.value.data[0]).not.toBe(1);
    expect([mean!.value.data[0], variance!.value.data[0]]).toEqual([0, 1]);
    for (let step = 0; step < 100; step++) {
      session.run([train, ...graph.getCollection(GraphKeys.UPDATE_OPS)], [[x, three]]);
    }
    const kept = 0.99 ** 100;
    expect(variance!.value.data[0]).toBeAllClose(kept + (1 - kept) * (200 / 3), { relative: 1e-5 });
  });
});

/** The positions of four things in every order. */
const orders = (items: readonly number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((first) =>
        orders(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
      );

const shape = [4, 3, 2, 2];
const batches = [1, 2].map((seed) => tensorOf(shape, uniform(shape, seed, [-1, 3])));

/** A layer that is called on two inputs, and a session of its graph. */
function calledTwice(profile: ProfileId, args: BatchNormArguments = {}) {
  const graph = new Graph();
  const layer = new BatchNormalization({ momentum: 0.75, ...args }, { graph, profile });
  const inputs = ["x1", "x2"].map((name) => placeholder(graph, { shape, name }));
  const outputs = inputs.map((x) => layer.apply(x, { training: true }));
  const feeds = inputs.map((x, i) => [x, batches[i]!] as const);
  return { layer, inputs, outputs, feeds, session: new Session(graph) };
}

/** The state of an eager layer that was called on the two batches in this order. */
function eagerAfter(profile: ProfileId, order: readonly number[]) {
  const layer = new BatchNormalization({ momentum: 0.75 }, { profile });
  for (const i of order) layer.call(batches[i]!, { training: true });
  return layer.getWeights().map(bitsOf);
}

describe.each(["tf-1.4", "tf-2.3-layers", "tf-2.3-v2", "keras-2-v2"] as const)("%s", (profile) => {
  it.each(orders([0, 1, 2, 3]))(
    "two calls in one run are two successive updates, the updates fetched in the order %i %i %i %i",
    (...order) => {
      const { layer, session, feeds } = calledTwice(profile);
      expect(layer.updates.length).toBe(4);
      session.run(
        order.map((i) => layer.updates[i]!),
        feeds,
      );
      // Even ones move the mean, odd ones the variance.
      const means = order.filter((i) => i % 2 === 0).map((i) => i / 2);
      const variances = order.filter((i) => i % 2 === 1).map((i) => (i - 1) / 2);
      const [, , mean, variance] = layer.getWeights().map(bitsOf);
      expect(mean).toBe(eagerAfter(profile, means)[2]);
      expect(variance).toBe(eagerAfter(profile, variances)[3]);
    },
  );

  it.each([{}, { renorm: true, renorm_momentum: 0.5 }])(
    "two calls, each with its updates after it, are two eager calls bit for bit: %o",
    (args) => {
      const { layer, inputs, outputs, feeds, session } = calledTwice(profile, args);
      const fetches = inputs.map((x, i) => [outputs[i]!, ...layer.getUpdatesFor(x)] as const);
      const got = session.run(fetches, feeds).map(([y]) => bitsOf(y));
      const eager = new BatchNormalization({ momentum: 0.75, ...args }, { profile });
      expect(got).toEqual(batches.map((batch) => bitsOf(eager.call(batch, { training: true }))));
      expect(layer.getWeights().map(bitsOf)).toEqual(eager.getWeights().map(bitsOf));
    },
  );

  it("an update that is fetched twice, or that two groups need, runs once", () => {
    const { layer, feeds, session } = calledTwice(profile);
    const [mean, variance] = layer.updates as [Operation, Operation];
    session.run([mean, variance, mean, [variance, mean]], feeds);
    expect(layer.getWeights().map(bitsOf)).toEqual(eagerAfter(profile, [0]));
  });
});

it.each(["tf-2.3-layers", "tf-2.3-v2", "keras-2-v2"] as const)(
  "two calls in one run draw a random adjustment each, as two eager calls do: %s",
  (profile) => {
    const args = { adjustment: { scale: 0.5, bias: 0.5 } };
    const { layer, outputs, feeds, session } = calledTwice(profile, args);
    const got = session.run(outputs, feeds).map(bitsOf);
    const eager = new BatchNormalization({ momentum: 0.75, ...args }, { profile });
    expect(got).toEqual(batches.map((batch) => bitsOf(eager.call(batch, { training: true }))));
    expect(layer.step).toBe(2);
  },
);

describe.each(allProfiles)("%s", (profile) => {
  it.each<BatchNormArguments>([
    {},
    { fused: false },
    { renorm: true },
    { axis: [1, 2] },
    { virtual_batch_size: 2 },
  ])(
    "a training placeholder fed false leaves every variable as it was, bit for bit: %o",
    (args) => {
      const { layer, call } = deferredIn(profile)(args, shape);
      call(batches[0]!, true);
      const before = stateOf(layer);
      call(batches[1]!, false);
      expect(stateOf(layer)).toEqual(before);
      call(batches[1]!, true);
      expect(stateOf(layer)).not.toEqual(before);
    },
  );

  const created = (trainable: boolean, training: "placeholder" | boolean | null) => {
    const graph = new Graph();
    const layer = new BatchNormalization({ trainable }, { graph, profile });
    const x = placeholder(graph, { shape });
    layer.apply(x, { training: training === "placeholder" ? trainingIn(graph) : training });
    const types = graph.operations.map(({ type }) => type);
    return { graph, layer, made: types.filter((type) => type.startsWith("Assign")).length };
  };

  it.each([true, null, "placeholder"] as const)(
    "training %s makes two update operations where the layer is trainable; in 1.4 where it is not, too",
    (training) => {
      expect(created(true, training).made).toBe(2);
      expect(created(false, training).made).toBe(profile === "tf-1.4" ? 2 : 0);
    },
  );

  it("training false makes no update operations", () => {
    expect([created(true, false).made, created(false, false).made]).toEqual([0, 0]);
  });

  it("UPDATE_OPS has what `updates` has in tf.layers and in 1.4, and nothing elsewhere", () => {
    for (const trainable of [true, false]) {
      const { graph, layer } = created(trainable, true);
      const collected = graph.getCollection(GraphKeys.UPDATE_OPS);
      expect(collected).toEqual(collectingProfiles.includes(profile) ? layer.updates : []);
    }
  });

  it("a layer that is frozen later has no updates, in 1.4 it keeps them", () => {
    const { layer } = created(true, true);
    const { updates } = layer;
    layer.trainable = false;
    expect(layer.updates).toEqual(profile === "tf-1.4" ? updates : []);
    layer.trainable = true;
    expect(layer.updates).toEqual(updates);
  });

  it("a frozen layer normalizes with its batch in V1, with its moving statistics in V2", () => {
    const graph = new Graph();
    const layer = new BatchNormalization({ trainable: false }, { graph, profile });
    const x = placeholder(graph, { shape });
    const training = trainingIn(graph);
    const [open, known] = [training, true].map((value) => layer.apply(x, { training: value })) as [
      SymbolicTensor,
      SymbolicTensor,
    ];
    const session = new Session(graph);
    const feeds = [[x, batches[0]!] as const, [training, true] as const];
    const isV2 = v2Profiles.some((each) => each === profile);
    const eager = new BatchNormalization({}, { profile });
    const expected = bitsOf(eager.call(batches[0]!, { training: !isV2 }));
    expect(session.run([open, known], feeds).map(bitsOf)).toEqual([expected, expected]);
  });

  it("a frozen layer's update operations move its statistics where there are some: in 1.4", () => {
    const { layer, call } = deferredIn(profile)({ trainable: false }, shape);
    call(batches[0]!, true);
    const moved = layer.getWeights().slice(2).map(bitsOf);
    const eager = new BatchNormalization({}, { profile });
    if (profile === "tf-1.4") eager.call(batches[0]!, { training: true });
    else eager.build(shape);
    expect(moved).toEqual(eager.getWeights().slice(2).map(bitsOf));
  });

  it("renorm's variables move with the updates, and with nothing else", () => {
    const args = { renorm: true, momentum: 0.5 };
    const moved = (trainable: boolean) => {
      const { layer, call } = deferredIn(profile)({ ...args, trainable }, shape);
      layer.build(shape);
      const before = layer.getWeights().map(bitsOf);
      call(batches[0]!, true);
      const after = layer.getWeights().map(bitsOf);
      return layer.weights
        .map(({ name }) => name.slice(name.lastIndexOf("/") + 1))
        .filter((_, i) => after[i] !== before[i]);
    };
    const all = moved(true);
    expect(all).toContain("renorm_mean");
    expect(all).toContain("moving_mean");
    expect(moved(false)).toEqual(profile === "tf-1.4" ? all : []);
  });
});
