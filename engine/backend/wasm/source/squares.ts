import { xAt } from "./operands";
import { blockProduct, blockSum, shift } from "./scratch";

/** Adds Σx and Σx². */
export function addSquares(at: usize, rows: i32, stride: usize, lanes: i32, lane: usize): void {
  if (lanes == 16) addFoldedSquares(xAt + at, rows, stride, lane, false);
  else addSquaresOfRows(xAt + at - lane, rows, stride, lanes, lane, false);
}

/** Adds Σ(x − shift) and Σ(x − shift)². */
export function addDeviations(
  at: usize,
  rows: i32,
  stride: usize,
  lanes: i32,
  lane: usize,
): void {
  if (lanes == 16) addFoldedSquares(xAt + at, rows, stride, lane, true);
  else addSquaresOfRows(xAt + at - lane, rows, stride, lanes, lane, true);
}

/** Takes two rows at a time where it can, so that the sums are read and written half as often. */
@inline
function addSquaresOfRows(
  x: usize,
  rows: i32,
  stride: usize,
  lanes: i32,
  first: usize,
  isShifted: bool,
): void {
  const end = first + ((<usize>lanes) << 2);
  for (; rows >= 2; rows -= 2) {
    const left = addSquaresOfPair(x, stride, first, end, isShifted);
    addRestOfSquares(x, left, end, isShifted);
    addRestOfSquares(x + stride, left, end, isShifted);
    x += stride << 1;
  }
  if (rows > 0) addRestOfSquares(x, first, end, isShifted);
}

/** Takes sixteen lanes at a time; returns the first that is left, in bytes. */
@inline
function addSquaresOfPair(
  x: usize,
  stride: usize,
  lane: usize,
  end: usize,
  isShifted: bool,
): usize {
  let k: v128, d: v128, e: v128, s: v128, q: v128;
  for (; lane + 64 <= end; lane += 64) {
    const x0 = x + lane;
    const x1 = x0 + stride;
    d = v128.load(x0);
    e = v128.load(x1);
    if (isShifted) {
      k = v128.load(shift + lane);
      d = f32x4.sub(d, k);
      e = f32x4.sub(e, k);
    }
    s = f32x4.add(f32x4.add(v128.load(blockSum + lane), d), e);
    q = f32x4.add(v128.load(blockProduct + lane), f32x4.mul(d, d));
    v128.store(blockSum + lane, s);
    v128.store(blockProduct + lane, f32x4.add(q, f32x4.mul(e, e)));
    d = v128.load(x0, 16);
    e = v128.load(x1, 16);
    if (isShifted) {
      k = v128.load(shift + lane, 16);
      d = f32x4.sub(d, k);
      e = f32x4.sub(e, k);
    }
    s = f32x4.add(f32x4.add(v128.load(blockSum + lane, 16), d), e);
    q = f32x4.add(v128.load(blockProduct + lane, 16), f32x4.mul(d, d));
    v128.store(blockSum + lane, s, 16);
    v128.store(blockProduct + lane, f32x4.add(q, f32x4.mul(e, e)), 16);
    d = v128.load(x0, 32);
    e = v128.load(x1, 32);
    if (isShifted) {
      k = v128.load(shift + lane, 32);
      d = f32x4.sub(d, k);
      e = f32x4.sub(e, k);
    }
    s = f32x4.add(f32x4.add(v128.load(blockSum + lane, 32), d), e);
    q = f32x4.add(v128.load(blockProduct + lane, 32), f32x4.mul(d, d));
    v128.store(blockSum + lane, s, 32);
    v128.store(blockProduct + lane, f32x4.add(q, f32x4.mul(e, e)), 32);
    d = v128.load(x0, 48);
    e = v128.load(x1, 48);
    if (isShifted) {
      k = v128.load(shift + lane, 48);
      d = f32x4.sub(d, k);
      e = f32x4.sub(e, k);
    }
    s = f32x4.add(f32x4.add(v128.load(blockSum + lane, 48), d), e);
    q = f32x4.add(v128.load(blockProduct + lane, 48), f32x4.mul(d, d));
    v128.store(blockSum + lane, s, 48);
    v128.store(blockProduct + lane, f32x4.add(q, f32x4.mul(e, e)), 48);
  }
  return lane;
}

@inline
function addRestOfSquares(x: usize, lane: usize, end: usize, isShifted: bool): void {
  for (; lane + 16 <= end; lane += 16) {
    let d = v128.load(x + lane);
    if (isShifted) d = f32x4.sub(d, v128.load(shift + lane));
    const q = f32x4.mul(d, d);
    v128.store(blockSum + lane, f32x4.add(v128.load(blockSum + lane), d));
    v128.store(blockProduct + lane, f32x4.add(v128.load(blockProduct + lane), q));
  }
  for (; lane < end; lane += 4) {
    let d = load<f32>(x + lane);
    if (isShifted) d -= load<f32>(shift + lane);
    store<f32>(blockSum + lane, load<f32>(blockSum + lane) + d);
    store<f32>(blockProduct + lane, load<f32>(blockProduct + lane) + d * d);
  }
}

/** The same for rows of exactly sixteen lanes, whose sums stay in registers. */
@inline
function addFoldedSquares(
  x: usize,
  rows: i32,
  stride: usize,
  lane: usize,
  isShifted: bool,
): void {
  const k0 = v128.load(shift + lane);
  const k1 = v128.load(shift + lane, 16);
  const k2 = v128.load(shift + lane, 32);
  const k3 = v128.load(shift + lane, 48);
  let s0 = v128.load(blockSum + lane);
  let s1 = v128.load(blockSum + lane, 16);
  let s2 = v128.load(blockSum + lane, 32);
  let s3 = v128.load(blockSum + lane, 48);
  let q0 = v128.load(blockProduct + lane);
  let q1 = v128.load(blockProduct + lane, 16);
  let q2 = v128.load(blockProduct + lane, 32);
  let q3 = v128.load(blockProduct + lane, 48);
  let d: v128;
  for (let i = 0; i < rows; i++) {
    d = v128.load(x);
    if (isShifted) d = f32x4.sub(d, k0);
    s0 = f32x4.add(s0, d);
    q0 = f32x4.add(q0, f32x4.mul(d, d));
    d = v128.load(x, 16);
    if (isShifted) d = f32x4.sub(d, k1);
    s1 = f32x4.add(s1, d);
    q1 = f32x4.add(q1, f32x4.mul(d, d));
    d = v128.load(x, 32);
    if (isShifted) d = f32x4.sub(d, k2);
    s2 = f32x4.add(s2, d);
    q2 = f32x4.add(q2, f32x4.mul(d, d));
    d = v128.load(x, 48);
    if (isShifted) d = f32x4.sub(d, k3);
    s3 = f32x4.add(s3, d);
    q3 = f32x4.add(q3, f32x4.mul(d, d));
    x += stride;
  }
  v128.store(blockSum + lane, s0);
  v128.store(blockSum + lane, s1, 16);
  v128.store(blockSum + lane, s2, 32);
  v128.store(blockSum + lane, s3, 48);
  v128.store(blockProduct + lane, q0);
  v128.store(blockProduct + lane, q1, 16);
  v128.store(blockProduct + lane, q2, 32);
  v128.store(blockProduct + lane, q3, 48);
}
