import { describe, expect, it } from "vitest";
import { cellsOf } from "@/engine/layer/adjustment-cells";
import type { AdjustmentCells } from "@/engine/layer/adjustment-cells";
import { naiveChannels, range } from "../support/naive";
import { float64 } from "../support/tensors";

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);
const counted = (shape: readonly number[], from: number) =>
  float64(
    shape,
    range(sizeOf(shape)).map((i) => from + i),
  );

/** The cells of inputs whose adjustment's parts have these shapes; scales count from 100, biases from 500. */
const cells = (
  inputs: readonly number[],
  axes: readonly number[],
  [scale, bias]: readonly [readonly number[], readonly number[]],
): AdjustmentCells =>
  cellsOf(inputs, axes, { scale: counted(scale, 100), bias: counted(bias, 500) });

describe("the cells of an adjustment", () => {
  it("are the channels where it has one number for all", () => {
    const { view, channelOf, scaleOf, biasOf } = cells([4, 3], [1], [[], [1, 1]]);
    expect([view.channelCount, view.samplesPerChannel]).toEqual([3, 4]);
    expect([...channelOf]).toEqual([0, 1, 2]);
    expect(scaleOf).toEqual(Float64Array.of(100, 100, 100));
    expect(biasOf).toEqual(Float64Array.of(500, 500, 500));
  });

  it("are the channels, each with its own numbers, where it has one per feature", () => {
    const { view, channelOf, scaleOf, biasOf } = cells([4, 3], [1], [[3], [1, 3]]);
    expect(view.channelCount).toBe(3);
    expect([...channelOf]).toEqual([0, 1, 2]);
    expect(scaleOf).toEqual(Float64Array.of(100, 101, 102));
    expect(biasOf).toEqual(Float64Array.of(500, 501, 502));
  });

  it("are every channel of every example where only the bias differs between examples", () => {
    const { view, channelOf, scaleOf, biasOf } = cells([2, 5, 3], [2], [[], [2, 1, 1]]);
    expect([view.channelCount, view.samplesPerChannel]).toEqual([6, 5]);
    expect([...channelOf]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(scaleOf).toEqual(new Float64Array(6).fill(100));
    expect(biasOf).toEqual(Float64Array.of(500, 500, 500, 501, 501, 501));
  });

  it("are the elements where it has one number for each", () => {
    const { view, channelOf, scaleOf } = cells([2, 3], [1], [[2, 3], []]);
    expect([view.channelCount, view.samplesPerChannel]).toEqual([6, 1]);
    expect([...channelOf]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(scaleOf).toEqual(Float64Array.of(100, 101, 102, 103, 104, 105));
  });

  it("of an empty batch are none where it differs between examples, and the channels elsewhere", () => {
    const perExample = cells([0, 3], [1], [[0, 1], []]);
    expect([perExample.view.channelCount, perExample.scaleOf.length]).toEqual([0, 0]);
    expect(cells([0, 3], [1], [[3], []]).view.channelCount).toBe(3);
  });

  it.each<[readonly number[], readonly number[], readonly [readonly number[], readonly number[]]]>([
    [[3, 2, 4], [2], [[3, 1, 1], [4]]],
    [
      [3, 2, 4],
      [1],
      [
        [2, 1],
        [3, 1, 4],
      ],
    ],
    [
      [3, 2, 4],
      [0, 2],
      [[1, 2, 1], []],
    ],
    [
      [3, 2, 4],
      [2, 0],
      [
        [2, 4],
        [3, 2, 1],
      ],
    ],
    [
      [2, 3, 2, 2],
      [3],
      [
        [2, 1, 2, 1],
        [1, 1, 1, 2],
      ],
    ],
  ])("of %j along %j give every element its channel and its broadcast numbers: %j", (...given) => {
    const [inputs, axes, shapes] = given;
    const { view, channelOf, scaleOf, biasOf } = cells(inputs, axes, shapes);
    const kept = [...axes].sort();
    expect(Array.from(view.channelOf, (cell) => channelOf[cell])).toEqual(
      naiveChannels(inputs, kept),
    );
    [scaleOf, biasOf].forEach((valueOf, part) => {
      const shape = [...range(inputs.length - shapes[part]!.length).map(() => 1), ...shapes[part]!];
      const varying = range(inputs.length).filter((axis) => shape[axis] !== 1);
      const expected =
        varying.length === 0 ? view.channelOf.map(() => 0) : naiveChannels(inputs, varying);
      expect(Array.from(view.channelOf, (cell) => valueOf[cell])).toEqual(
        Array.from(expected, (index) => [100, 500][part]! + index),
      );
    });
  });
});
