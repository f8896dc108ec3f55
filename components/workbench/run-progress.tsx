import type { ReactNode } from "react";
import styles from "./run-progress.module.css";

/** A calculation that takes its time. */
export interface RunProgressProps {
  readonly done: number;
  readonly steps: number;
  readonly stop: () => void;
}

const grouped = (count: number): string => count.toLocaleString("en");

/** How far a long run is, and the way to end it. */
export function RunProgress({ done, steps, stop }: RunProgressProps): ReactNode {
  const place = `${grouped(done)} of ${grouped(steps)} steps`;
  return (
    <div className={styles["progress"]}>
      <progress aria-label="Steps done" aria-valuetext={place} value={done} max={steps} />
      <span className={styles["place"]}>{place}</span>
      <button type="button" className="quiet-button" onClick={stop}>
        Stop
      </button>
    </div>
  );
}
