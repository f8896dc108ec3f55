import Link from "next/link";
import type { ReactNode } from "react";
import { documentedArgs } from "@/engine/spec/batch-norm";
import type { ExperimentArg } from "@/engine/spec/experiment";
import type { ProfileId } from "@/engine/spec/profiles";
import styles from "./field.module.css";
import { VersionNote } from "./version-note";

const documentedNames = new Set<string>(documentedArgs.map((spec) => spec.name));

export interface FieldProps {
  readonly spec: ExperimentArg;
  /** The id of the control this field labels. */
  readonly controlId: string;
  /** Why it has no effect, e.g. "while renorm is false"; null where it has one. */
  readonly whileInactive: string | null;
  readonly isDefault: boolean;
  /** What its reset brings back, in words. */
  readonly standardName: string;
  /** The version whose deviations from the default one are marked. */
  readonly profile: ProfileId;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/** Name, help and state around one argument's control. */
export function Field(props: FieldProps): ReactNode {
  const { spec, controlId, whileInactive } = props;
  return (
    <div className={styles["field"]} data-inactive={whileInactive === null ? undefined : ""}>
      <div className={styles["head"]}>
        <label htmlFor={controlId} className={styles["name"]}>
          {spec.name}
        </label>
        {!props.isDefault && (
          <button
            type="button"
            className={styles["reset"]}
            onClick={props.onReset}
            aria-label={`Set ${spec.name} back to ${props.standardName}`}
          >
            reset
          </button>
        )}
        {documentedNames.has(spec.name) && (
          <Link
            href={`/docs/arguments/${spec.name}`}
            className={styles["about"]}
            aria-label={`About ${spec.name}`}
            prefetch={false}
          >
            ?
          </Link>
        )}
      </div>
      {props.children}
      {whileInactive !== null && <p className={styles["why"]}>No effect {whileInactive}.</p>}
      <VersionNote argument={spec.name} profile={props.profile} />
    </div>
  );
}
