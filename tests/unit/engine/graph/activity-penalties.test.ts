import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { ProfileId } from "@/engine";
import { Graph, GraphKeys, Session, placeholder } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { allProfiles } from "../tensorflow/support/profiles";
import { collectingProfiles } from "./support/deferred-layer";

const batch = tensorOf([4, 2], uniform([4, 2], 1, [0, 5]));
const args = { activity_regularizer: { class_name: "L1L2", config: { l1: 0, l2: 0.5 } } };

/** 0.5·Σy², its mean over the four examples from 1.14 on. */
const penaltyOf = (data: ArrayLike<number>, profile: ProfileId): number => {
  const sum = Array.from(data).reduce((total, y) => total + y * y, 0);
  return (0.5 * sum) / (profile === "tf-1.4" ? 1 : 4);
};

const applied = (profile: ProfileId) => {
  const graph = new Graph();
  const x = placeholder(graph, { shape: [null, 2] });
  const layer = new BatchNormalization(args, { graph, profile });
  return { graph, x, layer, y: layer.apply(x, { training: true }) };
};

describe.each(allProfiles)("activity_regularizer in %s", (profile) => {
  it("in a graph: a loss for each call, the sum in 1.4, the mean over the examples later", () => {
    const { graph, x, layer, y } = applied(profile);
    layer.apply(x, { training: false });
    const losses = [null, x].flatMap((inputs) => layer.getLossesFor(inputs));
    expect(losses).toEqual(layer.losses);
    expect(losses.length).toBe(2);
    const [outputs, [loss]] = new Session(graph).run([y, losses], [[x, batch]]);
    expect(loss!.shape).toEqual([]);
    expect(loss!.data[0]).toBeAllClose(penaltyOf(outputs.data, profile), { relative: 1e-6 });
  });

  it("in a graph: it depends on the inputs, but in 1.4 on none", () => {
    const { x, layer } = applied(profile);
    const is14 = profile === "tf-1.4";
    expect(layer.getLossesFor(null).length).toBe(is14 ? 1 : 0);
    expect(layer.getLossesFor(x).length).toBe(is14 ? 0 : 1);
  });

  it("in a graph: REGULARIZATION_LOSSES has it where layers fill the collections", () => {
    const { graph, layer } = applied(profile);
    expect(graph.getCollection(GraphKeys.REGULARIZATION_LOSSES)).toEqual(
      collectingProfiles.includes(profile) ? layer.losses : [],
    );
  });

  it("eager: the loss of the last call; 1.4 refuses it and leaves the layer as it was", () => {
    const layer = new BatchNormalization(args, { profile });
    if (profile === "tf-1.4") {
      expect(refusedBy(() => layer.call(batch, { training: true }))).toMatchObject({
        code: "activity-eager",
        kind: "ValueError",
      });
      expect([layer.built, layer.step, layer.losses]).toEqual([false, 0, []]);
      return;
    }
    expect(layer.losses).toEqual([]);
    for (const training of [true, false]) {
      const { data } = layer.call(batch, { training });
      expect(layer.losses).toBeAllClose([penaltyOf(data, profile)], { relative: 1e-6 });
    }
  });

  it("can be read and set, and set to nothing", () => {
    const { graph } = applied(profile);
    const layer = new BatchNormalization(args, { graph, profile });
    expect(layer.activityRegularizer).toBe(args.activity_regularizer);
    layer.activityRegularizer = null;
    expect(layer.activityRegularizer).toBeNull();
    layer.apply(placeholder(graph, { shape: [null, 2] }));
    expect(layer.losses).toEqual([]);
    layer.activityRegularizer = "l2";
    layer.apply(placeholder(graph, { shape: [null, 2] }));
    expect(layer.losses.length).toBe(1);
    expect(refusedBy(() => (layer.activityRegularizer = "l3"))).toMatchObject({
      kind: "ValueError",
    });
    expect(layer.activityRegularizer).toBe("l2");
  });
});

it("eager 1.4 says what it refuses", () => {
  const layer = new BatchNormalization({ activity_regularizer: "l2" }, { profile: "tf-1.4" });
  expect(refusedBy(() => layer.call(batch)).message).toBe(
    'activity_regularizer must be null for an eager layer in this version. Received: activity_regularizer="l2"',
  );
});
