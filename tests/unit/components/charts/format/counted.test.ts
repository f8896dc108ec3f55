import { expect, it } from "vitest";
import { counted } from "@/components/charts/format/counted";

it("a noun stands in the number of its count", () => {
  expect([0, 1, 2].map((count) => counted(count, "step"))).toEqual([
    "0 steps",
    "1 step",
    "2 steps",
  ]);
  expect([1, 3].map((rank) => counted(rank, "axis", "axes"))).toEqual(["1 axis", "3 axes"]);
  expect(counted(10_000, "example")).toBe("10,000 examples");
});
