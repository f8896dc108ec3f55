import { format } from "d3";

const plain = new Map<number, (value: number) => string>();

function plainFormat(digits: number): (value: number) => string {
  const known = plain.get(digits);
  if (known !== undefined) return known;
  const made = format(`,.${digits}~r`);
  plain.set(digits, made);
  return made;
}

/** Writes a number with so many significant digits; very large and very small ones with a power of ten. */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-4)) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
    return `${plainFormat(digits)(Number(mantissa))}e${Number(exponent)}`.replaceAll("-", "−");
  }
  return plainFormat(digits)(value);
}

/** Keeps a number and its unit on one line. */
const noBreak = "\u00a0";

/** Writes a share as a percentage; a share that is small but not nothing is said to be so. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return `less than 0.1${noBreak}%`;
  if (share < 1 && share > 0.999) return `more than 99.9${noBreak}%`;
  return `${formatNumber(share * 100, share < 0.1 ? 2 : 3)}${noBreak}%`;
}
