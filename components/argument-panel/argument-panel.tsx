"use client";

import type { ReactNode } from "react";
import { ArgumentControl } from "@/components/controls/argument-control";
import { ChannelSelect } from "@/components/controls/channel-select";
import { isDefault } from "@/components/controls/is-default";
import { whileInactive } from "@/components/controls/while-inactive";
import { OwnTable } from "@/components/own-table/own-table";
import type { Group } from "@/engine/spec/arg-spec";
import { experimentArg, idleBy, isDecidedFor } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { ArgumentGroup } from "./argument-group";
import { HistoryButtons, useHistoryKeys } from "./change-history";
import type { ChangeHistory } from "./change-history";
import { CompareBar, CompareButton } from "./compare-bar";
import type { CompareChoice } from "./compare-bar";
import styles from "./argument-panel.module.css";
import { WithoutEffect } from "./without-effect";

/** The configuration whose arguments a form shows. */
export interface FormState {
  readonly controls: readonly ExperimentArgName[];
  readonly experiment: Experiment;
  /** What the resets bring back. */
  readonly start: Experiment;
  /** What `start` is to an argument, in words: "its default" unless given. */
  readonly startName?: string;
  readonly onChange: (patch: Partial<Experiment>, isContinued?: boolean) => void;
  readonly onReset: () => void;
}

export interface ArgumentPanelProps extends FormState {
  readonly className: string;
  readonly isGrouped: boolean;
  readonly isInert: boolean;
  readonly channelNames: readonly string[];
  readonly history?: ChangeHistory;
  readonly compare: CompareChoice;
}

/** Data has its own parameters: those of other data sets are not shown at all. */
const isShown = (name: ExperimentArgName, experiment: Experiment): boolean => {
  const spec = experimentArg(name);
  return spec.where !== "run" || isDecidedFor(spec, experiment);
};

/** An argument without effect has a control only while there is a value in it to take back. */
const hasControl = (
  name: ExperimentArgName,
  { experiment, start }: Pick<ArgumentPanelProps, "experiment" | "start">,
): boolean =>
  idleBy(experimentArg(name), experiment) === null || !isDefault(experiment[name], start[name]);

const isUsed = (
  names: readonly ExperimentArgName[],
  { experiment, start }: Pick<ArgumentPanelProps, "experiment" | "start">,
): boolean =>
  names.some(
    (name) =>
      !isDefault(experiment[name], experimentArg(name).default) ||
      !isDefault(experiment[name], start[name]),
  );

export function ArgumentPanel(props: ArgumentPanelProps): ReactNode {
  const { controls, experiment } = props;
  const shown = controls.filter((name) => isShown(name, experiment));
  useHistoryKeys(props.history);
  const groups = [...new Set(shown.map((name) => experimentArg(name).group))];
  const namesIn = (group: Group): readonly ExperimentArgName[] =>
    shown.filter((name) => experimentArg(name).group === group);
  if (!props.isGrouped) {
    return (
      <div className={`${props.className} ${styles["strip"]}`} inert={props.isInert}>
        {shown.map((name) => (
          <Argument key={name} name={name} {...props} />
        ))}
      </div>
    );
  }
  return (
    <form
      className={`${props.className} ${styles["panel"]}`}
      aria-label="Arguments"
      inert={props.isInert}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={styles["history"]}>
        <HistoryButtons history={props.history} />
        <CompareButton {...props.compare} />
      </div>
      {props.compare.isComparing && <CompareBar {...props.compare} />}
      {groups.map((group) => (
        <ArgumentGroup key={group} group={group} isUsed={isUsed(namesIn(group), props)}>
          {namesIn(group)
            .filter((name) => hasControl(name, props))
            .map((name) => (
              <Argument key={name} name={name} {...props} />
            ))}
          <WithoutEffect
            names={namesIn(group).filter((name) => !hasControl(name, props))}
            experiment={experiment}
          />
        </ArgumentGroup>
      ))}
      <button type="button" className="quiet-button" onClick={props.onReset}>
        {props.startName === undefined
          ? "Reset everything"
          : `Set everything to ${props.startName}`}
      </button>
    </form>
  );
}

function Argument({
  name,
  experiment,
  start,
  startName,
  channelNames,
  onChange,
}: ArgumentPanelProps & { readonly name: ExperimentArgName }): ReactNode {
  const spec = experimentArg(name);
  const shared = {
    spec,
    value: experiment[name],
    standard: start[name],
    standardName: startName ?? "its default",
    whileInactive: whileInactive(spec, experiment),
    profile: experiment.profile,
  };
  if (name === "own") {
    return <OwnTable ownKey={experiment.own} onUse={(own) => onChange({ own, channel: 0 })} />;
  }
  if (name === "channel") {
    return (
      <ArgumentControl {...shared} onChange={onChange}>
        {(id) => (
          <ChannelSelect
            id={id}
            names={channelNames}
            value={experiment.channel}
            onChange={onChange}
          />
        )}
      </ArgumentControl>
    );
  }
  if (name === "data") {
    // Another data set has other channels, so the choice starts again at the first.
    return <ArgumentControl {...shared} onChange={(patch) => onChange({ ...patch, channel: 0 })} />;
  }
  return <ArgumentControl {...shared} onChange={onChange} />;
}
