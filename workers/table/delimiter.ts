import Papa from "papaparse";

const delimiters = [",", "\t", ";", "|"] as const;

export type Delimiter = (typeof delimiters)[number];

/** Each delimiter in the plural, as a message names it. */
export const delimiterWords: Readonly<Record<Delimiter, string>> = {
  ",": "commas",
  "\t": "tabs",
  ";": "semicolons",
  "|": "vertical bars",
};

/** Ten rows decide, so a longer sample would only be split in vain. */
const sampleLength = 1_000_000;

/** Returns the delimiter whose use is most even over the first rows; a comma when there is none. */
export function detectDelimiter(text: string, lineBreak: "\n" | "\r"): Delimiter {
  const start = firstWrittenLine(text, lineBreak);
  const { meta } = Papa.parse<string[]>(text.slice(start, start + sampleLength), {
    delimitersToGuess: [...delimiters],
    newline: lineBreak,
    skipEmptyLines: "greedy",
    preview: 1,
  });
  return delimiters.find((delimiter) => delimiter === meta.delimiter) ?? ",";
}

/** Papa counts blank lines among the rows it samples, so the sample starts below them. */
function firstWrittenLine(text: string, lineBreak: string): number {
  const blank = text.length - text.trimStart().length;
  return text.slice(0, blank).lastIndexOf(lineBreak) + 1;
}
