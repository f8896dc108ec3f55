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

it("with g ghost batches, example i of N belongs to ghost batch i mod g (200 shapes)", () => {
  const cases = anyCase(3)
    .filter(({ axes }) => !axes.includes(0))
    .chain((given) =>
      fc.record({ given: fc.constant(given), ghosts: fc.integer({ min: 2, max: 4 }) }),
    );
  fc.assert(
    fc.property(cases, ({ given, ghosts }) => {
      const [perGhost, ...rest] = given.shape as [number, ...number[]];
      const shape = [perGhost * ghosts, ...rest];
      const view = channelView(shape, given.axes, ghosts);
      // TensorFlow's own way: [N, …] becomes [N/g, g, …], where the axes are one further on, and g is kept too.
      const expanded = [perGhost, ghosts, ...rest];
      const kept = [1, ...given.axes.map((axis) => axis + 1)];
      expect(Array.from(view.channelOf)).toEqual(naiveChannels(expanded, kept));
      expect(view.channelCount).toBe(given.channelCount * ghosts);
      expect(view.samplesPerChannel * view.channelCount).toBe(view.elementCount);
    }),
    seeded(200),
  );
});
