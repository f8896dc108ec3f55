import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import type { Comparison } from "./comparison";
import { comparisonSentences } from "./sentences";

/** Both configurations side by side, in words. */
export function ComparisonReading({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const sentences = comparisonSentences(comparison);
  if (sentences.length === 0) return null;
  return (
    <section data-testid="comparison">
      <h2 className={panel["panel-title"]}>Side by side</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
