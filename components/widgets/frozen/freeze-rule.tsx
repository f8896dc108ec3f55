import type { ReactNode } from "react";
import { unitSize } from "@/components/charts/plot/axis";
import { DottedLine } from "@/components/charts/plot/marks";
import type { PlacesOf } from "@/components/charts/plot/step-plot";
import { linePath } from "@/components/charts/shapes/paths";

const ends = Float64Array.of(0, unitSize);

/** Where the layer stops being trainable: a vertical line. */
export function freezeRule(at: PlacesOf, frozenFrom: number | null): ReactNode {
  if (frozenFrom === null) return null;
  const { x } = at(ends, frozenFrom);
  return (
    <DottedLine
      of="population"
      d={linePath({ count: ends.length, x: () => x(0), y: (i) => ends[i] ?? NaN })}
    />
  );
}
