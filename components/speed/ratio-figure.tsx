import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { logAxis } from "@/components/charts/plot/axis";
import { RowPlot } from "@/components/charts/rows/row-plot";
import type { Task } from "@/content/benchmarks/kernel-report";
import type { FigureModel } from "./figure-model";
import { contenderName } from "./names";
import type { Panel } from "./panel";
import { Megabytes } from "./quantity";
import styles from "./ratio-figure.module.css";

export interface RatioFigureProps {
  readonly model: FigureModel;
  readonly domain: readonly [number, number];
}

const labelOf = (task: Task, { shape, rows }: Panel): string => {
  const parts = rows.map(
    ({ id, ratio }) =>
      `${contenderName(id)} ${ratio === null ? "not measured" : formatNumber(ratio, 3)}`,
  );
  return `${task} on ${shape}, times the floor: ${parts.join(", ")}.`;
};

/** How many times the floor each contender takes for a task: a panel for each shape, all on one axis. */
export const RatioFigure = ({ model, domain }: RatioFigureProps): ReactNode => (
  <figure className={styles["figure"]}>
    <figcaption>{model.sentence}</figcaption>
    <div className={styles["panels"]}>
      {model.panels.map((panel) => (
        <RowPlot
          key={panel.shape}
          label={labelOf(model.task, panel)}
          title={
            <>
              <strong>{panel.shape}</strong>, <Megabytes bytes={panel.bytes} />
            </>
          }
          axis={logAxis(domain, "right")}
          base={1}
          unit="×"
          rows={panel.rows.map(({ id, ratio }) => ({
            name: contenderName(id),
            value: ratio,
            isMain: id === "wasm",
          }))}
        />
      ))}
    </div>
  </figure>
);
