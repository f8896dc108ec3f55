"use client";

import type { ReactNode } from "react";
import { CaseList } from "./case-list";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import type { FigureModel } from "./figure-model";
import { PathList } from "./path-list";
import { Variances } from "./variances";
import styles from "./view.module.css";

/** The marks: the path of decisions, the two moving variances, and the answers to fused=true. */
export function Figure({ model, onScrub, onChange }: FigureProps<FigureModel>): ReactNode {
  return (
    <div className={styles["figure"]}>
      <PathList model={model} />
      <Variances model={model} onScrub={onScrub} />
      <CaseList model={model} onChange={onChange} />
    </div>
  );
}
