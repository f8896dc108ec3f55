import type { ReactNode } from "react";
import type { Failure } from "@/workers/contract";
import { stoppedCode } from "./use-calculation";
import type { CalculationState } from "./use-calculation";

const interruptionText = {
  crashed: "The calculation failed and was started again in a new worker.",
  stalled: "The calculation stopped answering and was started again in a new worker.",
} as const;

/** Whether the same request could succeed on another try: a worker or the network may recover, a table does not. */
const mayPass = ({ code }: Failure): boolean =>
  !code.startsWith("own-") && !code.startsWith("table-");

/** Most messages end with the value that was received, and so without a full stop. */
const asSentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);

export interface RunMessagesProps {
  /** Whose run it is, where there are several. */
  readonly of?: string;
  readonly warnings: readonly string[];
  /** What holds as long as these settings do. */
  readonly note?: string | null;
  readonly run: Pick<CalculationState<unknown>, "finished" | "failure" | "interruption" | "retry">;
}

/** What stands in the place of the figure that failed. */
function shownInstead({ of, run: { finished } }: RunMessagesProps): string {
  if (finished !== null) return "The figure shows the last result there was.";
  return of === undefined
    ? "There is no result to show: the figure in grey is the one at its start."
    : "There is no result to show.";
}

/** What the reader must know: values that could not be used, a worker that was replaced, a run that failed. */
export function RunMessages(props: RunMessagesProps): ReactNode {
  const { of, warnings, note = null, run } = props;
  const { failure, interruption } = run;
  const isStopped = failure?.code === stoppedCode;
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} className="notice" data-tone="warning">
          {warning}
        </p>
      ))}
      {note !== null && <p className="notice">{note}</p>}
      {interruption !== null && failure === null && (
        <p className="notice">{interruptionText[interruption]}</p>
      )}
      {failure !== null && (
        <p className="notice" {...(!isStopped && { "data-tone": "danger", role: "alert" })}>
          {of !== undefined && `${of}: `}
          {asSentence(failure.message)} {shownInstead(props)}{" "}
          {mayPass(failure) && (
            <button type="button" className="quiet-button" onClick={run.retry}>
              {isStopped ? "Run it again" : "Try again"}
            </button>
          )}
        </p>
      )}
    </>
  );
}
