import type { GridModel } from "./figure-model";

/**
 * The grid with a row below the examples selected in place of an example's, in one column. What the row's number was
 * made of stays framed; the example that was selected is still the one whose numbers are shown.
 */
export function withSelectedRow(grid: GridModel, key: string, channel: number): GridModel {
  const place = grid.columns.findIndex(({ index }) => index === channel);
  return {
    ...grid,
    reached: { row: key, column: channel },
    rows: grid.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) => {
        if (row.key === key && at === place) return { ...cell, state: "selected" };
        if (cell.state !== "selected") return cell;
        return {
          ...cell,
          state: "followed",
          description: `${cell.description}, the selected example`,
        };
      }),
    })),
  };
}
