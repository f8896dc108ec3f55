import { wrapped } from "../python/layout";
import { pythonNumber, pythonTuple, shortFloat32 } from "../python/literals";

/** How the numbers of an array are written: as short as they read back the same. */
export type NumberText = (value: number) => string;

export const numberText = (dtype: string): NumberText =>
  dtype === "float64" ? (value) => pythonNumber(value, "np") : shortFloat32;

const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? String(shape[0]) : pythonTuple(shape);

const filledWith = (first: number, shape: string, dtype: string): string => {
  if (Object.is(first, 0)) return `np.zeros(${shape}, ${dtype})`;
  if (first === 1) return `np.ones(${shape}, ${dtype})`;
  return `np.full(${shape}, ${numberText(dtype === "np.float64" ? "float64" : "float32")(first)}, ${dtype})`;
};

/** An array of numbers, by its one value where it has only one. `write` knows how precise they are. */
export function arrayText(
  values: ArrayLike<number>,
  shape: readonly number[],
  { dtype, write }: { readonly dtype: string; readonly write: NumberText },
): string {
  const list = Array.from(values);
  const [first] = list;
  if (shape.length === 0) return `np.array(${write(first ?? 0)}, ${dtype})`;
  if (first !== undefined && list.every((value) => Object.is(value, first))) {
    return list.length === 1
      ? `np.full(${shapeText(shape)}, ${write(first)}, ${dtype})`
      : filledWith(first, shapeText(shape), dtype);
  }
  const numbers = list.map(write).join(", ");
  const rows = wrapped(numbers, 84).map((line) => `    ${line}`);
  const inside = numbers.length < 50 ? numbers : `\n${rows.join("\n")}\n`;
  const body = `np.array([${inside}], ${dtype})`;
  return shape.length === 1 ? body : `${body}.reshape(${shape.join(", ")})`;
}

/** A matrix row by row; a tensor of more axes as its numbers in row-major order. */
export function inputsText(
  values: ArrayLike<number>,
  shape: readonly number[],
  { dtype, write }: { readonly dtype: string; readonly write: NumberText },
): string {
  if (shape.length !== 2) return arrayText(values, shape, { dtype, write });
  const [rowCount = 0, width = 0] = shape;
  const list = Array.from(values);
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const numbers = list.slice(row * width, (row + 1) * width).map(write);
    const [first = "", ...more] = wrapped(numbers.join(", "), 82);
    return [`    [${first}`, ...more.map((line) => `     ${line}`)].join("\n") + "],";
  });
  return `np.array([\n${rows.join("\n")}\n], ${dtype})`;
}

/** A table that NumPy's loadtxt reads back. */
export function csvText(values: ArrayLike<number>, width: number, write: NumberText): string {
  const cells = Array.from(values, (value) => write(value).replace("np.", ""));
  const rows = Array.from({ length: cells.length / width }, (_, row) =>
    cells.slice(row * width, (row + 1) * width).join(","),
  );
  return `${rows.join("\n")}\n`;
}
