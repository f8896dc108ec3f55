import { Panels } from "./panels";
import {
  maxLanes,
  maxMappedLanes,
  nextTile,
  startCachedTiles,
  startTiles,
  tileChannelBytes,
} from "./tile";

/** Works on a tile whose channels' numbers begin at `channels` bytes; `call` is the structure of the running kernel. */
export type TileStep = (panels: Panels, channels: usize, call: usize) => void;

/**
 * Sums every tile, then maps it with what the sums amount to. Where tiles of so many tensors fit the cache, each is
 * mapped right after it was summed, and memory is read once.
 */
export function sumThenMap(
  panels: Panels,
  tensors: i32,
  call: usize,
  sum: TileStep,
  map: TileStep,
): void {
  const isCached = startCachedTiles(panels, tensors);
  if (!isCached) startTiles(panels, maxLanes);
  while (nextTile(panels)) {
    sum(panels, tileChannelBytes(panels), call);
    if (isCached) map(panels, tileChannelBytes(panels), call);
  }
  if (isCached) return;
  startTiles(panels, maxMappedLanes);
  while (nextTile(panels)) map(panels, tileChannelBytes(panels), call);
}
