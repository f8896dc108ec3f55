import { Panels } from "./panels";
import { product, runningMean, runningSquares, shift, sum } from "./scratch";
import { addDeviations, addSquares } from "./squares";
import { addBlock, blockRows, clearBlock, clearSums, foldSums } from "./sums";
import { spread, tileChannels } from "./tile";
import { Visit, rewind, walk } from "./walk";

/*
 * One pass over memory, and safe where |μ| ≫ s: elements are summed about the mean of those before them, and every
 * time their number has doubled the moments are merged in float64 (Chan, Golub & LeVeque 1979). The first block has
 * no mean to lean on; it is summed twice while it is in the cache, so that a tensor of one block gets exactly what two
 * passes give.
 */

/** The most rows in the first block, which is summed twice. */
const firstRows: i32 = 32;

/** Computes the moments of a tile, one float32 per channel. */
export function momentsOfTile(panels: Panels, mean: usize, variance: usize): void {
  const samples = panels.samples;
  rewind();
  const count = sumUpTo(1, firstRows, panels, addSquares);
  startAt(count, mean);
  rewind();
  if (count == samples) {
    spread(mean, shift);
    sumUpTo(count, firstRows, panels, addDeviations);
    storeVariance(product, samples, variance);
    return;
  }
  leaveFinite(mean);
  spread(mean, shift);
  let merged = sumUpTo(1, firstRows, panels, addDeviations);
  let isShifted = merge(0, merged, mean);
  while (merged < samples) {
    if (isShifted) spread(mean, shift);
    const added = sumUpTo(merged, blockRows, panels, isShifted ? addDeviations : addSquares);
    isShifted = merge(merged, added, mean);
    merged += added;
  }
  storeMean(mean);
  storeVariance(runningSquares, samples, variance);
}

/** Sums blocks of so many rows until they are at least `count` elements of each channel; returns how many they are. */
function sumUpTo(count: f64, rows: i32, panels: Panels, visit: Visit): f64 {
  let samples: f64 = 0;
  clearSums();
  while (samples < count) {
    clearBlock();
    const block = walk(panels, rows, visit);
    if (block == 0) break;
    addBlock();
    samples += <f64>block;
  }
  foldSums();
  return samples;
}

/** Takes the mean of the first block for where the sums start from. */
function startAt(count: f64, mean: usize): void {
  const channels = tileChannels();
  for (let c = 0; c < channels; c++) {
    const value = <f32>(load<f64>(sum + ((<usize>c) << 3)) / count);
    store<f32>(mean + ((<usize>c) << 2), value);
    store<f64>(runningMean + ((<usize>c) << 3), value);
    store<f64>(runningSquares + ((<usize>c) << 3), 0);
  }
}

/** A mean that is not finite cannot be subtracted: it would turn whatever follows into NaN. */
function leaveFinite(mean: usize): void {
  const channels = tileChannels();
  for (let c = 0; c < channels; c++) {
    const at = mean + ((<usize>c) << 2);
    const value = load<f32>(at);
    if (value - value != 0) store<f32>(at, 0);
  }
}

/**
 * Merges n′ elements, summed about k, into n of mean μ and squares M. With e = k − μ, their sums about μ are S + n′e
 * and Q + 2eS + n′e²; the mean moves by δ = (S + n′e)/(n + n′), which takes (n + n′)δ² off M.
 *
 * Writes the next k and returns whether it is other than 0 anywhere. That is the mean, but 0 where the mean is within
 * two deviations of it, since nothing cancels then; and 0 where the mean is not finite, which would turn all that
 * follows into NaN.
 */
function merge(before: f64, count: f64, shiftOf: usize): bool {
  const total = before + count;
  const share = f64x2.splat(1 / total);
  const n = f64x2.splat(count);
  const zero = f64x2.splat(0);
  const reach = f64x2.splat(4 / total);
  const end = (<usize>tileChannels()) << 3;
  let shifts = zero;
  for (let at: usize = 0; at < end; at += 16) {
    const middle = v128.load(runningMean + at);
    const isFinite = f64x2.eq(f64x2.sub(middle, middle), zero);
    const k = f64x2.promote_low_f32x4(v128.load64_zero(shiftOf + (at >> 1)));
    const e = v128.and(f64x2.sub(k, middle), isFinite);
    const s = v128.load(sum + at);
    const ne = f64x2.mul(n, e);
    const moved = f64x2.add(s, ne);
    const delta = f64x2.mul(moved, share);
    const about = f64x2.mul(e, f64x2.add(f64x2.add(s, s), ne));
    const squares = f64x2.sub(f64x2.add(v128.load(product + at), about), f64x2.mul(moved, delta));
    const next = f64x2.add(middle, delta);
    const nextSquares = f64x2.add(v128.load(runningSquares + at), squares);
    v128.store(runningMean + at, next);
    v128.store(runningSquares + at, nextSquares);
    const isFar = f64x2.gt(f64x2.mul(next, next), f64x2.mul(nextSquares, reach));
    const nextShift = v128.and(v128.and(next, isFar), f64x2.eq(f64x2.sub(next, next), zero));
    shifts = v128.or(shifts, nextShift);
    v128.store64_lane(shiftOf + (at >> 1), f32x4.demote_f64x2_zero(nextShift), 0);
  }
  return v128.any_true(shifts);
}

function storeMean(mean: usize): void {
  const end = (<usize>tileChannels()) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const value = f32x4.demote_f64x2_zero(v128.load(runningMean + at));
    v128.store64_lane(mean + (at >> 1), value, 0);
  }
}

/** Rounding may leave a sum of squares a little below zero. */
function storeVariance(squares: usize, samples: f64, variance: usize): void {
  const zero = f64x2.splat(0);
  const n = f64x2.splat(samples);
  const end = (<usize>tileChannels()) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const value = f64x2.max(zero, f64x2.div(v128.load(squares + at), n));
    v128.store64_lane(variance + (at >> 1), f32x4.demote_f64x2_zero(value), 0);
  }
}
