import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channelView } from "@/engine/tensor/channel-view";
import type { ChannelView } from "@/engine/tensor/channel-view";
import type { Panels } from "@/engine/tensor/panels";
import { seeded } from "../support/arbitraries";
import { range } from "../support/naive";

const table = (...offsets: readonly number[]): Int32Array => Int32Array.from(offsets);
const nowhere = table(0);

describe("the panels of", () => {
  it.each<readonly [string, ChannelView, Panels]>([
    [
      "rows [5, 3] are one panel of one segment, as wide as a row",
      channelView([5, 3], [1]),
      { bases: nowhere, segments: nowhere, rows: 5, width: 3 },
    ],
    [
      "images [2, 4, 5, 3] along the last axis are those of 40 rows",
      channelView([2, 4, 5, 3], [3]),
      { bases: nowhere, segments: nowhere, rows: 40, width: 3 },
    ],
    [
      "images [2, 3, 4, 5] along axis 1 are 3 of width 1, with a segment of 20 rows in each of 2 images",
      channelView([2, 3, 4, 5], [1]),
      { bases: table(0, 20, 40), segments: table(0, 60), rows: 20, width: 1 },
    ],
    [
      "[2, 3, 4, 5] along the separated axes 1 and 3 are 3 of width 5, with segments of 4 rows",
      channelView([2, 3, 4, 5], [1, 3]),
      { bases: table(0, 20, 40), segments: table(0, 60), rows: 4, width: 5 },
    ],
    [
      "[2, 3, 4, 5] along the separated axes 0 and 2 are 8 of width 1, with 3 segments of 5 rows",
      channelView([2, 3, 4, 5], [0, 2]),
      {
        bases: table(0, 5, 10, 15, 60, 65, 70, 75),
        segments: table(0, 20, 40),
        rows: 5,
        width: 1,
      },
    ],
    [
      "[2, 3, 4] along neighbouring axes are those of one axis of size 12",
      channelView([2, 3, 4], [2, 1]),
      { bases: nowhere, segments: nowhere, rows: 2, width: 12 },
    ],
    [
      "[4, 3] along axis 0 are 4 of width 1, with 3 rows each",
      channelView([4, 3], [0]),
      { bases: table(0, 3, 6, 9), segments: nowhere, rows: 3, width: 1 },
    ],
    [
      "[2, 1, 3, 1] along an axis of size 1 are one of width 1, with 6 rows",
      channelView([2, 1, 3, 1], [1]),
      { bases: nowhere, segments: nowhere, rows: 6, width: 1 },
    ],
    [
      "[2, 3] along all axes are one row",
      channelView([2, 3], [0, 1]),
      { bases: nowhere, segments: nowhere, rows: 1, width: 6 },
    ],
    [
      "[2, 3] along no axis are one of width 1",
      channelView([2, 3], []),
      { bases: nowhere, segments: nowhere, rows: 6, width: 1 },
    ],
    [
      "an empty batch [0, 3] are one without rows",
      channelView([0, 3], [1]),
      { bases: nowhere, segments: nowhere, rows: 0, width: 3 },
    ],
    [
      "rows without channels, [3, 0], are one without width",
      channelView([3, 0], [1]),
      { bases: nowhere, segments: nowhere, rows: 3, width: 0 },
    ],
    [
      "rows [6, 2] in 3 ghost batches are those of [2, 6]",
      channelView([6, 2], [1], 3),
      { bases: nowhere, segments: nowhere, rows: 2, width: 6 },
    ],
    [
      "images [4, 3, 5] along axis 1 in 2 ghost batches are 6, with every other image for segments",
      channelView([4, 3, 5], [1], 2),
      { bases: table(0, 5, 10, 15, 20, 25), segments: table(0, 30), rows: 5, width: 1 },
    ],
    [
      "images [4, 5, 3] along axis 2 in 2 ghost batches are 2, with every other image for segments",
      channelView([4, 5, 3], [2], 2),
      { bases: table(0, 15), segments: table(0, 30), rows: 5, width: 3 },
    ],
  ])("%s", (_, view, panels) => {
    expect(view.panels).toEqual(panels);
  });
});

/** Every element the panels hold, with its channel. */
function* elementsOf({ bases, segments, rows, width }: Panels): Generator<[number, number]> {
  for (const [panel, base] of bases.entries()) {
    for (const segment of segments) {
      for (const row of range(rows)) {
        for (const column of range(width)) {
          yield [base + segment + row * width + column, panel * width + column];
        }
      }
    }
  }
}

/** The channels of the elements in their order; fails where an element is missing or comes twice. */
function channelsBy(panels: Panels, elementCount: number): Int32Array {
  const elements = [...elementsOf(panels)].sort(([a], [b]) => a - b);
  expect(elements.map(([element]) => element)).toEqual(range(elementCount));
  return Int32Array.from(elements, ([, channel]) => channel);
}

const shapes = (smallest: number, largest: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: smallest, max: largest }), { minLength: 1, maxLength: 6 });

const withAxes = (all: fc.Arbitrary<number[]>): fc.Arbitrary<[number[], number[]]> =>
  all.chain((shape) => fc.tuple(fc.constant(shape), fc.shuffledSubarray(range(shape.length))));

describe("panels", () => {
  it("hold every element once, in the channel the view gives it, for ranks 1 to 6 along any axes (500 shapes)", () => {
    fc.assert(
      fc.property(withAxes(shapes(1, 4)), ([shape, axes]) => {
        const view = channelView(shape, axes);
        expect(channelsBy(view.panels, view.elementCount)).toEqual(view.channelOf);
      }),
      seeded(500),
    );
  });

  it("do so in 2 to 4 ghost batches (300 shapes)", () => {
    const cases = fc.tuple(withAxes(shapes(1, 4)), fc.integer({ min: 2, max: 4 }));
    fc.assert(
      fc.property(cases, ([[[perGhost, ...rest], axes], ghosts]) => {
        const others = axes.filter((axis) => axis !== 0);
        const view = channelView([perGhost! * ghosts, ...rest], others, ghosts);
        expect(channelsBy(view.panels, view.elementCount)).toEqual(view.channelOf);
      }),
      seeded(300),
    );
  });

  it("have the view's number of channels, and of elements in each, where sizes are 0 too (500 shapes)", () => {
    fc.assert(
      fc.property(withAxes(shapes(0, 3)), ([shape, axes]) => {
        const { panels, channelCount, elementCount, samplesPerChannel } = channelView(shape, axes);
        expect(panels.bases.length * panels.width).toBe(channelCount);
        expect(channelsBy(panels, elementCount)).toHaveLength(elementCount);
        if (channelCount > 0) {
          expect(panels.segments.length * panels.rows).toBe(samplesPerChannel);
        }
      }),
      seeded(500),
    );
  });
});
