"use client";

import { useMemo } from "react";
import type { ReactNode } from "react";
import { CommonDomainsIn } from "@/components/charts/plot/common-domains";
import { ComparisonReading } from "@/components/comparison/comparison-reading";
import { ComparisonTables } from "@/components/comparison/tables";
import { useSame } from "@/components/state/use-same";
import panel from "@/components/workbench/panel.module.css";
import { WhatYouSee } from "@/components/workbench/what-you-see";
import { Workbench } from "@/components/workbench/workbench";
import type { WorkbenchState } from "@/components/workbench/workbench";
import type { Failure } from "@/workers/contract";
import type {
  ChangeExperiment,
  Drawn,
  FigureModel,
  FigureParts,
  VerdictProps,
} from "./figure-parts";
import { inData } from "./in-data";
import { SecondFigure } from "./second-figure";
import { StandIn, StandInWords } from "./stand-in";
import type { Beside } from "./use-beside";

export interface InWorkbenchProps<Model extends FigureModel, Result> extends WorkbenchState {
  readonly parts: FigureParts<Model, Result>;
  readonly drawn: Drawn<Model, Result>;
  /** Why the newest experiment has no result, if it has none. */
  readonly refusal?: Failure | null;
  /** Why the settings have no result and what is drawn is the figure at its start, if that is so. */
  readonly lack?: Failure | null;
  readonly beside?: Beside<Model, Result> | null;
}

const noNames: readonly string[] = [];

type PartProps<Model extends FigureModel, Result> = Required<
  Pick<InWorkbenchProps<Model, Result>, "parts" | "drawn" | "beside">
> & {
  /** Whether what is drawn is in the place of a result that is not there. */
  readonly isStandIn: boolean;
};

interface MarksProps<Model extends FigureModel, Result>
  extends
    PartProps<Model, Result>,
    Pick<InWorkbenchProps<Model, Result>, "experiment" | "isInert" | "onStep"> {
  readonly onChange: ChangeExperiment;
  /** Counts channels as the result does. */
  readonly onChangeInData: ChangeExperiment;
}

/** The figure itself, and the second one below it. */
function Marks<Model extends FigureModel, Result>(props: MarksProps<Model, Result>): ReactNode {
  const { experiment, beside, isInert, isStandIn, onStep, onChange, onChangeInData } = props;
  const { Lead, Figure } = props.parts;
  const isLive = isInert !== true;
  const figure = (
    <Figure
      model={props.drawn.model}
      {...(isLive && { onScrub: onStep, onChange: onChangeInData })}
    />
  );
  return (
    <CommonDomainsIn isOn={beside !== null && !isStandIn}>
      {Lead !== undefined && <Lead experiment={experiment} {...(isLive && { onChange })} />}
      {isStandIn ? <StandIn>{figure}</StandIn> : figure}
      {beside !== null && <SecondFigure Figure={Figure} beside={beside} onScrub={onStep} />}
    </CommonDomainsIn>
  );
}

type WordsProps<Model extends FigureModel, Result> = PartProps<Model, Result> &
  Pick<VerdictProps<Result>, "refusal" | "onChange">;

/** What is to be seen, in words and numbers. */
function InWords<Model extends FigureModel, Result>(props: WordsProps<Model, Result>): ReactNode {
  const { isStandIn, beside } = props;
  const { Reading } = props.parts;
  const { model } = props.drawn;
  const comparison = beside?.comparison ?? null;
  return (
    <div className={panel["reading"]}>
      {isStandIn ? <StandInWords /> : <WhatYouSee sentences={model.sentences} />}
      {comparison !== null && <ComparisonReading comparison={comparison} />}
      <Verdicts {...props} />
      {!isStandIn && <Reading model={model} />}
    </div>
  );
}

/** What is the matter, with either configuration. */
function Verdicts<Model extends FigureModel, Result>({
  parts: { Verdict },
  drawn: { shown, place },
  beside,
  isStandIn,
  refusal,
  onChange,
}: WordsProps<Model, Result>): ReactNode {
  if (Verdict === undefined) return null;
  const second = beside?.drawn ?? null;
  const isCompared = beside !== null && { of: "first" as const };
  return (
    <>
      {(!isStandIn || refusal !== null) && (
        <Verdict
          {...isCompared}
          shown={shown}
          place={place}
          refusal={refusal}
          onChange={onChange}
        />
      )}
      {beside !== null && second !== null && (
        <Verdict of="second" {...second} refusal={beside.refusal} onChange={beside.onChange} />
      )}
    </>
  );
}

/** All that is drawn and said, as numbers. */
function InNumbers<Model extends FigureModel, Result>({
  parts: { Tables },
  drawn: { model },
  beside,
  isStandIn,
}: PartProps<Model, Result>): ReactNode {
  const comparison = beside?.comparison ?? null;
  if (isStandIn) return null;
  return (
    <>
      <Tables model={model} />
      {comparison !== null && <ComparisonTables comparison={comparison} />}
    </>
  );
}

/** A figure in its place. */
export function InWorkbench<Model extends FigureModel, Result>({
  parts,
  drawn,
  refusal = null,
  lack = null,
  beside = null,
  ...state
}: InWorkbenchProps<Model, Result>): ReactNode {
  const { shown, place, model } = drawn;
  const { result } = shown;
  const { experiment, onChange } = state;
  const channelNames = useSame(parts.channels?.names(result) ?? noNames);
  const landmarks = useMemo(
    () => parts.landmarks?.(result, place, shown.experiment),
    [parts, result, place, shown.experiment],
  );
  const handleChange = useMemo(
    () => inData(parts.channels, result, onChange),
    [parts, result, onChange],
  );
  const code = useMemo(
    () => parts.code({ ...drawn, experiment, refusal: lack ?? refusal }),
    [parts, drawn, experiment, lack, refusal],
  );
  const isStandIn = lack !== null;
  const shared = { parts, drawn, beside, isStandIn };
  return (
    <Workbench
      {...state}
      widget={parts.widget}
      channelNames={channelNames}
      hasSteps={parts.hasSteps ?? true}
      fileName={isStandIn ? null : parts.fileName(model)}
      {...(landmarks && !isStandIn && { landmarks })}
      code={code}
      figure={
        <Marks
          {...shared}
          experiment={experiment}
          isInert={state.isInert ?? false}
          onStep={state.onStep}
          onChange={onChange}
          onChangeInData={handleChange}
        />
      }
      reading={
        <InWords
          {...shared}
          refusal={refusal}
          onChange={state.isInert === true ? undefined : handleChange}
        />
      }
      tables={<InNumbers {...shared} />}
    />
  );
}
