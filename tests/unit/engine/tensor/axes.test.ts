import { describe, expect, it } from "vitest";
import { resolveAxes } from "@/engine/tensor/axes";
import { refusedBy } from "../support/refused";

describe("resolving axes", () => {
  it("counts negative axes from the end, for every axis of ranks 1 to 5", () => {
    for (let rank = 1; rank <= 5; rank++) {
      for (let axis = 0; axis < rank; axis++) {
        expect(resolveAxes(axis, rank)).toEqual([axis]);
        expect(resolveAxes(axis - rank, rank)).toEqual([axis]);
      }
    }
  });

  it("keeps the order of a list and leaves the list as it was", () => {
    const given = [-1, 0, 2] as const;
    expect(resolveAxes(given, 4)).toEqual([3, 0, 2]);
    expect(given).toEqual([-1, 0, 2]);
  });

  it.each([
    [4, 4, "[4]"],
    [-5, 4, "[-5]"],
    [[1, 4], 4, "[1, 4]"],
    [[-5, 1], 4, "[-5, 1]"],
    [1, 1, "[1]"],
  ] as const)("refuses %j on rank %i: out of range", (axis, rank, shown) => {
    expect(refusedBy(() => resolveAxes(axis, rank))).toEqual({
      code: "axis-range",
      kind: "ValueError",
      message: `Invalid axis: axis must be in [-${rank}, ${rank}) for inputs of rank ${rank}. Received: axis=${shown}`,
    });
  });

  it.each([
    [[3, -1], "[3, -1]"],
    [[1, 2, 1], "[1, 2, 1]"],
    [[-4, 0], "[-4, 0]"],
  ] as const)("refuses %j on rank 4: the same axis twice", (axis, shown) => {
    expect(refusedBy(() => resolveAxes(axis, 4))).toEqual({
      code: "axis-duplicate",
      kind: "ValueError",
      message: `Duplicate axis: axis must name each axis once for inputs of rank 4. Received: axis=${shown}`,
    });
  });

  it("reports the range before the repetition", () => {
    expect(refusedBy(() => resolveAxes([4, 4], 4)).code).toBe("axis-range");
  });
});
