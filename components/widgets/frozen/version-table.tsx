"use client";

import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import { Uses, caseName } from "./case-table";
import type { CaseModel, FigureModel, VersionGroup } from "./figure-model";
import { FigureTable } from "./figure-table";
import { movedIn } from "./versions";
import styles from "./view.module.css";

const Cell = ({ of }: { readonly of: CaseModel }): ReactNode => {
  const moved = movedIn(of);
  return (
    <>
      <Uses usesBatch={of.usesBatch} />
      {moved.length === 0 ? (
        <span className={styles["kept"]}>nothing moves</span>
      ) : (
        moved.map((name) => (
          <span key={name} className={styles["moved"]}>
            {name}
          </span>
        ))
      )}
    </>
  );
};

/** One below the other; the run's own is marked in words as well as by the ground of its row. */
const Names = ({ of, chosen }: { readonly of: VersionGroup; readonly chosen: string }): ReactNode =>
  of.labels.map((label) => (
    <span key={label} className={styles["version"]}>
      {label === chosen ? `${label} (chosen)` : label}
    </span>
  ));

/** All versions, those together that were seen to do the same. */
export function VersionTable({
  groups,
  versionLabel,
}: Pick<FigureModel, "groups" | "versionLabel">): ReactNode {
  const cases = groups.find((group) => group.cases !== null)?.cases ?? [];
  const title = "The same in every version";
  return (
    <section className={styles["versions"]}>
      <h2 className={panel["panel-title"]} data-export>
        {title}
      </h2>
      <p className={panel["panel-note"]} data-export>
        What normalizes the batch, and below it every weight that moved.
      </p>
      <FigureTable
        label={title}
        columns={["version", ...cases.map(caseName)]}
        rows={groups.map((group) => ({
          key: group.labels.join(),
          isChosen: group.isChosen,
          cells: [
            <Names key="names" of={group} chosen={versionLabel} />,
            ...(group.cases?.map((each) => <Cell key={caseName(each)} of={each} />) ?? []),
          ],
          ...(group.refusal !== null && { rest: `refuses these settings: ${group.refusal}` }),
        }))}
      />
    </section>
  );
}
