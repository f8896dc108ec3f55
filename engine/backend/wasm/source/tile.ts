import { Panels } from "./panels";

/*
 * The channels are worked on a tile at a time: neighbouring columns of one panel, or all columns of neighbouring
 * panels. A tile is so small that its channels' numbers stay in the cache, and where that is possible so do its
 * elements, so that what a kernel does twice with them reads memory once.
 */

/** The most lanes in a tile whose elements are summed: their sums stay in the cache. */
export const maxLanes: i32 = 1024;
/** The most lanes in a tile whose elements are mapped: rows are best written in long pieces. */
export const maxMappedLanes: i32 = 16384;

export let tilePanel: i32 = 0;
export let tilePanels: i32 = 0;
export let tileColumn: i32 = 0;
/** How many channels of each panel. */
export let tileColumns: i32 = 0;
/**
 * How many numbers a row has. Rows of fewer than four channels are taken several at a time, so that vectors are full:
 * such a folded row has a multiple of the width and of four.
 */
export let tileLanes: i32 = 0;

let panelsAtATime: i32 = 0;
let columnsAtATime: i32 = 0;

/** What one core's second-level cache holds with room to spare; the smallest of today's is 256 KB. */
const cacheBytes: f64 = 512 * 1024;

/** Reading less than this at a time, here and there, costs more than reading it twice in order. */
const minPieceBytes: f64 = 16 * 1024;

/** Begins with the first of tiles that have as many lanes as there is room for. */
export function startTiles(panels: Panels, room: i32): void {
  rewindTiles();
  const isByColumn = panels.panelCount == 1 || panels.width > room || panels.width == 0;
  columnsAtATime = min(panels.width, room);
  panelsAtATime = isByColumn ? 1 : room / lanesOf(panels, panels.width);
}

/**
 * Begins with the first of tiles that stay in the cache while a kernel goes over so many tensors twice. Returns false
 * where there are none, or none whose pieces are worth reading apart.
 */
export function startCachedTiles(panels: Panels, tensors: i32): bool {
  startTiles(panels, maxLanes);
  const columnBytes = 4 * panels.samples * <f64>tensors;
  const pieceBytes = 4 * <f64>panels.rows * <f64>panels.width;
  if (panelsAtATime == 1) {
    columnsAtATime = fitting(columnsAtATime, panels.width, columnBytes, 4);
  } else {
    const bytes = columnBytes * <f64>panels.width;
    panelsAtATime = fitting(panelsAtATime, panels.panelCount, bytes, pieceBytes);
  }
  return columnsAtATime > 0 && panelsAtATime > 0;
}

function fitting(room: i32, count: i32, bytes: f64, pieceBytes: f64): i32 {
  const most = cacheBytes / bytes;
  if (most >= <f64>count) return min(room, count);
  if (most < 1 || most * pieceBytes < minPieceBytes) return 0;
  return most < <f64>room ? <i32>most : room;
}

function rewindTiles(): void {
  tilePanel = 0;
  tilePanels = 0;
  tileColumn = 0;
  tileColumns = 0;
}

export function nextTile(panels: Panels): bool {
  tileColumn += tileColumns;
  if (tileColumn >= panels.width || tileColumns == 0) {
    tilePanel += tilePanels;
    tileColumn = 0;
  }
  if (tilePanel >= panels.panelCount || panels.width == 0) return false;
  tilePanels = min(panelsAtATime, panels.panelCount - tilePanel);
  tileColumns = min(columnsAtATime, panels.width - tileColumn);
  tileLanes = lanesOf(panels, tileColumns);
  return true;
}

function lanesOf(panels: Panels, columns: i32): i32 {
  const width = panels.width;
  // So few numbers are added up in their order, as the reference does.
  if (width >= 4 || panels.samples * <f64>width <= 256) return columns;
  return width == 3 ? 12 : 16;
}

/** How many channels the tile has. */
@inline
export function tileChannels(): i32 {
  return tilePanels * tileColumns;
}

/** Where the tile's channels begin in an array of one float32 per channel, in bytes. */
@inline
export function tileChannelBytes(panels: Panels): usize {
  return (<usize>(tilePanel * panels.width + tileColumn)) << 2;
}

/** Copies one float32 per channel to one per lane. */
export function spread(from: usize, to: usize): void {
  if (tileLanes == tileColumns) {
    memory.copy(to, from, (<usize>tileChannels()) << 2);
    return;
  }
  for (let panel = 0; panel < tilePanels; panel++) {
    let column: usize = 0;
    for (let lane = 0; lane < tileLanes; lane++) {
      store<f32>(to, load<f32>(from + (column << 2)));
      to += 4;
      if (++column == <usize>tileColumns) column = 0;
    }
    from += (<usize>tileColumns) << 2;
  }
}

/** Adds the lanes of folded rows up, one float64 per lane, so that the first numbers are those of the channels. */
export function fold(sums: usize): void {
  if (tileLanes == tileColumns) return;
  let to = sums;
  for (let panel = 0; panel < tilePanels; panel++) {
    const lanes = sums + ((<usize>(panel * tileLanes)) << 3);
    for (let column = 0; column < tileColumns; column++) {
      let sum: f64 = 0;
      for (let lane = column; lane < tileLanes; lane += tileColumns) {
        sum += load<f64>(lanes + ((<usize>lane) << 3));
      }
      store<f64>(to, sum);
      to += 8;
    }
  }
}
