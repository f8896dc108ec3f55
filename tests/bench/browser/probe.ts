import { BatchNormalization, residentTensor } from "@/engine";
import type { ResidentTensor } from "@/engine";
import { copyFloor } from "../kernels/floor";

export const probeShape = [65536, 64] as const;

/** The least time of one call, in ms. */
export interface ProbeTimes {
  readonly copy: number;
  readonly forward: number;
  readonly both: number;
}

const rounds = 12;

/** Clocks of browsers tick in tenths of a millisecond, so that a sample has to be long. */
const sampleMs = 40;

const free = (...tensors: readonly ResidentTensor[]): void =>
  tensors.forEach((tensor) => tensor.dispose());

function wave(phase: number): ResidentTensor {
  const length = probeShape[0] * probeShape[1];
  const data = Float32Array.from({ length }, (_, i) => Math.sin(phase + i * 0.37) + (i % 64) / 32);
  return residentTensor(data, { shape: probeShape });
}

function bestOf(works: readonly (() => void)[]): readonly number[] {
  const best = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, at) => {
      let calls = 0;
      const start = performance.now();
      let elapsed = 0;
      while (elapsed < sampleMs) {
        work();
        calls += 1;
        elapsed = performance.now() - start;
      }
      best[at] = Math.min(best[at]!, elapsed / calls);
    });
  }
  return best;
}

/** Times the kernels wherever it runs, and says which backend it was that answered. */
export function probe(): { readonly backend: string; readonly times: ProbeTimes } {
  const layer = new BatchNormalization({ axis: 1, fused: false }, { backend: "wasm" });
  const x = wave(0);
  const dy = wave(1);
  const [copy, forward, both] = bestOf([
    copyFloor(4 * probeShape[0] * probeShape[1]),
    () => free(layer.call(x, { training: true })),
    () => {
      const trace = layer.trace(x, { training: true });
      free(trace.vjp(dy).inputs, trace.outputs);
    },
  ]);
  free(x, dy);
  return {
    backend: layer.backend,
    times: { copy: copy!, forward: forward!, both: both! },
  };
}
