import fc from "fast-check";
import { expect, it } from "vitest";
import { channelView, parameterShape } from "@/engine/tensor/channel-view";
import { anyCase, seeded } from "../support/arbitraries";
import { naiveChannels } from "../support/naive";

it("two elements share a channel exactly when their coordinates agree on the normalized axes (200 shapes)", () => {
  fc.assert(
    fc.property(anyCase(4), ({ shape, axes, x, channelCount }) => {
      const view = channelView(shape, axes);
      expect(Array.from(view.channelOf)).toEqual(naiveChannels(shape, axes));
      expect(view.elementCount).toBe(x.length);
      expect(view.channelCount).toBe(channelCount);
      expect(view.samplesPerChannel * channelCount).toBe(x.length);
    }),
    seeded(200),
  );
});

it("there is one parameter per channel (200 shapes)", () => {
  fc.assert(
    fc.property(anyCase(4), ({ shape, axes, channelCount }) => {
      expect(parameterShape(shape, axes).reduce((size, n) => size * n, 1)).toBe(channelCount);
    }),
    seeded(200),
  );
});
