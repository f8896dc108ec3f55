import { lineOfTile } from "./line";
import { momentsOfTile } from "./moments";
import { Panels } from "./panels";
import { tileBeta, tileGamma } from "./scratch";
import { sumThenMap } from "./schedule";
import { tileChannels } from "./tile";

/** A call that normalizes with its batch: what it is given and where it writes each channel's numbers, as float32. */
@unmanaged
export class Normalization {
  mean: usize;
  variance: usize;
  inverseDeviation: usize;
  scale: usize;
  offset: usize;
  gamma: usize;
  beta: usize;
  /** How many γ and β there are; ghost batches share them. */
  parameters: i32;
  epsilon: f32;
  /** Whether y = (x − μ)·k + β, as the fused layer has it, or x·k + (β − μ·k). */
  isCentred: i32;
}

/** Moments, line and outputs. */
export function normalizeTiles(panels: Panels, call: Normalization): void {
  sumThenMap(panels, 2, changetype<usize>(call), sumTile, mapTile);
}

function sumTile(panels: Panels, channels: usize, at: usize): void {
  const call = changetype<Normalization>(at);
  momentsOfTile(panels, call.mean + channels, call.variance + channels);
  compose(channels, call);
}

function mapTile(panels: Panels, channels: usize, at: usize): void {
  const call = changetype<Normalization>(at);
  const scale = call.scale + channels;
  if (call.isCentred == 0) {
    lineOfTile(panels, 0, scale, call.offset + channels);
    return;
  }
  repeat(call.beta, call.parameters, channels, tileBeta);
  lineOfTile(panels, call.mean + channels, scale, tileBeta);
}

/** Copies the parameters, which ghost batches share, to one for each of the tile's channels. */
function repeat(from: usize, parameters: i32, channels: usize, to: usize): void {
  const period = (<usize>parameters) << 2;
  const end = (<usize>tileChannels()) << 2;
  let start = channels % period;
  for (let at: usize = 0; at < end; ) {
    const bytes = min(period - start, end - at);
    memory.copy(to + at, from + start, bytes);
    at += bytes;
    start = 0;
  }
}

/** k = γ/√(v + ε) and β − μ·k, every result rounded to float32. */
function compose(channels: usize, call: Normalization): void {
  repeat(call.gamma, call.parameters, channels, tileGamma);
  repeat(call.beta, call.parameters, channels, tileBeta);
  const end = (<usize>tileChannels()) << 2;
  let lane: usize = 0;
  const epsilon = f32x4.splat(call.epsilon);
  for (; lane + 16 <= end; lane += 16) {
    const at = channels + lane;
    const deviation = f32x4.sqrt(f32x4.add(v128.load(call.variance + at), epsilon));
    const inverse = f32x4.div(f32x4.splat(1), deviation);
    const scale = f32x4.mul(inverse, v128.load(tileGamma + lane));
    const taken = f32x4.mul(v128.load(call.mean + at), scale);
    v128.store(call.inverseDeviation + at, inverse);
    v128.store(call.scale + at, scale);
    v128.store(call.offset + at, f32x4.sub(v128.load(tileBeta + lane), taken));
  }
  for (; lane < end; lane += 4) {
    const at = channels + lane;
    const inverse: f32 = 1 / sqrt<f32>(load<f32>(call.variance + at) + call.epsilon);
    const scale: f32 = inverse * load<f32>(tileGamma + lane);
    store<f32>(call.inverseDeviation + at, inverse);
    store<f32>(call.scale + at, scale);
    store<f32>(call.offset + at, load<f32>(tileBeta + lane) - load<f32>(call.mean + at) * scale);
  }
}
