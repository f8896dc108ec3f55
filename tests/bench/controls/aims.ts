import { quantile } from "../summary";

/** One change of a control, as the page's main thread saw it; in milliseconds. */
export interface MeasuredChange {
  /** Scripts, styles and layout until the new figure was painted. */
  readonly ownMs: number;
  /** From the key to the frame with the new figure, the worker's calculation included. */
  readonly toPaintMs: number;
  /** The longest task; 0 where none was longer than a browser reports, 50 ms. */
  readonly blockMs: number;
}

export interface Verdict {
  readonly what: string;
  readonly aimMs: number;
  readonly measuredMs: number;
  readonly isMet: boolean;
}

const verdict = (what: string, aimMs: number, measuredMs: number): Verdict => ({
  what,
  aimMs,
  measuredMs,
  isMet: measuredMs <= aimMs,
});

/** What a change of a control may cost: one frame of own work as a rule, two at worst, and no block that is felt. */
export function verdictsOn(changes: readonly MeasuredChange[]): readonly Verdict[] {
  const own = changes.map(({ ownMs }) => ownMs);
  return [
    verdict("own work, median", 16.7, quantile(own, 0.5)),
    verdict("own work, p95", 33, quantile(own, 0.95)),
    verdict("longest block", 50, Math.max(0, ...changes.map(({ blockMs }) => blockMs))),
  ];
}
