/** A number as Python writes it. `module` names what has inf and nan, such as "np". */
export function pythonNumber(value: number, module: string | null = null): string {
  if (Number.isFinite(value)) return finiteText(value);
  const sign = value < 0 ? "-" : "";
  const name = Number.isNaN(value) ? "nan" : "inf";
  return module === null ? `float("${sign}${name}")` : `${sign}${module}.${name}`;
}

function finiteText(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  return value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
}

/** The shortest text that reads as this number once it is rounded to float32. */
export function shortFloat32(value: number): string {
  if (!Number.isFinite(value)) return pythonNumber(value, "np");
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return pythonNumber(short);
  }
  return pythonNumber(value);
}

/** A value as Python writes it: lists and tables too. */
export function pythonValue(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return pythonNumber(value);
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(", ")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).map(
      ([key, part]) => `${JSON.stringify(key)}: ${pythonValue(part)}`,
    );
    return `{${entries.join(", ")}}`;
  }
  return JSON.stringify(value);
}

/** A tuple; one of a single entry keeps its comma. */
export const pythonTuple = (entries: readonly (number | string)[]): string =>
  entries.length === 1 ? `(${String(entries[0])},)` : `(${entries.join(", ")})`;
