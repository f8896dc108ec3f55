import type { RenormTrace } from "../layer/trace";
import type { ChannelPart } from "../spec/run/recorded-part";
import type { RenormHistory } from "../types/renorm-history";

/** Fills the history of renorm over a run, step by step. */
export interface RenormRecorder {
  readonly history: RenormHistory;
  record(step: number, renorm: RenormTrace): void;
}

export function renormRecorder(steps: number, { first, count }: ChannelPart): RenormRecorder {
  const perChannel = (): Float64Array => new Float64Array(steps * count);
  const perStep = (): Float64Array => new Float64Array(steps);
  const history = {
    unclipped: { r: perChannel(), d: perChannel() },
    r: perChannel(),
    d: perChannel(),
    rmin: perStep(),
    rmax: perStep(),
    dmax: perStep(),
  };
  return {
    history,
    record(step, { beforeClipping, r, d, bounds }): void {
      const at = step - 1;
      const rows = [
        [history.unclipped.r, beforeClipping.r],
        [history.unclipped.d, beforeClipping.d],
        [history.r, r],
        [history.d, d],
      ] as const;
      for (const [into, { data }] of rows) {
        into.set(data.subarray(first, first + count), at * count);
      }
      history.rmin[at] = bounds.rmin ?? 0;
      history.rmax[at] = bounds.rmax ?? Infinity;
      history.dmax[at] = bounds.dmax ?? Infinity;
    },
  };
}
