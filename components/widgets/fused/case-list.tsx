import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import type { Experiment } from "@/engine/spec/experiment";
import type { CaseModel, FigureModel } from "./figure-model";
import styles from "./view.module.css";

export interface CaseListProps {
  readonly model: FigureModel;
  /** Absent in a poster. */
  readonly onChange?: ((patch: Partial<Experiment>) => void) | undefined;
}

/** What the chosen version makes of `fused=true`, case by case, in its own words; a click sets the controls so. */
export const CaseList = ({ model, onChange }: CaseListProps): ReactNode => (
  <section className={styles["cases"]}>
    <h2 className={panel["panel-title"]} data-export>
      What <code>{model.experiment.profile}</code> makes of fused=true
    </h2>
    <p className={panel["panel-note"]} data-export>
      Each case was tried with a layer of its own. Choose one to set the controls so.
    </p>
    <ul inert={onChange === undefined}>
      {model.cases.map((each) => (
        <Case key={each.call} {...each} onChange={onChange} />
      ))}
    </ul>
  </section>
);

const Case = ({
  call,
  answer,
  refusal,
  patch,
  isCurrent,
  onChange,
}: CaseModel & Pick<CaseListProps, "onChange">): ReactNode => (
  <li>
    <button
      type="button"
      className={styles["case"]}
      aria-pressed={isCurrent}
      onClick={() => onChange?.(patch)}
    >
      <code data-export>{call}</code>
      <b data-refused={refusal === null ? undefined : ""} data-export>
        {answer}
      </b>
    </button>
    {refusal !== null && (
      <p className={styles["message"]} data-export>
        {refusal.message}
      </p>
    )}
  </li>
);
