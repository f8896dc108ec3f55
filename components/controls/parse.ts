/** The number a text writes out, or the text itself: Number("") would be 0. */
export const parseNumber = (text: string): number | string =>
  text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);

/** The numbers of a list separated by commas or spaces. */
export const parseNumbers = (text: string): readonly (number | string)[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== "")
    .map(parseNumber);
