import { maxLanes, maxMappedLanes } from "./tile";

/* Fixed places for the numbers of the tile at work. */

/** float32, one per lane: what is subtracted from x before it is summed. */
export const shift: usize = memory.data(maxLanes * 4, 64);
/** float32, one per lane: the sums of one block. */
export const blockSum: usize = memory.data(maxLanes * 4, 64);
export const blockProduct: usize = memory.data(maxLanes * 4, 64);
/** float64, one per lane and, once folded, per channel: the sums of blocks. */
export const sum: usize = memory.data(maxLanes * 8, 64);
export const product: usize = memory.data(maxLanes * 8, 64);
/** float64, one per channel: the moments of all elements so far. */
export const runningMean: usize = memory.data(maxLanes * 8, 64);
export const runningSquares: usize = memory.data(maxLanes * 8, 64);
/** float32, one per channel: the parameters, which ghost batches share. */
export const tileGamma: usize = memory.data(maxMappedLanes * 4, 64);
export const tileBeta: usize = memory.data(maxMappedLanes * 4, 64);
/** float32, one per lane: the coefficients of the map at work. */
export const meanLanes: usize = memory.data(maxMappedLanes * 4, 64);
export const scaleLanes: usize = memory.data(maxMappedLanes * 4, 64);
export const offsetLanes: usize = memory.data(maxMappedLanes * 4, 64);
export const curvatureLanes: usize = memory.data(maxMappedLanes * 4, 64);
