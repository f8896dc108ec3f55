import type { TensorLayout } from "./layout";

type Place = readonly [row: number, column: number];

const moves: Readonly<Record<string, (place: Place, layout: TensorLayout) => Place>> = {
  ArrowLeft: ([row, column]) => [row, column - 1],
  ArrowRight: ([row, column]) => [row, column + 1],
  ArrowUp: ([row, column]) => [row - 1, column],
  ArrowDown: ([row, column]) => [row + 1, column],
  Home: ([row]) => [row, 0],
  End: ([row], { columns }) => [row, columns - 1],
  PageUp: ([, column]) => [0, column],
  PageDown: ([, column], { rows }) => [rows - 1, column],
};

/** The element to which a key leads from another, across the borders of blocks; null where it leads nowhere. */
export function moved(layout: TensorLayout, element: number, key: string): number | null {
  const from = layout.cells[element];
  const move = moves[key];
  if (from === undefined || move === undefined) return null;
  const [row, column] = move([from.row, from.column], layout);
  const to = layout.cells.findIndex((cell) => cell.row === row && cell.column === column);
  return to === -1 ? element : to;
}
