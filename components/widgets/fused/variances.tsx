import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel, OwnPath, VarianceModel } from "./figure-model";
import { VariancePlot } from "./variance-plot";
import styles from "./view.module.css";

export interface VariancesProps {
  readonly model: FigureModel;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

const number = (value: number | null): string => formatNumber(value ?? NaN, 5);

interface Row {
  readonly path: OwnPath;
  readonly name: string;
  readonly target: string;
}

function rowsOf({ own, biased, unbiased, elements }: VarianceModel): readonly Row[] {
  const factor = elements === 1 ? "1" : `${elements}/${elements - 1}`;
  return [
    { path: "unfused", name: "not fused", target: `v = ${number(biased)}` },
    { path: "fused", name: "fused", target: `v · ${factor} = ${number(unbiased)}` },
    ...(own === "other"
      ? [{ path: "other", name: "this layer", target: "by a rule of its own" } as const]
      : []),
  ];
}

/** Both moving variances side by side, as the engine has them. */
export function Variances({ model, onScrub }: VariancesProps): ReactNode {
  const { variance, channelName, step } = model;
  return (
    <section className={styles["variances"]}>
      <h2 className={panel["panel-title"]} data-export>
        The moving variance of {channelName}
      </h2>
      {variance === null ? (
        <p className={panel["panel-note"]} data-export>
          The inputs do not have this axis, so there is nothing to average.
        </p>
      ) : (
        <>
          <p className={panel["panel-note"]} data-export>
            The same {variance.elements === 1 ? "one element" : `${variance.elements} elements`} in
            every step, put through both implementations.
          </p>
          <VariancePlot model={model} variance={variance} onScrub={onScrub} />
          <table className={styles["pair"]}>
            <thead>
              <tr>
                <th data-export>implementation</th>
                <th data-export>V goes to</th>
                <th data-export>V after step {step}</th>
              </tr>
            </thead>
            <tbody>
              {rowsOf(variance).map(({ path, name, target }) => (
                <tr key={path} data-own={path === variance.own ? "" : undefined}>
                  <th scope="row" data-export>
                    {name}
                    {path === variance.own && path !== "other" ? " (this layer)" : ""}
                  </th>
                  <td data-export>{target}</td>
                  <td data-export>{number(variance.chosen[path])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
