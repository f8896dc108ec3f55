import { describe, expect, it } from "vitest";
import { specimens } from "@/components/widgets/axis/specimens";
import { figureOf } from "./support";

const said = (query: string): readonly string[] => figureOf(query).sentences;

describe("the sentences", () => {
  it("name the channels where the axis keeps them", () => {
    expect(said("")).toEqual([
      "axis=−1 keeps the channels apart: 3 means and 3 variances, each over 32 elements along the batch, the height and the width.",
      "γ, β, the moving mean and the moving variance have the shape [3]: one number for each of the channels.",
    ]);
    expect(said("shape=2,3,4,4&data_format=channels_first&axis=1")[0]).toBe(
      "axis=1 keeps the channels apart: 3 means and 3 variances, each over 32 elements along the batch, the height and the width.",
    );
  });

  it("tell what goes wrong where it keeps the width", () => {
    expect(said("shape=2,3,4,4&data_format=channels_first")).toEqual([
      "axis=−1 keeps the width apart and averages the channels together: 4 means and 4 variances, each over 24 elements along the batch, the channels and the height.",
      "No error says so, but this is hardly meant: the channels of this tensor lie along axis 1, and axis=1 would keep them.",
      "γ, β and the moving statistics have the shape [4], the size along the width, and not [3]: inputs of another size there no longer fit the layer.",
    ]);
    expect(said("axis=1")[1]).toBe(
      "No error says so, but this is hardly meant: the channels of this tensor lie along axis 3, and axis=−1 would keep them.",
    );
  });

  it("tell axis=0 from layer normalization", () => {
    expect(said("shape=8,4&axis=0")).toEqual([
      "axis=0 keeps the examples apart: 8 means and 8 variances, each over 4 elements along the features.",
      "These are the groups of layer normalization, and x̂ is the same: each example is normalized by its own numbers.",
      "What differs: γ and β have the shape [8], one number for each place in the batch and none for each of the features, so the layer takes batches of 8 only.",
      "It also keeps moving statistics for each place in the batch, and inference mode uses those: the example in place 0 is then normalized by what stood in place 0 before. Layer normalization has no moving statistics and uses each example's own in both modes.",
    ]);
    expect(said("layer_normalization=true")).toEqual([
      "Layer normalization keeps the examples apart: 2 means and 2 variances, each over 48 elements along the height, the width and the channels.",
      "γ and β have the shape of one example, [4, 4, 3]. Nothing moves: an example's output depends on no other example, in training mode as at inference.",
      "Batch normalization groups the other way: with axis=−1 it keeps the channels apart and averages over the batch. The axes that batch normalization names are kept; those that layer normalization names are averaged over.",
      "In Keras this is LayerNormalization(axis=[1, 2, 3]); its default averages over the last axis alone.",
    ]);
  });

  it("tell what several axes cost", () => {
    expect(said("shape=4,5,3&axis=1,2")).toEqual([
      "axis=[1, 2] keeps every position along the time and the features apart: 15 means and 15 variances, each over 4 elements along the batch.",
      "The size along the time is fixed from now on, and m shrinks: the fewer elements, the noisier a statistic.",
      "γ, β and the moving statistics have the shape [1, 5, 3]: the rank of the inputs, with 1 along each axis that is averaged over.",
    ]);
    expect(said("axis=0,3")[1]).toBe(
      "These are the groups of instance normalization: each of the channels of each example by itself. But the layer keeps moving statistics for places in the batch, and its batch size is fixed.",
    );
  });

  it("warn of statistics of one element", () => {
    const warning =
      "A statistic of one element says nothing: its variance is 0, x̂ is 0 and the output is β.";
    expect(said("shape=1,4").at(-1)).toBe(warning);
    expect(said("shape=2,2&axis=0,1").at(-1)).toBe(warning);
    expect(said("")).not.toContain(warning);
  });

  it("count ghost batches and say how they lie", () => {
    expect(said("shape=8,4&virtual_batch_size=4")).toEqual([
      "axis=−1 keeps the features apart in each of 2 ghost batches: 8 means and 8 variances, each over 4 elements along the batch.",
      "γ, β, the moving mean and the moving variance have the shape [1, 1, 4]: one number for each of the features.",
      "Ghost batches are strided: example n belongs to ghost batch n mod 2, not to a run of neighbours. γ, β and the moving statistics are shared by all of them.",
    ]);
  });

  it("say that a refused layer normalizes nothing, and what to do", () => {
    expect(said("axis=4")).toEqual([
      "With axis=4 the layer refuses inputs of shape [2, 4, 4, 3], and nothing is normalized.",
      "4 axes are counted from 0 to 3, or from the end, −1 to −4.",
    ]);
    expect(said("axis=3,-1")[1]).toBe(
      "Each axis is named once, and a negative one counts from the end: −1 and 3 are the same of 4 axes.",
    );
    expect(said("shape=8,4&axis=0&virtual_batch_size=4")[1]).toBe(
      "Ghost batches split the batch into parts that share statistics; that leaves no example statistics of its own.",
    );
    expect(said("shape=8,4&virtual_batch_size=3")).toEqual([
      "With axis=−1 the layer refuses inputs of shape [8, 4], and nothing is normalized.",
      "The message of the layer stands in the figure.",
    ]);
  });

  it("tell of an epsilon that the fused implementation raises", () => {
    expect(said("epsilon=1e-7&profile=tf-1.14-v1").at(-1)).toBe(
      "The fused implementation of this version raises epsilon to 1.001e−5.",
    );
  });

  it.each(specimens)("of the specimen $name begin with another axis or shape each", ({ query }) => {
    const [main] = said(query);
    const others = specimens.filter((other) => other.query !== query);
    expect(main).toMatch(/\d.*\.$/);
    expect(others.map((other) => figureOf(other.query).grouping)).not.toContainEqual(
      figureOf(query).grouping,
    );
  });
});
