import type { ReactNode } from "react";
import { dotsPath } from "../shapes/paths";
import type { Places } from "../shapes/places";
import { unitSize } from "./axis";
import styles from "./marks.module.css";

/** The quantity a mark shows; it decides the colour, here and in text. */
export type Quantity = "batch" | "moving" | "renorm" | "population" | "output" | "loss" | "penalty";

interface MarkProps {
  readonly of: Quantity;
  readonly d: string;
}

export const Line = ({ of, d }: MarkProps): ReactNode => (
  <path className={styles["line"]} data-quantity={of} d={d} />
);

/** The second of two lines of the same quantity. */
export const DashedLine = ({ of, d }: MarkProps): ReactNode => (
  <path className={styles["dashes"]} data-quantity={of} d={d} />
);

/** What a line is expected to come to. */
export const DottedLine = ({ of, d }: MarkProps): ReactNode => (
  <path className={styles["dotted"]} data-quantity={of} d={d} />
);

export const Dots = ({ of, d }: MarkProps): ReactNode => (
  <path className={styles["dots"]} data-quantity={of} d={d} />
);

/** A single dot that stands out, ringed with the background so that it can be seen on a line. */
export const Highlight = ({ of, d }: MarkProps): ReactNode => (
  <>
    <path className={styles["ring"]} d={d} />
    <path className={styles["highlight"]} data-quantity={of} d={d} />
  </>
);

export const Bars = ({ of, d }: MarkProps): ReactNode => (
  <path className={styles["bars"]} data-quantity={of} d={d} />
);

/** Square dots, for what was stopped at a bound: they differ in shape as well as in colour. */
export const Squares = ({
  of,
  places,
}: {
  readonly of: Quantity;
  readonly places: Places;
}): ReactNode => <path className={styles["squares"]} data-quantity={of} d={dotsPath(places)} />;

/** Short strokes on the base line, one per value. */
export const Rug = ({ of, d }: MarkProps): ReactNode => (
  <path className={styles["rug"]} data-quantity={of} d={d} />
);

/** A vertical line across the plot. */
export const VerticalRule = ({ x }: { readonly x: number }): ReactNode => (
  <line className={styles["cursor"]} x1={x} x2={x} y1="0" y2={unitSize} />
);
