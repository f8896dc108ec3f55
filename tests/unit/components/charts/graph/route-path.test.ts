import { expect, it } from "vitest";
import { routePath } from "@/components/charts/graph/route-path";

it("draws a straight line between two places", () => {
  expect(
    routePath([
      [100, 20],
      [100, 80],
    ]),
  ).toBe("M100,20L100,80");
});

it("rounds a corner by as much of the width and of the height as it may", () => {
  expect(
    routePath([
      [0, 0],
      [500, 0],
      [500, 100],
    ]),
  ).toBe("M0,0L478,0Q500,0,500,7L500,100");
});

it("rounds a short bend no farther than half way", () => {
  expect(
    routePath([
      [0, 0],
      [10, 0],
      [10, 6],
    ]),
  ).toBe("M0,0L5,0Q10,0,10,3L10,6");
});

it("draws nothing for no places", () => {
  expect(routePath([])).toBe("");
});
