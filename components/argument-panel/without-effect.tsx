import { groups } from "d3";
import Link from "next/link";
import type { ReactNode } from "react";
import { whileInactive } from "@/components/controls/while-inactive";
import { experimentArg } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import styles from "./argument-panel.module.css";

/** Arguments whose controls are left out, with the reason; one line for each reason. */
export function WithoutEffect({
  names,
  experiment,
}: {
  readonly names: readonly ExperimentArgName[];
  readonly experiment: Experiment;
}): ReactNode {
  const reasons = groups(names, (name) => whileInactive(experimentArg(name), experiment));
  return reasons.map(([reason, those]) => (
    <p key={reason} className={styles["without-effect"]}>
      {those.map((name, i) => (
        <span key={name}>
          {i > 0 && ", "}
          <Link href={`/docs/arguments/${name}`} prefetch={false}>
            {name}
          </Link>
        </span>
      ))}{" "}
      {those.length === 1 ? "has" : "have"} no effect {reason}.
    </p>
  ));
}
