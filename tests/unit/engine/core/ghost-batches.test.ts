import { describe, expect, it } from "vitest";
import { averageOfGhosts, ghostBatchesOf, sumOfGhosts } from "@/engine/core/ghost-batches";
import { refusedBy } from "../support/refused";

describe("the number of ghost batches", () => {
  it.each([
    [8, 2, 4],
    [8, 8, 1],
    [3, 1, 3],
    [0, 4, 0],
  ])("of %i examples in ghost batches of %i is %i", (batch, size, count) => {
    expect(ghostBatchesOf(batch, size)).toBe(count);
  });

  it.each([
    [7, 2],
    [4, 8],
    [1, 3],
  ])("of %i examples in ghost batches of %i does not exist", (batch, size) => {
    expect(refusedBy(() => ghostBatchesOf(batch, size))).toEqual({
      code: "ghost-divisibility",
      kind: "ValueError",
      message: `inputs must have a batch size that is a multiple of virtual_batch_size, ${size} (Reshape to ghost batches). Received: a batch size of ${batch}`,
    });
  });
});

describe("statistics of ghost batches", () => {
  /** Three ghost batches of two channels. */
  const values = Float64Array.of(1, 10, 2, 20, 6, 60);

  it("are summed and averaged channel by channel", () => {
    expect(sumOfGhosts(values, 2)).toEqual(Float64Array.of(9, 90));
    expect(averageOfGhosts(values, 2)).toEqual(Float64Array.of(3, 30));
  });

  it("of one ghost batch are themselves", () => {
    expect(sumOfGhosts(values, 6)).toEqual(values);
    expect(averageOfGhosts(values, 6)).toEqual(values);
  });

  it("of no ghost batch sum to 0, and have no average", () => {
    const none = new Float64Array(0);
    expect(sumOfGhosts(none, 2)).toEqual(Float64Array.of(0, 0));
    expect(Array.from(averageOfGhosts(none, 2))).toEqual([Number.NaN, Number.NaN]);
  });

  it("are left as they were", () => {
    averageOfGhosts(values, 2);
    expect(values).toEqual(Float64Array.of(1, 10, 2, 20, 6, 60));
  });

  it("with NaN in one ghost batch are NaN in that channel only", () => {
    const odd = Float64Array.of(1, Number.NaN, 3, 4);
    expect(Array.from(averageOfGhosts(odd, 2))).toEqual([2, Number.NaN]);
  });
});
