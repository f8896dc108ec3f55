/**
 * The per-element work of the layer on float32 tensors, four numbers at a time. Pointers come from the caller, who
 * owns the memory. Tensors have the panels' layout; numbers of channels are arrays of one float32 per channel.
 *
 * How close they are to the floor, a memory.copy of one tensor, measured in one process on an AMD EPYC with Node 20.20
 * (each the least of many; npm run bench:kernels measures whole calls on yours):
 *
 *                     [65536, 64], 17 MB   [262144, 64], 67 MB   [32, 64, 56, 56], 26 MB
 *   moments           0.9 ×                0.8 ×                 0.8 ×
 *   line              1.4 ×                1.05 ×                1.1 ×
 *   normalize         2.4 ×                1.9 ×                 2.0 ×
 *   gradientSums      1.8 ×                1.1 ×                 1.2 ×
 *   inputGradients    2.5 ×                1.7 ×                 2.7 ×
 *   gradients         4.4 ×                2.85 ×                4.1 ×
 *
 * What separates them from it, as far as times alone can tell: `moments` takes as long in memory as sums that make the
 * same two additions an element and nothing else. `line` reads one tensor and writes one, as the copy does, and equals
 * it where both go to memory; in the third-level cache the copy has stores that WebAssembly has not. `normalize` is the
 * sum of both: its inputs are read twice unless a tile of them fits the cache. `gradientSums` reads two tensors,
 * `inputGradients` reads two, writes one, and loads four coefficients a vector. Of many small ghost batches the
 * coefficients do not fit the first-level cache and rows lie far apart: 256 ghost batches of 256 cost 3.6 to 4.2 ×.
 */
import { averageRows } from "./average";
import { Backward, gradientsOfTiles } from "./backward";
import { Normalization, normalizeTiles } from "./forward";
import { gradientSumsOfTile, inputGradientsOfTile } from "./gradients";
import { lineOfTile } from "./line";
import { momentsOfTile } from "./moments";
import { operate } from "./operands";
import { Panels } from "./panels";
import { storeSums } from "./sums";
import { maxLanes, maxMappedLanes, nextTile, startTiles, tileChannelBytes } from "./tile";

/** Where the memory that the kernels use themselves ends, in bytes. */
export function ownMemoryEnd(): usize {
  return __heap_base;
}

/** Mean and biased variance. */
export function moments(panels: Panels, x: usize, mean: usize, variance: usize): void {
  operate(x, 0, 0);
  startTiles(panels, maxLanes);
  while (nextTile(panels)) {
    const at = tileChannelBytes(panels);
    momentsOfTile(panels, mean + at, variance + at);
  }
}

/** y = (x − mean)·scale + offset; a mean of 0 bytes stands for none. */
export function line(
  panels: Panels,
  x: usize,
  y: usize,
  mean: usize,
  scale: usize,
  offset: usize,
): void {
  operate(x, 0, y);
  startTiles(panels, maxMappedLanes);
  while (nextTile(panels)) {
    const at = tileChannelBytes(panels);
    lineOfTile(panels, mean == 0 ? 0 : mean + at, scale + at, offset + at);
  }
}

/** The moments of x and y = γ·(x − μ)/√(v + ε) + β. */
export function normalize(panels: Panels, x: usize, y: usize, call: Normalization): void {
  operate(x, 0, y);
  normalizeTiles(panels, call);
}

/** Σdy and Σdy·(x − centre); a centre of 0 bytes stands for none. */
export function gradientSums(
  panels: Panels,
  x: usize,
  dy: usize,
  centre: usize,
  sums: usize,
  products: usize,
): void {
  operate(x, dy, 0);
  startTiles(panels, maxLanes);
  while (nextTile(panels)) {
    const at = tileChannelBytes(panels);
    gradientSumsOfTile(panels, centre == 0 ? 0 : centre + at);
    storeSums(sums + at, products + at);
  }
}

/** dx = dy·scale + (x − mean)·curvature + offset. */
export function inputGradients(
  panels: Panels,
  x: usize,
  dy: usize,
  dx: usize,
  mean: usize,
  scale: usize,
  offset: usize,
  curvature: usize,
): void {
  operate(x, dy, dx);
  startTiles(panels, maxMappedLanes);
  while (nextTile(panels)) {
    const at = tileChannelBytes(panels);
    inputGradientsOfTile(panels, mean + at, scale + at, offset + at, curvature + at);
  }
}

/** All gradients of a call that normalized with its batch. */
export function gradients(panels: Panels, x: usize, dy: usize, dx: usize, call: Backward): void {
  operate(x, dy, dx);
  gradientsOfTiles(panels, call);
}

/** The average of each channel over ghost batches, whose numbers follow one another. */
export function average(values: usize, ghosts: i32, channels: i32, average: usize): void {
  averageRows(values, ghosts, channels, average);
}
