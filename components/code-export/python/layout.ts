/** No line is longer, where it can be helped. */
const lineLength = 88;

/** An argument of a call: its name, or null for one without, and what it is given. */
export type WrittenArgument = readonly [name: string | null, text: string];

export const argumentText = ([name, text]: WrittenArgument): string =>
  name === null ? text : `${name}=${text}`;

/** A call in one line where that fits, else with one argument to a line. */
export function callText(head: string, given: readonly WrittenArgument[]): string {
  const line = `${head}(${given.map(argumentText).join(", ")})`;
  if (line.length <= lineLength && !line.includes("\n")) return line;
  const inner = given.map(
    (argument) => `    ${argumentText(argument).replaceAll("\n", "\n    ")},`,
  );
  return [`${head}(`, ...inner, ")"].join("\n");
}

/** A comment in lines. */
export const comment = (text: string): string =>
  wrapped(text, lineLength - 2)
    .map((line) => `# ${line}`)
    .join("\n");

/** Words in lines of at most so many characters. */
export function wrapped(text: string, length = lineLength): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Paragraphs of a program with an empty line between them; empty ones are left out. */
export const program = (...paragraphs: readonly (string | null | false)[]): string =>
  `${paragraphs.filter((part) => part !== null && part !== false && part !== "").join("\n\n")}\n`;

/** A definition, which has two empty lines around it. */
export const definition = (text: string): string => `\n${text}\n`;

/** Lines, without those that are null. */
export const lines = (...all: readonly (string | null | false)[]): string =>
  all.filter((line) => line !== null && line !== false).join("\n");
