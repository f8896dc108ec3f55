import { gradientSumsOfTile, inputGradientsOfTile } from "./gradients";
import { Panels } from "./panels";
import { product, sum } from "./scratch";
import { sumThenMap } from "./schedule";
import { tileChannels } from "./tile";

/** The gradients of a call that normalized with its batch: one float32 of everything per channel. */
@unmanaged
export class Backward {
  mean: usize;
  inverseDeviation: usize;
  /** γ, times renorm's r. */
  scale: usize;
  /** Written: Σdy·x̂ and Σdy. */
  scaleGradient: usize;
  offsetGradient: usize;
  /** Written, and of no use to the caller: the coefficients of dx = dy·slope + (x − μ)·curvature + offset. */
  slope: usize;
  curvature: usize;
  offset: usize;
  /** Whether Σdy·x̂ is summed about μ, as the fused layer does, or is Σdy·x − μ·Σdy. */
  isCentred: i32;
}

/** Sums, coefficients and dx. */
export function gradientsOfTiles(panels: Panels, call: Backward): void {
  sumThenMap(panels, 3, changetype<usize>(call), sumTile, mapTile);
}

function sumTile(panels: Panels, channels: usize, at: usize): void {
  const call = changetype<Backward>(at);
  gradientSumsOfTile(panels, call.isCentred != 0 ? call.mean + channels : 0);
  compose(channels, panels, call);
}

function mapTile(panels: Panels, channels: usize, at: usize): void {
  const call = changetype<Backward>(at);
  inputGradientsOfTile(
    panels,
    call.mean + channels,
    call.slope + channels,
    call.offset + channels,
    call.curvature + channels,
  );
}

/**
 * With k = γ/s: dk = Σ dy·(x − μ), d(1/s) = dk·γ, dv = −½·d(1/s)/s³ and dμ = −k·Σdy, so that
 * dx = dy·k + (x − μ)·2dv/m + dμ/m. Every result is rounded to float32.
 */
function compose(channels: usize, panels: Panels, call: Backward): void {
  const share = 1 / panels.samples;
  const count = <usize>tileChannels();
  for (let c: usize = 0; c < count; c++) {
    const at = channels + (c << 2);
    const inverse = load<f32>(call.inverseDeviation + at);
    const scale = load<f32>(call.scale + at);
    const dOffset = <f32>load<f64>(sum + (c << 3));
    const products = <f32>load<f64>(product + (c << 3));
    const dk: f32 = call.isCentred != 0 ? products : products - dOffset * load<f32>(call.mean + at);
    const k: f32 = inverse * scale;
    const dInverse: f32 = dk * scale;
    const dVariance: f32 = <f32>-0.5 * (dInverse * inverse) * (inverse * inverse);
    store<f32>(call.scaleGradient + at, dk * inverse);
    store<f32>(call.offsetGradient + at, dOffset);
    store<f32>(call.slope + at, k);
    store<f32>(call.curvature + at, 2 * <f32>(<f64>dVariance * share));
    store<f32>(call.offset + at, <f32>(<f64>-(dOffset * k) * share));
  }
}
