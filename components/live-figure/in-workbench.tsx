"use client";

import { useMemo } from "react";
import type { ReactNode } from "react";
import { CommonDomainsIn } from "@/components/charts/plot/common-domains";
import { ComparisonReading } from "@/components/comparison/comparison-reading";
import { ComparisonTables } from "@/components/comparison/tables";
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
import type { Beside } from "./use-beside";
import { useSame } from "@/components/state/use-same";

export interface InWorkbenchProps<Model extends FigureModel, Result> extends WorkbenchState {
  readonly parts: FigureParts<Model, Result>;
  readonly drawn: Drawn<Model, Result>;
  /** Why the newest experiment has no result, if it has none. */
  readonly refusal?: Failure | null;
  readonly beside?: Beside<Model> | null;
}

const noNames: readonly string[] = [];

type PartProps<Model extends FigureModel, Result> = Required<
  Pick<InWorkbenchProps<Model, Result>, "parts" | "drawn" | "beside">
>;

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
  const { experiment, beside, isInert, onStep, onChange, onChangeInData } = props;
  const { Lead, Figure } = props.parts;
  const isLive = isInert !== true;
  return (
    <CommonDomainsIn isOn={beside !== null}>
      {Lead !== undefined && <Lead experiment={experiment} {...(isLive && { onChange })} />}
      <Figure
        model={props.drawn.model}
        {...(isLive && { onScrub: onStep, onChange: onChangeInData })}
      />
      {beside !== null && <SecondFigure Figure={Figure} beside={beside} onScrub={onStep} />}
    </CommonDomainsIn>
  );
}

/** What is to be seen, in words and numbers. */
function InWords<Model extends FigureModel, Result>({
  parts: { Verdict, Reading },
  drawn: { shown, place, model },
  beside,
  refusal,
  onChange,
}: PartProps<Model, Result> & Pick<VerdictProps<Result>, "refusal" | "onChange">): ReactNode {
  const comparison = beside?.comparison ?? null;
  return (
    <div className={panel["reading"]}>
      <WhatYouSee sentences={model.sentences} />
      {comparison !== null && <ComparisonReading comparison={comparison} />}
      {Verdict !== undefined && (
        <Verdict shown={shown} place={place} refusal={refusal} onChange={onChange} />
      )}
      <Reading model={model} />
    </div>
  );
}

/** All that is drawn and said, as numbers. */
function InNumbers<Model extends FigureModel, Result>({
  parts: { Tables },
  drawn: { model },
  beside,
}: PartProps<Model, Result>): ReactNode {
  const comparison = beside?.comparison ?? null;
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
    () => parts.code({ ...drawn, experiment, refusal }),
    [parts, drawn, experiment, refusal],
  );
  const shared = { parts, drawn, beside };
  return (
    <Workbench
      {...state}
      widget={parts.widget}
      channelNames={channelNames}
      hasSteps={parts.hasSteps ?? true}
      fileName={parts.fileName(model)}
      {...(landmarks && { landmarks })}
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
