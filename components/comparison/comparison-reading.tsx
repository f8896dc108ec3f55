import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import type { Comparison } from "./comparison";

/** Both configurations side by side, in words. */
export const ComparisonReading = ({
  comparison: { sentences },
}: {
  readonly comparison: Comparison;
}): ReactNode => (
  <section data-testid="comparison">
    <h2 className={panel["panel-title"]}>Side by side</h2>
    {sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </section>
);
