import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, Tensor } from "@/engine";
import { refusedBy } from "../support/refused";
import { float32, stateOf, uniformNumbers } from "../support/tensors";

const ofShape = (...shape: number[]): Tensor => float32(shape, uniformNumbers(shape, 0, 3));

/** A layer that has seen one training call. */
function trained(args: BatchNormArguments, ...shape: number[]): BatchNormalization {
  const layer = new BatchNormalization(args);
  layer.call(ofShape(...shape), { training: true });
  return layer;
}

describe("a later call is refused, and changes no weight by a bit, when", () => {
  const rank = "inputs must have the rank the layer was built for:";
  const channels = "inputs must have the channels the layer was built for:";

  it.each<[string, BatchNormArguments, number[], number[], string, string]>([
    [
      "the rank is lower",
      {},
      [5, 4, 3],
      [4, 3],
      "inputs-rank",
      `${rank} expected ndim=3, found ndim=2. Received: inputs.shape=[4, 3]`,
    ],
    [
      "the rank is higher",
      {},
      [2, 3],
      [1, 2, 3],
      "inputs-rank",
      `${rank} expected ndim=2, found ndim=3. Received: inputs.shape=[1, 2, 3]`,
    ],
    [
      "there are other channels",
      {},
      [2, 3],
      [2, 4],
      "inputs-dimension",
      `${channels} expected axis 1 of input shape to have value 3. Received: inputs.shape=[2, 4]`,
    ],
    [
      "there is one channel, which could be broadcast",
      { axis: 1 },
      [2, 3, 4],
      [2, 1, 4],
      "inputs-dimension",
      `${channels} expected axis 1 of input shape to have value 3. Received: inputs.shape=[2, 1, 4]`,
    ],
    [
      "the second of two normalized axes has another size",
      { axis: [1, -1] },
      [2, 3, 4],
      [2, 3, 5],
      "inputs-dimension",
      `${channels} expected axis 2 of input shape to have value 4. Received: inputs.shape=[2, 3, 5]`,
    ],
    [
      "the batch size differs although axis 0 is normalized",
      { axis: 0 },
      [2, 3],
      [3, 3],
      "inputs-dimension",
      `${channels} expected axis 0 of input shape to have value 2. Received: inputs.shape=[3, 3]`,
    ],
  ])("%s", (_, args, first, later, code, message) => {
    const layer = trained(args, ...first);
    const before = stateOf(layer);
    for (const training of [true, false]) {
      expect(refusedBy(() => layer.call(ofShape(...later), { training }))).toEqual({
        code,
        kind: "ValueError",
        message,
      });
    }
    expect(stateOf(layer)).toEqual(before);
  });

  it("the inputs are ragged, or training is no bool", () => {
    const layer = trained({}, 2, 2);
    const before = stateOf(layer);
    expect(refusedBy(() => layer.call([[1, 2], [3]], { training: true })).code).toBe(
      "tensor-ragged",
    );
    expect(refusedBy(() => layer.call([[1, 2]], { training: "yes" as never })).code).toBe(
      "argument",
    );
    expect(stateOf(layer)).toEqual(before);
  });
});

it("a later call may have another batch size and other sizes on the averaged axes", () => {
  const layer = trained({ axis: 1 }, 2, 3, 4);
  expect(layer.call(ofShape(7, 3, 1), { training: true }).shape).toEqual([7, 3, 1]);
});

it("a layer built for one rank refuses another at its first call", () => {
  const layer = new BatchNormalization();
  layer.build([null, 3]);
  expect(refusedBy(() => layer.call(ofShape(1, 2, 3))).code).toBe("inputs-rank");
});
