"use client";

import { memo } from "react";
import type { ReactNode } from "react";
import type { Experiment } from "@/engine/spec/experiment";
import { CaseList } from "./case-list";
import type { FigureModel } from "./figure-model";
import { PathList } from "./path-list";
import { Variances } from "./variances";
import styles from "./view.module.css";

export interface FigureProps {
  readonly model: FigureModel;
  /** Absent in a poster. */
  readonly onScrub?: (step: number, isContinued: boolean) => void;
  readonly onChange?: (patch: Partial<Experiment>) => void;
}

/** The marks: the path of decisions, the two moving variances, and the answers to fused=true. */
export const Figure = memo(function Figure({ model, onScrub, onChange }: FigureProps): ReactNode {
  return (
    <div className={styles["figure"]}>
      <PathList model={model} />
      <Variances model={model} onScrub={onScrub} />
      <CaseList model={model} onChange={onChange} />
    </div>
  );
});
