import { blockProduct, blockSum, product, sum } from "./scratch";
import { fold, tileChannels, tileLanes, tilePanels } from "./tile";

/*
 * The sums of a block of rows, in float32 and term by term: lanes are channels, so that each channel's terms are added
 * in the order of the rows. Blocks are short enough for float32; from block to block it is float64 that adds.
 */

/** The most rows in a block. */
export const blockRows: i32 = 256;

export function clearBlock(): void {
  const bytes = (<usize>(tilePanels * tileLanes)) << 2;
  memory.fill(blockSum, 0, bytes);
  memory.fill(blockProduct, 0, bytes);
}

export function clearSums(): void {
  const bytes = (<usize>(tilePanels * tileLanes)) << 3;
  memory.fill(sum, 0, bytes);
  memory.fill(product, 0, bytes);
}

/** Adds a block to the float64 sums. */
export function addBlock(): void {
  const lanes = <usize>(tilePanels * tileLanes);
  let lane: usize = 0;
  for (; lane + 4 <= lanes; lane += 4) {
    addVector(sum, blockSum, lane);
    addVector(product, blockProduct, lane);
  }
  for (; lane < lanes; lane++) {
    addNumber(sum, blockSum, lane);
    addNumber(product, blockProduct, lane);
  }
}

@inline
function addVector(to: usize, from: usize, lane: usize): void {
  const low = v128.load(from + (lane << 2));
  const high = v128.shuffle<i64>(low, low, 1, 1);
  const at = to + (lane << 3);
  v128.store(at, f64x2.add(v128.load(at), f64x2.promote_low_f32x4(low)));
  v128.store(at, f64x2.add(v128.load(at, 16), f64x2.promote_low_f32x4(high)), 16);
}

@inline
function addNumber(to: usize, from: usize, lane: usize): void {
  const at = to + (lane << 3);
  store<f64>(at, load<f64>(at) + <f64>load<f32>(from + (lane << 2)));
}

/** Gathers the lanes of each channel. */
export function foldSums(): void {
  fold(sum);
  fold(product);
}

/** Writes the sums of a tile as float32, one per channel. */
export function storeSums(sums: usize, products: usize): void {
  const channels = tileChannels();
  for (let c = 0; c < channels; c++) {
    const to = (<usize>c) << 2;
    store<f32>(sums + to, <f32>load<f64>(sum + ((<usize>c) << 3)));
    store<f32>(products + to, <f32>load<f64>(product + ((<usize>c) << 3)));
  }
}
