import Link from "next/link";
import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import type { Deviation } from "@/engine/spec/versions/deviations";
import type { FigureModel, PathEnd, PathStep } from "./figure-model";
import { shapeText } from "./texts";
import styles from "./path.module.css";

/** The questions in the layer's order with this configuration's answers, and where they led. */
export function PathList({ model }: { readonly model: FigureModel }): ReactNode {
  const { path, choice, ends, deviation } = model;
  const by = (askedBy: PathStep["askedBy"]): readonly PathStep[] =>
    path.filter((step) => step.askedBy === askedBy);
  return (
    <section className={styles["path"]}>
      <h2 className={panel["panel-title"]} data-export>
        How the layer comes to its implementation
      </h2>
      <p className={panel["panel-note"]} data-export>
        The first no decides. What comes after it is not asked.
      </p>
      <Questions title="The constructor asks" steps={by("constructor")} first={1} />
      <Questions
        title={`build asks, for inputs of shape ${shapeText(choice.shape)}`}
        steps={by("build")}
        first={by("constructor").length + 1}
      />
      <ul className={styles["ends"]} aria-label="Where the path can end">
        {ends.map((end) => (
          <End key={end.kind} {...end} />
        ))}
      </ul>
      {deviation !== null && <Otherwise {...deviation} />}
    </section>
  );
}

function Questions({
  title,
  steps,
  first,
}: {
  readonly title: string;
  readonly steps: readonly PathStep[];
  readonly first: number;
}): ReactNode {
  return (
    <>
      <h3 className={styles["asker"]} data-export>
        {title}
      </h3>
      {steps.length === 0 ? (
        <p className={styles["none"]} data-export>
          Nothing: the layer is refused before.
        </p>
      ) : (
        <ol className={styles["questions"]} start={first}>
          {steps.map((step) => (
            <Question key={step.subject} {...step} />
          ))}
        </ol>
      )}
    </>
  );
}

const said = { passed: "yes", deciding: "no", unasked: "" } as const;

const Question = ({ subject, question, values, state, leadsTo }: PathStep): ReactNode => (
  <li className={styles["question"]} data-state={state} data-subject={subject}>
    <Station state={state} />
    <span className={styles["asked"]} data-export>
      {question}
    </span>
    <span className={styles["answer"]}>
      {state !== "unasked" && <b data-export>{said[state]}</b>}
      <code data-export>{values}</code>
    </span>
    <span className={styles["leads"]} data-export>
      {leadsTo}
    </span>
  </li>
);

/** A stop on the line: a tick, a cross where the path leaves it, and an empty one that it does not reach. */
const Station = ({ state }: Pick<PathStep, "state">): ReactNode => (
  <svg className={styles["station"]} data-state={state} aria-hidden>
    <line x1="50%" x2="50%" y1="0" y2="100%" />
    {state === "deciding" && <line className={styles["exit"]} x1="50%" x2="100%" y1="16" y2="16" />}
    <circle cx="50%" cy="16" r="9" />
    <svg x="50%" y="16" overflow="visible">
      {state === "passed" && <path d="M-4,0l3,3.5l5,-7" />}
      {state === "deciding" && <path d="M-3.5,-3.5l7,7m0,-7l-7,7" />}
    </svg>
  </svg>
);

const End = ({ kind, title, note, isTaken }: PathEnd): ReactNode => (
  <li className={styles["end"]} data-end={kind} data-taken={isTaken ? "" : undefined}>
    <b data-export>{title}</b>
    <span data-export>{isTaken ? `reached: ${note}` : note}</span>
  </li>
);

/** TensorFlow takes another path with this configuration. */
const Otherwise = ({ id, topic, tensorflow, reason }: Deviation): ReactNode => (
  <div role="note" aria-label="TensorFlow does otherwise" className={styles["otherwise"]}>
    <p data-export>
      <b>TensorFlow does otherwise here.</b> {tensorflow}
    </p>
    <p data-export>Why this engine does not: {reason}</p>
    <p>
      <Link href={`/docs/deviations#${id}`} prefetch={false}>
        Deviation: {topic}
      </Link>
    </p>
  </div>
);
