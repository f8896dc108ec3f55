"use client";

import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import type { Experiment } from "@/engine/spec/experiment";
import { findingsOf, nothingFound } from ".";
import type { Evidence, Finding } from "./finding";
import styles from "./findings.module.css";

export interface FindingsProps extends Evidence {
  /** Which run it is, where there are two. */
  readonly of?: "first" | "second";
  /** Absent in a poster. */
  readonly onChange?: ((patch: Partial<Experiment>) => void) | undefined;
}

/** What is the matter with the run, why, and what helps. */
export function Findings(props: FindingsProps): ReactNode {
  const { of, experiment, run, channel, refusal = null, onChange } = props;
  const findings = findingsOf({ experiment, run, channel, refusal });
  return (
    <section
      className={styles["findings"]}
      data-testid={of === "second" ? "findings of the second" : "findings"}
    >
      <h2 className={panel["panel-title"]}>
        Why did {of === undefined ? "it" : `the ${of}`} break?
      </h2>
      {findings.length === 0 ? (
        <p className={styles["none"]}>{nothingFound({ experiment, run, channel })}</p>
      ) : (
        findings.map((finding, at) => (
          <FindingText
            key={finding.title}
            finding={finding}
            isFirst={at === 0}
            onChange={onChange}
          />
        ))
      )}
    </section>
  );
}

function FindingText({
  finding: { title, cause, remedy, change },
  isFirst,
  onChange,
}: {
  readonly isFirst: boolean;
  readonly finding: Finding;
  readonly onChange: FindingsProps["onChange"];
}): ReactNode {
  return (
    <details className={styles["finding"]} open={isFirst}>
      <summary>{title}</summary>
      <p>{cause}</p>
      <p>{remedy}</p>
      {change !== undefined && (
        <button
          type="button"
          className="quiet-button"
          disabled={onChange === undefined}
          onClick={() => onChange?.(change.patch)}
        >
          {change.label}
        </button>
      )}
    </details>
  );
}
