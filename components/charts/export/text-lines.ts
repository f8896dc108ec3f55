export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
}

/** Letters stand on a line this far down the box that the browser gives them, in both of the site's fonts. */
const baselineShare = 0.78;

/** The lines into which the browser has broken an element's text, with their places in the window. */
export function textLines(element: HTMLElement): readonly TextLine[] {
  const lines: { text: string; left: number; top: number; height: number }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  // A space may end one node of the text and so begin the next one's first word.
  let isSpaced = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const content = node.textContent ?? "";
    for (const { 0: found, index } of content.matchAll(/\s*\S+/g)) {
      const word = found.trimStart();
      const space = found === word && !isSpaced ? "" : " ";
      isSpaced = false;
      range.setStart(node, index + found.length - word.length);
      range.setEnd(node, index + found.length);
      const { left, top, height } = range.getBoundingClientRect();
      const last = lines.at(-1);
      if (last !== undefined && Math.abs(last.top - top) < height / 2) last.text += space + word;
      else lines.push({ text: word, left, top, height });
    }
    isSpaced ||= /\s$/.test(content);
  }
  return lines.map(({ text, left, top, height }) => ({
    text,
    left,
    baseline: top + height * baselineShare,
  }));
}
