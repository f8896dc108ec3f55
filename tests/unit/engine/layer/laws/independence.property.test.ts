import fc from "fast-check";
import { expect, it } from "vitest";
import { anyCase, listOf, seeded } from "../../support/arbitraries";
import { naiveChannels } from "../../support/naive";
import { inputsOf, layerFor } from "../../support/runs";

it("replacing the inputs of all other channels leaves a channel's outputs, bit for bit (150 cases)", () => {
  const pairs = anyCase(4).chain((given) =>
    fc.record({
      given: fc.constant(given),
      others: listOf(given.x.length, 1e6),
      kept: fc.nat({ max: given.channelCount - 1 }),
      training: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(pairs, ({ given, others, kept, training }) => {
      const channels = naiveChannels(given.shape, given.axes);
      const x = given.x.map((value, i) => (channels[i] === kept ? value : others[i]!));
      const ofKept = (from: readonly number[]): number[] =>
        Array.from(layerFor(given).call(inputsOf({ ...given, x: from }), { training }).data).filter(
          (_, i) => channels[i] === kept,
        );
      expect(ofKept(x)).toEqual(ofKept(given.x));
    }),
    seeded(150),
  );
});
