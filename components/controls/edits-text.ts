import { areEdits, mostEdits, sortedEdits } from "@/engine/spec/cell-edit";
import type { CellEdit } from "@/engine/spec/cell-edit";

/** Number("") would be 0, and Number("0x10") 16. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const whole = /^\d{1,9}$/;

/** Reads `50.2.0:99.5`: in step 50, example 2, channel 0, the value 99.5; null for anything else. */
function readEdit(text: string): CellEdit | null {
  const [cell = "", value = "", ...more] = text.split(":");
  const [step = "", example = "", channel = "", ...rest] = cell.split(".");
  const isCell = rest.length === 0 && [step, example, channel].every((part) => whole.test(part));
  if (!isCell || more.length > 0 || !decimal.test(value)) return null;
  return {
    step: Number(step),
    example: Number(example),
    channel: Number(channel),
    value: Number(value),
  };
}

/** The edits of a text, or the text itself where it holds none. */
export function readEdits(text: string): unknown {
  if (text === "none") return [];
  const edits = text.split(",").map((part) => readEdit(part.trim()));
  return areEdits(edits) ? sortedEdits(edits) : text;
}

const writeEdit = ({ step, example, channel, value }: CellEdit): string =>
  `${step}.${example}.${channel}:${value}`;

export const writeEdits = (edits: readonly CellEdit[]): string =>
  sortedEdits(edits).map(writeEdit).join(",") || "none";

/** Completes "edits must be …". */
export const editsRule = `at most ${mostEdits} cells, each once, as step.example.channel:value in 50.2.0:99.5, or none`;
