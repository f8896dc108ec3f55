/** Lines of a program that follow one another. */
export interface Segment {
  readonly text: string;
  /** Whether it holds numbers alone, which have no words to tell apart. */
  readonly isNumbers: boolean;
}

const numbersAlone = /^\s+(?:[[\]\d.,\se+-]|np\.(?:nan|inf))+$/;

/** Parts a program into its words and its rows of numbers, of which there may be thousands. */
export function segmentsOf(program: string): readonly Segment[] {
  const segments: { text: string; isNumbers: boolean }[] = [];
  for (const line of program.split(/(?<=\n)/)) {
    const isNumbers = numbersAlone.test(line);
    const last = segments.at(-1);
    if (last?.isNumbers === isNumbers) last.text += line;
    else segments.push({ text: line, isNumbers });
  }
  return segments;
}
