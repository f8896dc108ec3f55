const longest = 40;
const mostNames = 5;

/** Returns the count with its digits grouped by thousands. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** Returns the count and its noun, in the plural unless the count is one. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Returns the text in quotation marks, on one line and shortened, fit to stand in a message. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longest + 2).replace(/\s+/g, " "));
  if (characters.length <= longest) return `"${characters.join("")}"`;
  return `"${characters.slice(0, longest - 1).join("")}…"`;
}

/** Returns the first few names, quoted, and how many more there are. */
export function listed(names: readonly string[]): string {
  const first = names.slice(0, mostNames).map(quoted).join(", ");
  return names.length > mostNames
    ? `${first} and ${grouped(names.length - mostNames)} more`
    : first;
}
