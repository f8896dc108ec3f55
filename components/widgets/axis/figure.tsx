"use client";

import type { ReactNode } from "react";
import { TensorGrid } from "@/components/charts/tensor/tensor-grid";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import { AxesBar } from "./axes-bar";
import { shapeText } from "./axes";
import type { FigureModel } from "./figure-model";
import { LayoutBar } from "./layout-bar";
import styles from "./view.module.css";

/** The marks: the tensor with its axes to click, and what follows from them. */
export function Figure({ model, onChange }: FigureProps<FigureModel>): ReactNode {
  const { grouping, unit, selected } = model;
  const isSelecting = selected !== null;
  // The way from element to element is one gesture, which Back undoes as one.
  const handleSelect = (element: number | null): void => onChange?.({ element }, isSelecting);
  return (
    <div className={styles["figure"]}>
      <LayoutBar experiment={model.experiment} {...(onChange !== undefined && { onChange })} />
      <AxesBar model={model} {...(onChange !== undefined && { onChange })} />
      <section className={styles["tensor"]}>
        <h2 className={panel["panel-title"]} data-export>
          inputs of shape {shapeText(grouping.shape)}
        </h2>
        <p className={panel["panel-note"]} data-export>
          {grouping.shared === null
            ? "The layer refused: no element belongs to a statistic."
            : `In each cell its ${unit}, and below it the number x. Select one to see all that share its statistics.`}
        </p>
        <div className={styles["body"]}>
          <TensorGrid
            label={model.label}
            layout={model.layout}
            cells={model.cells}
            axisNames={model.axisNames}
            selected={selected}
            {...(onChange !== undefined && { onSelect: handleSelect })}
          />
          {grouping.refusal === null ? (
            <dl className={styles["facts"]}>
              {model.facts.map(({ name, value }) => (
                <div key={name}>
                  <dt data-export>{name}</dt>
                  <dd data-export>{value}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="notice" data-tone="danger" data-export>
              {grouping.refusal.kind}: {grouping.refusal.message}
            </p>
          )}
        </div>
      </section>
    </div>
  );
}
