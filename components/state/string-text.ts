/** Whether a string would be read as something else, and so stands in quotation marks. */
const isQuoted = (value: string): boolean => value === "none" || value.startsWith('"');

/** A string as it is; null is none. */
export function writeString(value: string | null): string {
  if (value === null) return "none";
  return isQuoted(value) ? JSON.stringify(value) : value;
}

/** The string that a text stands for; quotation marks that are no JSON belong to it. */
export function readString(text: string): string | null {
  if (text === "none") return null;
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    return text;
  }
}
