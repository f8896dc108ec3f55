import { Panels } from "./panels";
import { tileColumn, tileColumns, tileLanes, tilePanel, tilePanels } from "./tile";

/**
 * Visits `rows` rows of `lanes` numbers, `stride` bytes apart, that begin at `at` bytes from the start of every tensor;
 * their channels' numbers begin at `lane` bytes from the start of the tile's.
 */
export type Visit = (at: usize, rows: i32, stride: usize, lanes: i32, lane: usize) => void;

/** All that is left. */
export const everything: i32 = i32.MAX_VALUE;

let segment: i32 = 0;
let row: i32 = 0;

export function rewind(): void {
  segment = 0;
  row = 0;
}

/**
 * Visits up to `limit` rows, folded or not, of each of the tile's panels, from where the last walk ended, in the order
 * of memory as far as that is possible. Returns how many elements of each channel that were; 0 behind the end.
 */
export function walk(panels: Panels, limit: i32, visit: Visit): i32 {
  const fold = tileLanes == tileColumns ? 1 : tileLanes / tileColumns;
  const stride = (<usize>(fold == 1 ? panels.width : tileLanes)) << 2;
  const whole = panels.rows / fold;
  const rest = panels.rows - whole * fold;
  let taken = 0;
  let samples = 0;
  while (taken < limit && segment < panels.segmentCount) {
    // Segments that can be taken whole are: half of each now and half later is not the order of memory.
    if (row == 0 && taken > 0 && whole <= limit && whole > limit - taken) break;
    if (row < whole) {
      const rows = min(whole - row, limit - taken);
      visitPanels(panels, <usize>row * stride, rows, stride, tileLanes, visit);
      row += rows;
      taken += rows;
      samples += rows * fold;
    } else if (rest > 0) {
      visitPanels(panels, <usize>whole * stride, 1, stride, rest * tileColumns, visit);
      row++;
      taken++;
      samples += rest;
    }
    if (row >= whole + (rest > 0 ? 1 : 0)) {
      segment++;
      row = 0;
    }
  }
  return samples;
}

function visitPanels(
  panels: Panels,
  offset: usize,
  rows: i32,
  stride: usize,
  lanes: i32,
  visit: Visit,
): void {
  const start = panels.segmentOf(segment) + ((<usize>tileColumn) << 2) + offset;
  let lane: usize = 0;
  for (let panel = 0; panel < tilePanels; panel++) {
    visit(start + panels.baseOf(tilePanel + panel), rows, stride, lanes, lane);
    lane += (<usize>tileLanes) << 2;
  }
}
