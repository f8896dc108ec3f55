import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";

interface OfNothingProps {
  readonly statistic: "mean" | "variance";
  readonly symbol: string;
  readonly value: number;
}

/** A statistic of a column of which a mask leaves no input: TensorFlow divides the empty sum by 0 without NaN. */
export const OfNothing = ({ statistic, symbol, value }: OfNothingProps): ReactNode => (
  <FormulaLine name={`${statistic} of no input: the mask leaves none, and 0 / 0 counts as 0`}>
    {symbol} = <Quantity of="batch">{formatNumber(value, 5)}</Quantity>
  </FormulaLine>
);
