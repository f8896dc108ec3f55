import { expect, it } from "vitest";
import { choosesFused } from "@/engine/core/fused-path";
import { profiles } from "@/engine/spec/profiles";

const fused = (rank: number, axes: number[], dtype: "float32" | "float64" = "float32"): boolean =>
  choosesFused(profiles["keras-2-v2"], { rank, axes, dtype });

it("rank 4 is fused along axis 1 or 3, rank 5 along axis 1 or 4, and no other rank is", () => {
  const chosen = [1, 2, 3, 4, 5, 6].flatMap((rank) =>
    Array.from({ length: rank }, (_, axis) => [rank, axis] as const),
  );
  expect(chosen.filter(([rank, axis]) => fused(rank, [axis]))).toEqual([
    [4, 1],
    [4, 3],
    [5, 1],
    [5, 4],
  ]);
});

it("float64 is never fused, nor are several axes", () => {
  expect(fused(4, [3])).toBe(true);
  expect(fused(4, [3], "float64")).toBe(false);
  expect(fused(4, [1, 3])).toBe(false);
});
