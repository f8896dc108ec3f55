/**
 * The per-element work of the layer on float32 tensors, four numbers at a time. Pointers come from the caller, who
 * owns the memory. Tensors have the panels' layout; numbers of channels are arrays of one float32 per channel.
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
