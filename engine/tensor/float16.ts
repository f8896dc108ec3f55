const scratch = new DataView(new ArrayBuffer(4));

/** Quotient of a number by a power of two, rounded to the nearest integer, ties to even. */
function roundedQuotient(value: number, quantum: number): number {
  const quotient = value / quantum;
  const floor = Math.floor(quotient);
  const rest = quotient - floor;
  if (rest < 0.5 || (rest === 0.5 && floor % 2 === 0)) return floor;
  return floor + 1;
}

/**
 * Rounds to the nearest IEEE 754 binary16 number, ties to even: 11 significant bits, subnormals down to 2⁻²⁴,
 * and ±Infinity from 65520 on. NaN and the sign of zero are kept.
 */
export function roundToFloat16(value: number): number {
  const magnitude = Math.abs(value);
  if (!(magnitude > 0) || magnitude === Infinity) return value;
  if (magnitude >= 65520) return Math.sign(value) * Infinity;
  scratch.setFloat32(0, magnitude);
  const exponent = Math.max((scratch.getUint32(0) >>> 23) - 127, -14);
  const quantum = 2 ** (exponent - 10);
  const rounded = roundedQuotient(magnitude, quantum) * quantum;
  return value < 0 ? -rounded : rounded;
}
