import type { ChannelPart } from "../spec/run/recorded-part";

/** Picks some columns of rows of `width` numbers. */
export function columnsOf(
  rows: Float64Array,
  width: number,
  { first, count }: ChannelPart,
): Float64Array {
  if (count === width) return rows;
  return Float64Array.from(
    { length: (rows.length / width) * count },
    (_, i) => rows[Math.floor(i / count) * width + first + (i % count)]!,
  );
}

/** A value whose lists of numbers hold rows of `width`, or one for all, with some of their columns only. */
export function inPart<T>(value: T, width: number, part: ChannelPart): T {
  if (part.count === width) return value;
  return reduced(value, (rows) =>
    rows.length % width === 0 ? columnsOf(rows, width, part) : rows,
  ) as T;
}

function reduced(value: unknown, pick: (rows: Float64Array) => Float64Array): unknown {
  if (value instanceof Float64Array) return pick(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => reduced(member, pick));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, reduced(member, pick)]),
  );
}
