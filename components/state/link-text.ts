const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Number() would read "" as 0 and "0x10" as 16. */
export const asNumber = (text: string): number | string =>
  decimal.test(text) ? Number(text) : text;

export const asNumbers = (text: string): readonly (number | string)[] =>
  text.split(",").map((part) => asNumber(part.trim()));

/** Reads `rmin:0.5,rmax:3`; null for anything else and where a key comes twice. */
export function readPairs(text: string): ReadonlyMap<string, string> | null {
  const pairs = new Map<string, string>();
  for (const pair of text.split(",")) {
    const [key = "", value, ...more] = pair.split(":").map((part) => part.trim());
    if (value === undefined || more.length > 0 || pairs.has(key)) return null;
    pairs.set(key, value);
  }
  return pairs;
}

export const writePairs = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map((pair) => pair.join(":")).join(",");

/** What a link's text stands for. */
export interface Reading {
  /** To be checked by the spec; the text itself when it stands for nothing. */
  readonly value: unknown;
  /** What the text broke, where that can be said more exactly than by the rule of the whole argument. */
  readonly rule?: string;
}
