"use client";

import { useCallback, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { RunMessages } from "@/components/state/run-messages";
import { useExperiment } from "@/components/state/use-experiment";
import { useGrouping } from "@/components/state/use-grouping";
import type { ViewProps } from "@/components/workbench/workbench";
import { figureModel } from "./model";
import { posterModel } from "./poster";
import { axis } from "./widget";
import { Workbench } from "./workbench";

/** The live figure: its experiment from the URL, its numbers from the worker, its selection its own. */
export function View(props: ViewProps): ReactNode {
  const { experiment, warnings, change, reset, history } = useExperiment(axis);
  const calculation = useGrouping(experiment);
  const { finished } = calculation;
  const [selected, setSelected] = useState<number | null>(null);
  const shown = finished ?? posterModel;
  const model = useMemo(
    () =>
      figureModel(shown.experiment, "result" in shown ? shown.result : shown.grouping, selected),
    [shown, selected],
  );
  const handleStep = useCallback((step: number) => change({ step }), [change]);
  return (
    <Workbench
      {...props}
      experiment={experiment}
      model={model}
      isBusy={calculation.isPending}
      messages={<RunMessages warnings={warnings} run={calculation} />}
      onChange={change}
      onReset={reset}
      history={history}
      onStep={handleStep}
      onSelect={setSelected}
    />
  );
}
