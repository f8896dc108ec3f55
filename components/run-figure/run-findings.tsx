import type { ReactNode } from "react";
import { Findings } from "@/components/findings/findings";
import type { VerdictProps } from "@/components/live-figure/figure-parts";
import type { RunData } from "@/components/measures/run-data";

/** Why the run of a figure broke, if it did. */
export const RunFindings = ({
  of,
  shown,
  place,
  refusal,
  onChange,
}: VerdictProps<RunData>): ReactNode => (
  <Findings
    {...(of !== undefined && { of })}
    experiment={shown.experiment}
    run={shown.result}
    channel={place}
    refusal={refusal}
    onChange={onChange}
  />
);
