import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel } from "./figure-model";
import { formulas } from "./formulas";

/** The selected cell's formula, after those that lead to it from the inputs. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  const { stages, stage, example, channelName } = model;
  const upToHere = stages.slice(0, stages.indexOf(stage) + 1);
  return (
    <section>
      <h2 className={panel["panel-title"]}>
        From the inputs to {stage.symbol}: example {example}, {channelName}
      </h2>
      {upToHere.map(({ id }) => {
        const Formula = formulas[id];
        return <Formula key={id} model={model} />;
      })}
    </section>
  );
}
