import type { DataFile } from "../code";
import { csvText } from "./arrays";
import type { NumberText } from "./arrays";

/** More inputs are in a file of their own: the text is to be read. */
const mostCells = 2048;

/** The file that holds the inputs, a column for each channel; null where they are few enough for the text. */
export const dataFileOf = (
  values: ArrayLike<number>,
  width: number,
  write: NumberText,
): DataFile | null =>
  values.length <= mostCells
    ? null
    : { name: "batch-normalization-inputs.csv", content: csvText(values, width, write) };

/** Reads the file back, as a matrix. */
export const loadText = ({ name }: DataFile, dtype: string): string =>
  `np.loadtxt("${name}", delimiter=",", dtype=${dtype}, ndmin=2)`;
