import { describe, expect, it } from "vitest";
import { channelView, parameterShape } from "@/engine/tensor/channel-view";

describe("the channels of a tensor of shape (2, 3, 2)", () => {
  it.each([
    ["axis 0", [0], [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]],
    ["axis 1", [1], [0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2]],
    ["axis 2", [2], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]],
    ["axes 0 and 2", [0, 2], [0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3]],
    ["axes 2 and 0", [2, 0], [0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3]],
    ["all axes", [0, 1, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ])("kept on %s are numbered in row-major order", (_, axes, channelOf) => {
    const channelCount = Math.max(...channelOf) + 1;
    expect(channelView([2, 3, 2], axes)).toMatchObject({
      elementCount: 12,
      channelCount,
      samplesPerChannel: 12 / channelCount,
      channelOf: Int32Array.from(channelOf),
    });
  });
});

describe("an empty tensor", () => {
  it("keeps its channels, each with no samples", () => {
    expect(channelView([0, 3], [1])).toMatchObject({
      elementCount: 0,
      channelCount: 3,
      samplesPerChannel: 0,
      channelOf: Int32Array.of(),
    });
  });

  it("has no channels when the normalized axis is the empty one", () => {
    expect(channelView([0, 3], [0])).toMatchObject({ channelCount: 0, samplesPerChannel: 0 });
  });
});

describe("the parameter shape of inputs (5, 4, 3, 6)", () => {
  it.each([
    [[0], [5]],
    [[2], [3]],
    [[3], [6]],
    [
      [1, 3],
      [1, 4, 1, 6],
    ],
    [
      [3, 1],
      [1, 4, 1, 6],
    ],
    [
      [1, 2, 3],
      [1, 4, 3, 6],
    ],
  ])("kept on axes %j is %j: a vector for one axis, full rank for several", (axes, expected) => {
    expect(parameterShape([5, 4, 3, 6], axes)).toEqual(expected);
  });
});

describe("ghost batches", () => {
  it("of four examples, two by two, are examples 0 and 2, and 1 and 3: strided, not contiguous", () => {
    expect(channelView([4, 1], [1], 2)).toMatchObject({
      elementCount: 4,
      channelCount: 2,
      samplesPerChannel: 2,
      channelOf: Int32Array.of(0, 1, 0, 1),
    });
  });

  it("have channels of their own, those of ghost batch 0 first", () => {
    expect(channelView([6, 2], [1], 3)).toMatchObject({
      elementCount: 12,
      channelCount: 6,
      samplesPerChannel: 2,
      channelOf: Int32Array.of(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5),
    });
  });

  it("hold whole examples of higher rank", () => {
    expect(Array.from(channelView([2, 2, 2], [1], 2).channelOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it("of one are the whole batch, and of an empty batch hold nothing", () => {
    expect(channelView([4, 3], [1], 1)).toEqual(channelView([4, 3], [1]));
    expect(channelView([0, 3], [1], 0)).toMatchObject({
      elementCount: 0,
      channelCount: 0,
      samplesPerChannel: 0,
      channelOf: Int32Array.of(),
    });
  });

  it.each([
    [[8, 5], [1], [1, 1, 5]],
    [[8, 5, 3, 2], [1], [1, 1, 5, 1, 1]],
    [[8, 5, 3, 2], [3], [1, 1, 1, 1, 2]],
    [
      [8, 5, 3, 2],
      [3, 1],
      [1, 1, 5, 1, 2],
    ],
  ])("give the parameters of inputs %j along %j the shape %j", (shape, axes, expected) => {
    expect(parameterShape(shape, axes, true)).toEqual(expected);
  });
});

it("does not see what becomes of the lists it was made from", () => {
  const [shape, axes] = [[2, 3], [1]];
  const view = channelView(shape, axes);
  shape[0] = 3;
  axes[0] = 0;
  expect(Array.from(view.channelOf)).toEqual([0, 1, 2, 0, 1, 2]);
  expect(view.panels).toMatchObject({ rows: 2, width: 3 });
});
