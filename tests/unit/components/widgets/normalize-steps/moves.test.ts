import { describe, expect, it } from "vitest";
import { moved, selectionOf } from "@/components/widgets/normalize-steps/moves";
import type { Moves } from "@/components/widgets/normalize-steps/moves";
import { figureOf } from "./support";

const movesOf = (query: string): Moves => {
  const { grid, batchSize, ghostBatches, stage } = figureOf(query);
  return { ...grid, batchSize, ghostBatches, stage: stage.id };
};

const to = (grid: Moves, row: string, key: string, column = 1): string => {
  const cell = moved(grid, { row, column }, key);
  return cell === null ? "nowhere" : `${cell.row} ${cell.column}`;
};

describe("the keys", () => {
  const small = movesOf("");
  const large = movesOf("data=wine&batch_size=178&example=20");

  it("lead to the cells beside, and stop at the ends", () => {
    expect(to(small, "x2", "ArrowDown")).toBe("x3 1");
    expect(to(small, "x2", "ArrowRight")).toBe("x2 2");
    expect(to(small, "x0", "ArrowUp")).toBe("x0 1");
    expect(to(small, "x0", "ArrowLeft", 0)).toBe("x0 0");
    expect(to(small, "x0", "ArrowRight", 3)).toBe("x0 3");
    expect(to(small, "x2", "Home")).toBe("x2 0");
    expect(to(small, "x2", "End")).toBe("x2 3");
    expect(to(small, "x2", "Control+End")).toBe("x5 3");
    expect(to(small, "x2", "Control+Home")).toBe("x0 0");
    expect(to(small, "x2", "x")).toBe("nowhere");
  });

  it("lead to the rows below the last example, and back", () => {
    expect(to(small, "x5", "ArrowDown")).toBe("mean0 1");
    expect(to(small, "mean0", "ArrowDown")).toBe("variance0 1");
    expect(to(small, "variance0", "ArrowDown")).toBe("variance0 1");
    expect(to(small, "variance0", "ArrowUp")).toBe("mean0 1");
    expect(to(small, "mean0", "ArrowUp")).toBe("x5 1");
    expect(to(movesOf("stage=inputs"), "x5", "ArrowDown")).toBe("x5 1");
  });

  it("lead to examples and channels that are not drawn", () => {
    expect(to(large, "x31", "ArrowDown")).toBe("x32 1");
    expect(to(large, "x16", "ArrowUp")).toBe("x15 1");
    expect(to(large, "x20", "PageDown")).toBe("x36 1");
    expect(to(large, "x5", "PageUp")).toBe("x0 1");
    expect(to(large, "x170", "PageDown")).toBe("x177 1");
    expect(to(large, "x20", "ArrowRight", 7)).toBe("x20 8");
    expect(to(large, "mean0", "ArrowUp")).toBe("x31 1");
  });

  it("lead through all ghost batches where a stage has a row for each", () => {
    const ghosts = movesOf(
      "data=wine&batch_size=64&virtual_batch_size=2&stage=variance&example=41",
    );
    expect(to(ghosts, "variance15", "ArrowDown")).toBe("variance16 1");
    expect(to(ghosts, "variance31", "ArrowDown")).toBe("variance31 1");
    expect(to(ghosts, "variance8", "ArrowUp")).toBe("variance7 1");
    expect(to(ghosts, "mean9", "ArrowDown")).toBe("variance8 1");
  });
});

describe("a selected cell", () => {
  const mean = { ghostBatches: 2, stage: "mean" } as const;

  it("is that of its example and channel", () => {
    expect(selectionOf(mean, 3, { row: "x4", column: 2 })).toEqual({ example: 4, channel: 2 });
  });

  it("of a ghost batch keeps an example that is in it, and else takes its first one", () => {
    expect(selectionOf(mean, 3, { row: "mean1", column: 2 })).toEqual({ channel: 2 });
    expect(selectionOf(mean, 3, { row: "mean0", column: 2 })).toEqual({ example: 0, channel: 2 });
  });

  it("of a row that is of no example keeps the one there is", () => {
    const output = { ghostBatches: 2, stage: "output" } as const;
    expect(selectionOf(output, 3, { row: "gamma", column: 1 })).toEqual({ channel: 1 });
  });
});
