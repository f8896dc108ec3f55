import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments } from "@/engine";
import { Graph, Session, placeholder } from "@/engine/graph";
import { bitsOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { trainingIn } from "./support/deferred-layer";

const shape = [5, 3];
const batches = [1, 2].map((seed) => tensorOf(shape, uniform(shape, seed, [-2, 4])));

const profiles = ["tf-2.3-layers", "tf-2.3-v2", "keras-2-v2"] as const;

const depending: readonly (readonly [string, BatchNormArguments])[] = [
  ["draw an adjustment", { adjustment: { scale: 0.5, bias: 0.5 } }],
  [
    "see the next step of a schedule",
    { renorm: true, renorm_clipping: { rmax: (step) => 1 + step, rmin: () => 0, dmax: (s) => s } },
  ],
  [
    "see the next step of a schedule of all bounds",
    { renorm: true, renorm_clipping: (step) => ({ rmax: 1 + step, dmax: step }) },
  ],
];

describe.each(profiles)("%s", (profile) => {
  /** A layer that is called on two inputs, and fetches of each call with its updates. */
  const calledTwice = (args: BatchNormArguments) => {
    const graph = new Graph();
    const layer = new BatchNormalization(args, { graph, profile });
    const training = trainingIn(graph);
    const inputs = ["x1", "x2"].map((name) => placeholder(graph, { shape, name }));
    const outputs = inputs.map((x) => layer.apply(x, { training }));
    const fetches = inputs.map((x, i) => [outputs[i]!, ...layer.getUpdatesFor(x)] as const);
    const feeds = (isTraining: boolean) =>
      [
        ...inputs.map((x, i) => [x, batches[i]!] as const),
        [training, isTraining] as const,
      ] as const;
    return { graph, layer, outputs, fetches, feeds, session: new Session(graph) };
  };

  it.each(depending)(
    "two calls in one run %s each, as two eager calls do, run after run",
    (_what, args) => {
      const { layer, session, fetches, feeds } = calledTwice(args);
      const eager = new BatchNormalization(args, { profile });
      const seen = new Set<string>();
      for (let run = 1; run <= 3; run++) {
        const got = session.run(fetches, feeds(true)).map(([y]) => bitsOf(y));
        expect(got).toEqual(batches.map((batch) => bitsOf(eager.call(batch, { training: true }))));
        expect(layer.getWeights().map(bitsOf)).toEqual(eager.getWeights().map(bitsOf));
        expect(layer.step).toBe(2 * run);
        for (const each of got) seen.add(each);
      }
      expect(seen.size).toBe(6);
    },
  );

  it("the step counts only training calls of runs that succeed", () => {
    const [, args] = depending[0]!;
    const { graph, layer, session, outputs, fetches, feeds } = calledTwice(args);
    const failing = graph.operation({
      type: "Fail",
      compute: () => {
        throw new Error("midway");
      },
    });
    for (let run = 0; run < 3; run++) {
      expect(() => session.run([fetches, failing], feeds(true))).toThrow("midway");
    }
    session.run(outputs, feeds(false));
    expect(layer.step).toBe(0);
    const eager = new BatchNormalization(args, { profile });
    expect(bitsOf(session.run(outputs[0]!, feeds(true)))).toBe(
      bitsOf(eager.call(batches[0]!, { training: true })),
    );
    expect(layer.step).toBe(1);
  });
});
