import { memo } from "react";
import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import { ProgramText } from "@/components/workbench/program-text";
import { WhatYouSee } from "@/components/workbench/what-you-see";
import type { FigureModel } from "./figure-model";
import { markLooks } from "./program";

/** What is to be seen, in words, and the program that does it. */
export const Reading = memo(function Reading({
  model,
}: {
  readonly model: FigureModel;
}): ReactNode {
  return (
    <div className={panel["reading"]}>
      <WhatYouSee sentences={model.sentences} />
      <ProgramText lines={model.program} marks={markLooks} />
    </div>
  );
});
