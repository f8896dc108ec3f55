import fc from "fast-check";
import { expect, it } from "vitest";
import { seeded } from "../../support/arbitraries";
import { range } from "../../support/naive";
import { adjustedAlong } from "../../support/settings";
import type { Setting } from "../../support/settings";
import { beyond, layerOf, toldBy } from "../../support/stories";

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);

const length = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 }));
const shapes = fc
  .array(length, { minLength: 1, maxLength: 5 })
  .filter((shape) => sizeOf(shape) <= 4000);

/** A layer for any shape and axes, and where its version lets it have them ghost batches or an adjustment. */
const settings: fc.Arbitrary<Setting> = shapes.chain((shape) =>
  fc
    .record({
      axes: fc.shuffledSubarray(range(shape.length), { minLength: 1 }),
      flags: fc.record({ center: fc.boolean(), scale: fc.boolean(), renorm: fc.boolean() }),
      more: fc.constantFrom("nothing", "ghost batches", "an adjustment", "fused=false"),
      ghostSize: fc.constantFrom(...range(shape[0]!).filter((n) => shape[0]! % (n + 1) === 0)),
      varying: fc.shuffledSubarray(range(shape.length)),
      profile: fc.constantFrom("keras-2-v2" as const, "tf-1.14-v2" as const),
    })
    .map(({ axes, flags, more, ghostSize, varying, profile }) => ({
      shape,
      profile,
      args: {
        ...flags,
        axis: axes.length === 1 ? axes[0]! : axes,
        ...(more === "ghost batches" && !axes.includes(0) && { virtual_batch_size: ghostSize + 1 }),
        ...(more === "an adjustment" && {
          adjustment: adjustedAlong((axis) => varying.includes(axis)),
        }),
        ...(more === "fused=false" && { fused: false }),
      },
    })),
);

it("any layer tells the same of its calls on both backends, within 2e-5 (200 cases)", () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const [found, expected] = (["wasm", "reference"] as const).map((backend) =>
        toldBy(layerOf(setting, backend), setting),
      );
      expect(beyond(2e-5, found!, expected!)).toEqual([]);
    }),
    seeded(200),
  );
});
