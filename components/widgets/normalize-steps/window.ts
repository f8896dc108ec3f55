/** More than these are not read at once; the selection leads to the others. */
export const drawnExamples = 16;
export const drawnChannels = 8;
export const drawnGhosts = 8;

export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The page of so many that one of `count` things is on. Pages do not move while the selection moves inside them. */
export function pageOf(selected: number, count: number, size: number): Span {
  const first = Math.floor(selected / size) * size;
  return { first, last: Math.min(first + size, count) - 1 };
}

export const numbersIn = ({ first, last }: Span): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
