"use client";

import { Fragment, useMemo, useRef } from "react";
import type { ReactNode } from "react";
import type { ChangeHistory } from "@/components/argument-panel/change-history";
import { ArgumentPanel } from "@/components/argument-panel/argument-panel";
import type { FormState } from "@/components/argument-panel/argument-panel";
import type { CompareChoice } from "@/components/argument-panel/compare-bar";
import { SaveFigure } from "@/components/charts/export/save-figure";
import type { CodeSource } from "@/components/code-export/subject";
import type { Landmark } from "@/components/controls/timeline";
import { Share } from "@/components/share/share";
import { TakeCode } from "@/components/take-code/take-code";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import type { RunProgressProps } from "./run-progress";
import { Stage } from "./stage";
import styles from "./workbench.module.css";

/** Where a figure stands: with every control, with a few inside a page, or alone in someone else's page. */
export type Surface = "playground" | "page" | "embed";

/** What a figure's page says of it. */
export interface ViewProps {
  readonly surface: Surface;
  readonly controls: readonly ExperimentArgName[];
}

/** What is around a figure and decides it. */
export interface WorkbenchState extends ViewProps {
  readonly experiment: Experiment;
  readonly isBusy: boolean;
  /** What makes it busy, if that takes its time. */
  readonly running?: RunProgressProps | null;
  /** A poster: the controls are drawn but cannot be used. */
  readonly isInert?: boolean;
  readonly messages?: ReactNode;
  readonly onChange: (patch: Partial<Experiment>, isContinued?: boolean) => void;
  readonly onReset: () => void;
  /** What takes changes back; absent in a poster. */
  readonly history?: ChangeHistory;
  readonly compare: CompareChoice;
  /** The configuration that the form is about, if that is not the figure's own. */
  readonly form?: FormState | undefined;
  readonly onStep: (step: number, isContinued: boolean) => void;
}

export interface WorkbenchProps extends WorkbenchState {
  readonly widget: {
    readonly id: string;
    readonly title: string;
    readonly start?: Partial<Experiment>;
  };
  readonly channelNames: readonly string[];
  /** Steps to which the time-line jumps. Must be the same list as long as they are the same. */
  readonly landmarks?: readonly Landmark[];
  /** Whether the figure is one of a run, with steps to go through; it is unless it says no. */
  readonly hasSteps?: boolean;
  /** Of a saved picture, without its ending; null where there is none to save. */
  readonly fileName: string | null;
  readonly figure: ReactNode;
  readonly reading: ReactNode;
  readonly tables: ReactNode;
  /** What the code to take is made of. */
  readonly code: CodeSource;
}

const noLandmarks: readonly Landmark[] = [];

/** A figure with its time-line, its reading, its numbers and its controls. */
export function Workbench(props: WorkbenchProps): ReactNode {
  const { experiment, onStep, widget } = props;
  const { step, steps } = experiment;
  const start = useMemo(() => startOf(widget), [widget]);
  const figure = useRef<HTMLDivElement>(null);
  const controls = (
    <ArgumentPanel
      key="controls"
      className={styles["controls"] ?? ""}
      isGrouped={props.surface === "playground"}
      isInert={props.isInert ?? false}
      channelNames={props.channelNames}
      {...(props.form ?? {
        controls: props.controls,
        experiment,
        start,
        onChange: props.onChange,
        onReset: props.onReset,
      })}
      {...(props.history && { history: props.history })}
      compare={props.compare}
    />
  );
  const stage = (
    <Fragment key="stage">
      <Stage
        figureRef={figure}
        isBusy={props.isBusy}
        isInert={props.isInert ?? false}
        running={props.running ?? null}
        steps={
          props.hasSteps === false
            ? null
            : { step, steps, landmarks: props.landmarks ?? noLandmarks, onStep }
        }
      >
        {props.figure}
      </Stage>
      <div className={styles["reading"]}>{props.reading}</div>
    </Fragment>
  );
  // The reading order is the one a narrow screen shows: there the playground's many arguments come last.
  return (
    <div className={styles["workbench"]} data-surface={props.surface}>
      <div className={styles["messages"]} aria-live="polite">
        {props.messages}
      </div>
      {props.surface === "playground" ? [stage, controls] : [controls, stage]}
      <div className={styles["tables"]}>
        {props.tables}
        <div inert={props.isInert}>
          {props.fileName !== null && <SaveFigure figure={figure} fileName={props.fileName} />}
          <Share widgetId={widget.id} title={widget.title} />
          <TakeCode source={props.code} isOfFirst={props.compare.isComparing} />
        </div>
      </div>
    </div>
  );
}
