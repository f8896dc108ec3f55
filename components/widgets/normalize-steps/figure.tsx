"use client";

import { useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import { CellGrid } from "@/components/charts/cells/cell-grid";
import type { CellAddress } from "@/components/charts/cells/cell-row";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import { EditField } from "./edit-field";
import type { FigureModel, Stage } from "./figure-model";
import { formulas } from "./formulas";
import { moved, selectionOf } from "./moves";
import { Pager } from "./pager";
import { rowFormulas } from "./row-formulas";
import { withSelectedRow } from "./selected-row";
import { StageBar } from "./stage-bar";
import { stageBeside } from "./stages";
import { titleOf } from "./title";
import styles from "./view.module.css";

const isTyped = /^[\d.+-]$/;

/** Steps to the stages beside the one that is shown. */
const stageKeys: Readonly<Record<string, number>> = { n: 1, N: 1, p: -1, P: -1 };

interface SelectedRow {
  /** Null where an example or the stage's own statistic is selected. */
  readonly key: string | null;
  /** What its numbers are of, whichever ghost batch's. */
  readonly of: string;
  readonly select: (row: string) => void;
  /** Keeps the row selected at a stage that has it too. */
  readonly carry: (stage: Stage) => void;
}

/** Which row below the examples is selected, of those that the stage takes in and does not make. */
function useSelectedRow({ stage, grid }: FigureModel): SelectedRow {
  const [selected, setSelected] = useState<{ readonly row: string; readonly stage: Stage }>();
  const isTakenIn = (row: string): boolean => grid.below.includes(row) && !row.startsWith(stage.id);
  const key = selected?.stage === stage.id && isTakenIn(selected.row) ? selected.row : null;
  return {
    key,
    of: key?.replace(/\d+$/, "") ?? "",
    select: (row) => setSelected(isTakenIn(row) ? { row, stage: stage.id } : undefined),
    carry: (next) => setSelected(key === null ? undefined : { row: key, stage: next }),
  };
}

/** The marks: the batch at one stage, with what leads to the other stages, cells and numbers. */
export function Figure({ model, onChange }: FigureProps<FigureModel>): ReactNode {
  const { stage, stages, example, channel, batchSize, ghostBatches } = model;
  const row = useSelectedRow(model);
  const grid = row.key === null ? model.grid : withSelectedRow(model.grid, row.key, channel);
  const fieldId = useId();
  const cells = useRef<HTMLDivElement>(null);
  // The first move of a visit is a change of its own, and the moves after it continue that one.
  const hasMoved = useRef(false);

  const select = (to: { readonly example?: number; readonly channel?: number }): void => {
    if ((to.example ?? example) === example && (to.channel ?? channel) === channel) return;
    onChange?.(to, hasMoved.current);
    hasMoved.current = true;
  };
  const show = (next: Stage): void => {
    hasMoved.current = false;
    row.carry(next);
    onChange?.({ stage: next });
  };
  const focusField = (): boolean => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLInputElement)) return false;
    field.focus();
    field.select();
    return true;
  };
  const handleKey = (key: string): boolean => {
    const next =
      stageKeys[key] === undefined ? null : stageBeside(stage.id, stages, stageKeys[key]);
    if (next !== null) show(next);
    if (key === "Enter" || key === "F2") return focusField();
    // What is typed on a cell goes on in its field, so the key is not used up.
    if (isTyped.test(key)) focusField();
    return next !== null;
  };
  const moves = { ...grid, batchSize, ghostBatches, stage: stage.id };
  const move = (from: CellAddress, key: string): CellAddress | null => moved(moves, from, key);
  const focusCell = (): void => {
    cells.current?.querySelector<SVGGElement>('[role="gridcell"][tabindex="0"]')?.focus();
  };
  const isLive = onChange !== undefined;
  const Formula = rowFormulas[row.of] ?? formulas[stage.id];
  return (
    <section className={styles["figure"]}>
      <StageBar model={model} {...(isLive && { onStage: show })} />
      <div>
        <h2 className={panel["panel-title"]} data-export>
          {titleOf(model)}
        </h2>
        <p className={panel["panel-note"]} data-export>
          {grid.note}
        </p>
        <div ref={cells}>
          <CellGrid
            label={grid.label}
            columns={grid.columns}
            rows={grid.rows}
            rowCount={grid.rowCount}
            columnCount={grid.columnCount}
            reached={grid.reached}
            move={move}
            onKey={handleKey}
            onLeave={() => {
              hasMoved.current = false;
            }}
            {...(isLive && {
              onSelect: (cell) => {
                row.select(cell.row);
                select(selectionOf(moves, example, cell));
              },
            })}
          />
        </div>
        <Pager model={model} {...(isLive && { onSelect: select })} />
      </div>
      <div className={styles["formula"]}>
        <Formula model={model} />
      </div>
      <EditField id={fieldId} model={model} onDone={focusCell} {...(isLive && { onChange })} />
      <p className={styles["keys"]}>
        In the grid, the arrow keys move, <kbd>N</kbd> and <kbd>P</kbd> lead to the next stage and
        the previous one, and <kbd>Enter</kbd> edits the input.
      </p>
    </section>
  );
}
