import type { CodeSubject } from "../subject";

/** The line that makes the mask: true for all examples but the padding at the end. */
export function maskText({ shape, masked }: CodeSubject, make: (values: string) => string): string {
  const padding = masked ?? 0;
  const real = Math.max((shape[0] ?? 0) - padding, 0);
  const padded = padding === 0 ? "" : ` + [False] * ${padding}`;
  return `mask = ${make(`[True] * ${real}${padded}`)}`;
}
