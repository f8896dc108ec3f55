"use client";

import type { ReactNode } from "react";
import type { LeadProps } from "@/components/live-figure/figure-parts";
import { divisorsOf } from "./shrinkage";
import styles from "./view.module.css";

/** Why a size does not fit, or null where it does. */
export function misfit(batchSize: number, size: number | null): string | null {
  if (size === null || batchSize % size === 0) return null;
  if (size > batchSize) return `${size} is more than the ${batchSize} examples of a batch.`;
  const over = batchSize % size;
  const whole = Math.floor(batchSize / size);
  return `${size} does not divide ${batchSize}: ${whole} ghost batch${whole === 1 ? "" : "es"} of ${size} leave${whole === 1 ? "s" : ""} ${over} example${over === 1 ? "" : "s"} over.`;
}

/** Which ghost sizes divide the batch, each to choose; and what is wrong with the one that was chosen. */
export function Lead({ experiment, onChange }: LeadProps): ReactNode {
  const { batch_size: batchSize, virtual_batch_size: size } = experiment;
  const problem = misfit(batchSize, size);
  return (
    <div className={styles["lead"]}>
      {problem !== null && (
        <p className={styles["misfit"]} data-testid="misfit">
          {problem} Choose a size that divides it.
        </p>
      )}
      <div className={styles["sizes"]} role="group" aria-labelledby="ghost-sizes">
        <span id="ghost-sizes">Ghost sizes that divide {batchSize}:</span>
        {divisorsOf(batchSize).map((divisor) => (
          <button
            key={divisor}
            type="button"
            className={styles["size"]}
            disabled={onChange === undefined}
            aria-pressed={divisor === (size ?? batchSize)}
            onClick={() => onChange?.({ virtual_batch_size: divisor })}
          >
            {divisor}
          </button>
        ))}
      </div>
    </div>
  );
}
