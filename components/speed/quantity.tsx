import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";

/** A measured number in three digits; the element carries all that were kept. */
export const Quantity = ({ value }: { readonly value: number }): ReactNode => (
  <data value={String(value)}>{formatNumber(value, 3)}</data>
);

/** A size in millions of bytes. */
export const Megabytes = ({ bytes }: { readonly bytes: number }): ReactNode => (
  <>{formatNumber(bytes / 1e6, 3)}&nbsp;MB</>
);
