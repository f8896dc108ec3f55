import { expect, it } from "vitest";
import { oneTwoFive, towardsOne } from "@/engine/spec/stops";

it("towardsOne(2) is 0, tenths to 0.9, hundredths to 0.99, then 1, without binary noise", () => {
  expect(towardsOne(2)).toEqual([
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98,
    0.99, 1,
  ]);
});

it("towardsOne(4) ends 0.9998, 0.9999, 1", () => {
  const stops = towardsOne(4);
  expect(stops.length).toBe(38);
  expect(stops.slice(-3)).toEqual([0.9998, 0.9999, 1]);
});

it("oneTwoFive includes both of its powers of ten", () => {
  expect(oneTwoFive(-2, 1)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]);
  expect(oneTwoFive(3, 3)).toEqual([1000]);
});
