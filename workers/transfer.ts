import { transfer } from "comlink";

/** Every buffer behind a typed array inside a value, once. comlink moves only what is listed and copies the rest. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== "object" || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    return;
  }
  for (const part of Object.values(value)) collect(part, found);
}

/** Marks all buffers of a value to be moved, not copied, when it is posted. The sender loses them. */
export const transferred = <T extends object>(value: T): T => transfer(value, buffersOf(value));

/** How many bytes the typed arrays inside a value take. */
export const bytesOf = (value: unknown): number =>
  buffersOf(value).reduce((sum, { byteLength }) => sum + byteLength, 0);
