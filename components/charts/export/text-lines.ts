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
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const match of (node.textContent ?? "").matchAll(/\S+\s*/g)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].trimEnd().length);
      const { left, top, height } = range.getBoundingClientRect();
      const last = lines.at(-1);
      if (last !== undefined && Math.abs(last.top - top) < height / 2) last.text += match[0];
      else lines.push({ text: match[0], left, top, height });
    }
  }
  return lines.map(({ text, left, top, height }) => ({
    text: text.trimEnd(),
    left,
    baseline: top + height * baselineShare,
  }));
}
