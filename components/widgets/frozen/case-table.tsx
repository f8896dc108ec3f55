"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import panel from "@/components/workbench/panel.module.css";
import type { CaseModel, FigureModel, WeightModel } from "./figure-model";
import { FigureTable } from "./figure-table";
import { stepText } from "./step-text";
import styles from "./view.module.css";

export const caseName = ({ trainable, training }: CaseModel): string =>
  `trainable=${trainable ? "True" : "False"}, training=${training ? "True" : "False"}`;

export const Uses = ({ usesBatch }: { readonly usesBatch: boolean }): ReactNode => (
  <span className={styles["uses"]} data-quantity={usesBatch ? "batch" : "moving"}>
    {usesBatch ? "batch" : "moving"}
  </span>
);

/** What became of a weight: a change in another channel than the drawn one counts as well. */
function Change({ weight }: { readonly weight: WeightModel | undefined }): ReactNode {
  if (weight === undefined) return "–";
  const { before, after, isMoved } = weight;
  if (!isMoved) return <span className={styles["kept"]}>stays {formatNumber(before, 3)}</span>;
  return (
    <span className={styles["moved"]}>
      {formatNumber(before, 3)} to {formatNumber(after, 3)}
    </span>
  );
}

/** The run's version in its four cases, weight by weight. */
export function CaseTable({
  cases,
  versionLabel,
  channelName,
}: Pick<FigureModel, "cases" | "versionLabel" | "channelName">): ReactNode {
  const names = cases[0]?.weights.map(({ name }) => name) ?? [];
  const title = `One call and one optimizer step in ${versionLabel}`;
  return (
    <section className={styles["cases"]}>
      <h2 className={panel["panel-title"]} data-export>
        {title}
      </h2>
      <p className={panel["panel-note"]} data-export>
        A fresh layer on the run’s first batch, weights compared bit for bit; numbers are those of{" "}
        {channelName}. {stepText}
      </p>
      <FigureTable
        label={title}
        columns={["", ...cases.map(caseName)]}
        rows={[
          {
            key: "uses",
            cells: [
              "normalizes with",
              ...cases.map((each) => <Uses key={caseName(each)} {...each} />),
            ],
          },
          ...names.map((name, i) => ({
            key: name,
            cells: [
              name,
              ...cases.map((each) => <Change key={caseName(each)} weight={each.weights[i]} />),
            ],
          })),
        ]}
      />
    </section>
  );
}
