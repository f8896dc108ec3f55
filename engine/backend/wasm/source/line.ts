import { outAt, xAt } from "./operands";
import { Panels } from "./panels";
import { meanLanes, offsetLanes, scaleLanes } from "./scratch";
import { maxLanes, spread } from "./tile";
import { everything, rewind, walk } from "./walk";

/*
 * Maps write whole rows one after another and take their coefficients from the cache: writing column by column, with
 * the coefficients in registers, is slower wherever the outputs go to memory.
 */

/** Writes y = (x − mean)·scale + offset for a tile, one float32 of each per channel; no mean where it is 0 bytes. */
export function lineOfTile(panels: Panels, mean: usize, scale: usize, offset: usize): void {
  if (mean != 0) spread(mean, meanLanes);
  spread(scale, scaleLanes);
  spread(offset, offsetLanes);
  rewind();
  walk(panels, everything, mean == 0 ? writeLine : writeCentredLine);
}

function writeLine(at: usize, rows: i32, stride: usize, lanes: i32, lane: usize): void {
  if (lanes == 16) {
    writeFolded(xAt + at, outAt + at, rows, stride, lane, false);
    return;
  }
  const done = lanes > maxLanes ? writeWideRows(at, rows, stride, lanes, lane) : 0;
  writeRows(at + <usize>done * stride, rows - done, stride, lanes, lane, false);
}

function writeCentredLine(at: usize, rows: i32, stride: usize, lanes: i32, lane: usize): void {
  if (lanes == 16) writeFolded(xAt + at, outAt + at, rows, stride, lane, true);
  else writeRows(at, rows, stride, lanes, lane, true);
}

@inline
function writeRows(
  at: usize,
  rows: i32,
  stride: usize,
  lanes: i32,
  first: usize,
  isCentred: bool,
): void {
  let x = xAt + at - first;
  let y = outAt + at - first;
  const end = first + ((<usize>lanes) << 2);
  for (let i = 0; i < rows; i++) {
    let lane = first;
    let value: v128;
    for (; lane + 64 <= end; lane += 64) {
      const from = x + lane;
      const to = y + lane;
      value = v128.load(from);
      if (isCentred) value = f32x4.sub(value, v128.load(meanLanes + lane));
      value = f32x4.mul(value, v128.load(scaleLanes + lane));
      v128.store(to, f32x4.add(value, v128.load(offsetLanes + lane)));
      value = v128.load(from, 16);
      if (isCentred) value = f32x4.sub(value, v128.load(meanLanes + lane, 16));
      value = f32x4.mul(value, v128.load(scaleLanes + lane, 16));
      v128.store(to, f32x4.add(value, v128.load(offsetLanes + lane, 16)), 16);
      value = v128.load(from, 32);
      if (isCentred) value = f32x4.sub(value, v128.load(meanLanes + lane, 32));
      value = f32x4.mul(value, v128.load(scaleLanes + lane, 32));
      v128.store(to, f32x4.add(value, v128.load(offsetLanes + lane, 32)), 32);
      value = v128.load(from, 48);
      if (isCentred) value = f32x4.sub(value, v128.load(meanLanes + lane, 48));
      value = f32x4.mul(value, v128.load(scaleLanes + lane, 48));
      v128.store(to, f32x4.add(value, v128.load(offsetLanes + lane, 48)), 48);
    }
    for (; lane + 16 <= end; lane += 16) {
      value = v128.load(x + lane);
      if (isCentred) value = f32x4.sub(value, v128.load(meanLanes + lane));
      value = f32x4.mul(value, v128.load(scaleLanes + lane));
      v128.store(y + lane, f32x4.add(value, v128.load(offsetLanes + lane)));
    }
    for (; lane < end; lane += 4) {
      let number = load<f32>(x + lane);
      if (isCentred) number -= load<f32>(meanLanes + lane);
      store<f32>(y + lane, number * load<f32>(scaleLanes + lane) + load<f32>(offsetLanes + lane));
    }
    x += stride;
    y += stride;
  }
}


/**
 * Takes four rows at a time, so that coefficients which the first-level cache cannot hold are read less often. Returns
 * how many rows it has written.
 */
function writeWideRows(at: usize, rows: i32, stride: usize, lanes: i32, first: usize): i32 {
  const end = first + ((<usize>lanes) << 2);
  let x0 = xAt + at - first;
  let y0 = outAt + at - first;
  let done = 0;
  for (; done + 4 <= rows; done += 4) {
    const x1 = x0 + stride;
    const x2 = x1 + stride;
    const x3 = x2 + stride;
    const y1 = y0 + stride;
    const y2 = y1 + stride;
    const y3 = y2 + stride;
    let lane = first;
    for (; lane + 16 <= end; lane += 16) {
      const s = v128.load(scaleLanes + lane);
      const o = v128.load(offsetLanes + lane);
      v128.store(y0 + lane, f32x4.add(f32x4.mul(v128.load(x0 + lane), s), o));
      v128.store(y1 + lane, f32x4.add(f32x4.mul(v128.load(x1 + lane), s), o));
      v128.store(y2 + lane, f32x4.add(f32x4.mul(v128.load(x2 + lane), s), o));
      v128.store(y3 + lane, f32x4.add(f32x4.mul(v128.load(x3 + lane), s), o));
    }
    for (; lane < end; lane += 4) {
      const s = load<f32>(scaleLanes + lane);
      const o = load<f32>(offsetLanes + lane);
      store<f32>(y0 + lane, load<f32>(x0 + lane) * s + o);
      store<f32>(y1 + lane, load<f32>(x1 + lane) * s + o);
      store<f32>(y2 + lane, load<f32>(x2 + lane) * s + o);
      store<f32>(y3 + lane, load<f32>(x3 + lane) * s + o);
    }
    x0 = x3 + stride;
    y0 = y3 + stride;
  }
  return done;
}

/** The same for rows of exactly sixteen lanes, whose coefficients stay in registers. */
@inline
function writeFolded(
  x: usize,
  y: usize,
  rows: i32,
  stride: usize,
  lane: usize,
  isCentred: bool,
): void {
  const m0 = v128.load(meanLanes + lane);
  const m1 = v128.load(meanLanes + lane, 16);
  const m2 = v128.load(meanLanes + lane, 32);
  const m3 = v128.load(meanLanes + lane, 48);
  const s0 = v128.load(scaleLanes + lane);
  const s1 = v128.load(scaleLanes + lane, 16);
  const s2 = v128.load(scaleLanes + lane, 32);
  const s3 = v128.load(scaleLanes + lane, 48);
  const o0 = v128.load(offsetLanes + lane);
  const o1 = v128.load(offsetLanes + lane, 16);
  const o2 = v128.load(offsetLanes + lane, 32);
  const o3 = v128.load(offsetLanes + lane, 48);
  let value: v128;
  for (let i = 0; i < rows; i++) {
    value = v128.load(x);
    if (isCentred) value = f32x4.sub(value, m0);
    v128.store(y, f32x4.add(f32x4.mul(value, s0), o0));
    value = v128.load(x, 16);
    if (isCentred) value = f32x4.sub(value, m1);
    v128.store(y, f32x4.add(f32x4.mul(value, s1), o1), 16);
    value = v128.load(x, 32);
    if (isCentred) value = f32x4.sub(value, m2);
    v128.store(y, f32x4.add(f32x4.mul(value, s2), o2), 32);
    value = v128.load(x, 48);
    if (isCentred) value = f32x4.sub(value, m3);
    v128.store(y, f32x4.add(f32x4.mul(value, s3), o3), 48);
    x += stride;
    y += stride;
  }
}
