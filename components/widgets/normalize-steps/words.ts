import { formatNumber } from "@/components/charts/format/number";

/** Short enough for a cell and for a sentence. */
export const short = (value: number): string => formatNumber(value, 4);

export const plural = (count: number, noun: string): string =>
  `${formatNumber(count, 6)} ${noun}${count === 1 ? "" : "s"}`;

/** A label as the data has it; one that is a number says so. */
export const labelText = (label: string | null | undefined): string =>
  label === null || label === undefined ? "" : /^[\d.]+$/.test(label) ? `label ${label}` : label;
