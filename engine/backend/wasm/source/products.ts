import { dyAt, xAt } from "./operands";
import { blockProduct, blockSum, shift } from "./scratch";

/** Adds Σdy and Σdy·x. */
export function addProducts(at: usize, rows: i32, stride: usize, lanes: i32, lane: usize): void {
  if (lanes == 16) addFoldedProducts(at, rows, stride, lane, false);
  else addProductsOfRows(at - lane, rows, stride, lanes, lane, false);
}

/** Adds Σdy and Σdy·(x − shift). */
export function addCentredProducts(
  at: usize,
  rows: i32,
  stride: usize,
  lanes: i32,
  lane: usize,
): void {
  if (lanes == 16) addFoldedProducts(at, rows, stride, lane, true);
  else addProductsOfRows(at - lane, rows, stride, lanes, lane, true);
}

@inline
function addProductsOfRows(
  at: usize,
  rows: i32,
  stride: usize,
  lanes: i32,
  first: usize,
  isShifted: bool,
): void {
  const end = first + ((<usize>lanes) << 2);
  let x = xAt + at;
  let dy = dyAt + at;
  // Long rows without gaps are read best in their order; of others two at a time halve the work on the sums.
  const isInOrder = lanes > 64 && stride == (<usize>lanes) << 2;
  for (; rows >= 2 && !isInOrder; rows -= 2) {
    const left = addProductsOfPair(x, dy, stride, first, end, isShifted);
    addRestOfProducts(x, dy, left, end, isShifted);
    addRestOfProducts(x + stride, dy + stride, left, end, isShifted);
    x += stride << 1;
    dy += stride << 1;
  }
  for (; rows > 0; rows--) {
    addRestOfProducts(x, dy, first, end, isShifted);
    x += stride;
    dy += stride;
  }
}

/** Takes sixteen lanes at a time; returns the first that is left, in bytes. */
@inline
function addProductsOfPair(
  x: usize,
  dy: usize,
  stride: usize,
  lane: usize,
  end: usize,
  isShifted: bool,
): usize {
  let k: v128, d: v128, e: v128, g: v128, h: v128, s: v128, p: v128;
  for (; lane + 64 <= end; lane += 64) {
    const x0 = x + lane;
    const x1 = x0 + stride;
    const dy0 = dy + lane;
    const dy1 = dy0 + stride;
    d = v128.load(x0);
    e = v128.load(x1);
    if (isShifted) {
      k = v128.load(shift + lane);
      d = f32x4.sub(d, k);
      e = f32x4.sub(e, k);
    }
    g = v128.load(dy0);
    h = v128.load(dy1);
    s = f32x4.add(f32x4.add(v128.load(blockSum + lane), g), h);
    p = f32x4.add(v128.load(blockProduct + lane), f32x4.mul(g, d));
    v128.store(blockSum + lane, s);
    v128.store(blockProduct + lane, f32x4.add(p, f32x4.mul(h, e)));
    d = v128.load(x0, 16);
    e = v128.load(x1, 16);
    if (isShifted) {
      k = v128.load(shift + lane, 16);
      d = f32x4.sub(d, k);
      e = f32x4.sub(e, k);
    }
    g = v128.load(dy0, 16);
    h = v128.load(dy1, 16);
    s = f32x4.add(f32x4.add(v128.load(blockSum + lane, 16), g), h);
    p = f32x4.add(v128.load(blockProduct + lane, 16), f32x4.mul(g, d));
    v128.store(blockSum + lane, s, 16);
    v128.store(blockProduct + lane, f32x4.add(p, f32x4.mul(h, e)), 16);
    d = v128.load(x0, 32);
    e = v128.load(x1, 32);
    if (isShifted) {
      k = v128.load(shift + lane, 32);
      d = f32x4.sub(d, k);
      e = f32x4.sub(e, k);
    }
    g = v128.load(dy0, 32);
    h = v128.load(dy1, 32);
    s = f32x4.add(f32x4.add(v128.load(blockSum + lane, 32), g), h);
    p = f32x4.add(v128.load(blockProduct + lane, 32), f32x4.mul(g, d));
    v128.store(blockSum + lane, s, 32);
    v128.store(blockProduct + lane, f32x4.add(p, f32x4.mul(h, e)), 32);
    d = v128.load(x0, 48);
    e = v128.load(x1, 48);
    if (isShifted) {
      k = v128.load(shift + lane, 48);
      d = f32x4.sub(d, k);
      e = f32x4.sub(e, k);
    }
    g = v128.load(dy0, 48);
    h = v128.load(dy1, 48);
    s = f32x4.add(f32x4.add(v128.load(blockSum + lane, 48), g), h);
    p = f32x4.add(v128.load(blockProduct + lane, 48), f32x4.mul(g, d));
    v128.store(blockSum + lane, s, 48);
    v128.store(blockProduct + lane, f32x4.add(p, f32x4.mul(h, e)), 48);
  }
  return lane;
}

@inline
function addRestOfProducts(
  x: usize,
  dy: usize,
  lane: usize,
  end: usize,
  isShifted: bool,
): void {
  for (; lane + 16 <= end; lane += 16) {
    const g = v128.load(dy + lane);
    let d = v128.load(x + lane);
    if (isShifted) d = f32x4.sub(d, v128.load(shift + lane));
    const p = f32x4.mul(g, d);
    v128.store(blockSum + lane, f32x4.add(v128.load(blockSum + lane), g));
    v128.store(blockProduct + lane, f32x4.add(v128.load(blockProduct + lane), p));
  }
  for (; lane < end; lane += 4) {
    const g = load<f32>(dy + lane);
    let d = load<f32>(x + lane);
    if (isShifted) d -= load<f32>(shift + lane);
    store<f32>(blockSum + lane, load<f32>(blockSum + lane) + g);
    store<f32>(blockProduct + lane, load<f32>(blockProduct + lane) + g * d);
  }
}

/** The same for rows of exactly sixteen lanes, whose sums stay in registers. */
@inline
function addFoldedProducts(
  at: usize,
  rows: i32,
  stride: usize,
  lane: usize,
  isShifted: bool,
): void {
  let x = xAt + at;
  let dy = dyAt + at;
  const k0 = v128.load(shift + lane);
  const k1 = v128.load(shift + lane, 16);
  const k2 = v128.load(shift + lane, 32);
  const k3 = v128.load(shift + lane, 48);
  let s0 = v128.load(blockSum + lane);
  let s1 = v128.load(blockSum + lane, 16);
  let s2 = v128.load(blockSum + lane, 32);
  let s3 = v128.load(blockSum + lane, 48);
  let p0 = v128.load(blockProduct + lane);
  let p1 = v128.load(blockProduct + lane, 16);
  let p2 = v128.load(blockProduct + lane, 32);
  let p3 = v128.load(blockProduct + lane, 48);
  let d: v128, g: v128;
  for (let i = 0; i < rows; i++) {
    g = v128.load(dy);
    d = v128.load(x);
    if (isShifted) d = f32x4.sub(d, k0);
    s0 = f32x4.add(s0, g);
    p0 = f32x4.add(p0, f32x4.mul(g, d));
    g = v128.load(dy, 16);
    d = v128.load(x, 16);
    if (isShifted) d = f32x4.sub(d, k1);
    s1 = f32x4.add(s1, g);
    p1 = f32x4.add(p1, f32x4.mul(g, d));
    g = v128.load(dy, 32);
    d = v128.load(x, 32);
    if (isShifted) d = f32x4.sub(d, k2);
    s2 = f32x4.add(s2, g);
    p2 = f32x4.add(p2, f32x4.mul(g, d));
    g = v128.load(dy, 48);
    d = v128.load(x, 48);
    if (isShifted) d = f32x4.sub(d, k3);
    s3 = f32x4.add(s3, g);
    p3 = f32x4.add(p3, f32x4.mul(g, d));
    x += stride;
    dy += stride;
  }
  v128.store(blockSum + lane, s0);
  v128.store(blockSum + lane, s1, 16);
  v128.store(blockSum + lane, s2, 32);
  v128.store(blockSum + lane, s3, 48);
  v128.store(blockProduct + lane, p0);
  v128.store(blockProduct + lane, p1, 16);
  v128.store(blockProduct + lane, p2, 32);
  v128.store(blockProduct + lane, p3, 48);
}
