import { dyAt, outAt, xAt } from "./operands";
import { Panels } from "./panels";
import { curvatureLanes, meanLanes, offsetLanes, scaleLanes, shift } from "./scratch";
import { addCentredProducts, addProducts } from "./products";
import { addBlock, blockRows, clearBlock, clearSums, foldSums } from "./sums";
import { spread } from "./tile";
import { everything, rewind, walk } from "./walk";

/** Leaves Σdy and Σdy·(x − centre) of a tile in `sum` and `product`; no centre where it is 0 bytes. */
export function gradientSumsOfTile(panels: Panels, centre: usize): void {
  if (centre != 0) spread(centre, shift);
  clearSums();
  rewind();
  let samples: f64 = 0;
  while (samples < panels.samples) {
    clearBlock();
    samples += walk(panels, blockRows, centre == 0 ? addProducts : addCentredProducts);
    addBlock();
  }
  foldSums();
}

/** Writes dx = (dy·scale + (x − μ)·curvature) + offset for a tile; one float32 of each per channel. */
export function inputGradientsOfTile(
  panels: Panels,
  mean: usize,
  scale: usize,
  offset: usize,
  curvature: usize,
): void {
  spread(mean, meanLanes);
  spread(scale, scaleLanes);
  spread(offset, offsetLanes);
  spread(curvature, curvatureLanes);
  rewind();
  walk(panels, everything, writeGradients);
}

function writeGradients(at: usize, rows: i32, stride: usize, lanes: i32, first: usize): void {
  let x = xAt + at - first;
  let dy = dyAt + at - first;
  let dx = outAt + at - first;
  const end = first + ((<usize>lanes) << 2);
  for (let i = 0; i < rows; i++) {
    let lane = first;
    let direct: v128, deviation: v128, bent: v128;
    for (; lane + 64 <= end; lane += 64) {
      const from = x + lane;
      const g = dy + lane;
      const to = dx + lane;
      direct = f32x4.mul(v128.load(g), v128.load(scaleLanes + lane));
      deviation = f32x4.sub(v128.load(from), v128.load(meanLanes + lane));
      bent = f32x4.mul(deviation, v128.load(curvatureLanes + lane));
      direct = f32x4.add(direct, bent);
      v128.store(to, f32x4.add(direct, v128.load(offsetLanes + lane)));
      direct = f32x4.mul(v128.load(g, 16), v128.load(scaleLanes + lane, 16));
      deviation = f32x4.sub(v128.load(from, 16), v128.load(meanLanes + lane, 16));
      bent = f32x4.mul(deviation, v128.load(curvatureLanes + lane, 16));
      direct = f32x4.add(direct, bent);
      v128.store(to, f32x4.add(direct, v128.load(offsetLanes + lane, 16)), 16);
      direct = f32x4.mul(v128.load(g, 32), v128.load(scaleLanes + lane, 32));
      deviation = f32x4.sub(v128.load(from, 32), v128.load(meanLanes + lane, 32));
      bent = f32x4.mul(deviation, v128.load(curvatureLanes + lane, 32));
      direct = f32x4.add(direct, bent);
      v128.store(to, f32x4.add(direct, v128.load(offsetLanes + lane, 32)), 32);
      direct = f32x4.mul(v128.load(g, 48), v128.load(scaleLanes + lane, 48));
      deviation = f32x4.sub(v128.load(from, 48), v128.load(meanLanes + lane, 48));
      bent = f32x4.mul(deviation, v128.load(curvatureLanes + lane, 48));
      direct = f32x4.add(direct, bent);
      v128.store(to, f32x4.add(direct, v128.load(offsetLanes + lane, 48)), 48);
    }
    for (; lane + 16 <= end; lane += 16) {
      direct = f32x4.mul(v128.load(dy + lane), v128.load(scaleLanes + lane));
      deviation = f32x4.sub(v128.load(x + lane), v128.load(meanLanes + lane));
      bent = f32x4.mul(deviation, v128.load(curvatureLanes + lane));
      direct = f32x4.add(direct, bent);
      v128.store(dx + lane, f32x4.add(direct, v128.load(offsetLanes + lane)));
    }
    for (; lane < end; lane += 4) {
      const straight = load<f32>(dy + lane) * load<f32>(scaleLanes + lane);
      const distance = load<f32>(x + lane) - load<f32>(meanLanes + lane);
      const curved = distance * load<f32>(curvatureLanes + lane);
      store<f32>(dx + lane, straight + curved + load<f32>(offsetLanes + lane));
    }
    x += stride;
    dy += stride;
    dx += stride;
  }
}
