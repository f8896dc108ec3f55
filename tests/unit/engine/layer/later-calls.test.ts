import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, Tensor } from "@/engine";
import { refusedBy } from "../support/refused";
import type { Refused } from "../support/refused";
import { float32, stateOf, uniformNumbers } from "../support/tensors";

const ofShape = (...shape: number[]): Tensor => float32(shape, uniformNumbers(shape, 0, 3));

/** A layer that has seen one training call. */
function trained(args: BatchNormArguments, ...shape: number[]): BatchNormalization {
  const layer = new BatchNormalization(args);
  layer.call(ofShape(...shape), { training: true });
  return layer;
}

describe("a later call is refused, and changes no weight by a bit, when", () => {
  const rank = (sizes: string): Refused => ({
    code: "inputs-rank",
    kind: "ValueError",
    message: `inputs must have the rank the layer was built for: ${sizes}`,
  });
  const channels = (sizes: string): Refused => ({
    code: "inputs-dimension",
    kind: "ValueError",
    message: `inputs must have the channels the layer was built for: ${sizes}`,
  });

  it.each([
    {
      when: "the rank is lower",
      args: {},
      shapes: [
        [5, 4, 3],
        [4, 3],
      ],
      refused: rank("expected ndim=3, found ndim=2. Received: inputs.shape=[4, 3]"),
    },
    {
      when: "the rank is higher",
      args: {},
      shapes: [
        [2, 3],
        [1, 2, 3],
      ],
      refused: rank("expected ndim=2, found ndim=3. Received: inputs.shape=[1, 2, 3]"),
    },
    {
      when: "there are other channels",
      args: {},
      shapes: [
        [2, 3],
        [2, 4],
      ],
      refused: channels(
        "expected axis 1 of input shape to have value 3. Received: inputs.shape=[2, 4]",
      ),
    },
    {
      when: "there is one channel, which could be broadcast",
      args: { axis: 1 },
      shapes: [
        [2, 3, 4],
        [2, 1, 4],
      ],
      refused: channels(
        "expected axis 1 of input shape to have value 3. Received: inputs.shape=[2, 1, 4]",
      ),
    },
    {
      when: "the second of two normalized axes has another size",
      args: { axis: [1, -1] },
      shapes: [
        [2, 3, 4],
        [2, 3, 5],
      ],
      refused: channels(
        "expected axis 2 of input shape to have value 4. Received: inputs.shape=[2, 3, 5]",
      ),
    },
    {
      when: "the batch size differs although axis 0 is normalized",
      args: { axis: 0 },
      shapes: [
        [2, 3],
        [3, 3],
      ],
      refused: channels(
        "expected axis 0 of input shape to have value 2. Received: inputs.shape=[3, 3]",
      ),
    },
  ])("$when", ({ args, shapes, refused }) => {
    const layer = trained(args, ...shapes[0]!);
    const before = stateOf(layer);
    for (const training of [true, false]) {
      expect(refusedBy(() => layer.call(ofShape(...shapes[1]!), { training }))).toEqual(refused);
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
