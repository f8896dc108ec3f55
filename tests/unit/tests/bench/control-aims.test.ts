import { expect, test } from "vitest";
import { verdictsOn } from "@/tests/bench/controls/aims";

const changes = (own: readonly number[], blockMs = 0) =>
  own.map((ownMs) => ({ ownMs, toPaintMs: ownMs + 5, blockMs }));

test("changes within a frame, two at worst, without a long block, meet all aims", () => {
  const own = [...Array<number>(95).fill(16.7), ...Array<number>(5).fill(33)];
  expect(verdictsOn(changes(own)).map(({ isMet }) => isMet)).toEqual([true, true, true]);
});

test.each([
  ["own work, median", [...Array<number>(49).fill(1), ...Array<number>(51).fill(16.8)], 0],
  ["own work, p95", [...Array<number>(94).fill(1), ...Array<number>(6).fill(33.1)], 0],
  ["longest block", [1, 2, 3], 51],
])("the %s is missed by itself", (what, own, blockMs) => {
  const missed = verdictsOn(changes(own, blockMs)).filter(({ isMet }) => !isMet);
  expect(missed.map((verdict) => verdict.what)).toEqual([what]);
});
