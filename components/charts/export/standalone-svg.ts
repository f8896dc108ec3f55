import { textLines } from "./text-lines";

const namespace = "http://www.w3.org/2000/svg";

/** What a style sheet decides about a mark; written onto each element, since the file has no style sheet. */
const inlined = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "vector-effect",
] as const;

function inlineStyles(original: Element, copy: Element): void {
  const computed = getComputedStyle(original);
  const style = inlined.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(";");
  copy.setAttribute("style", style);
  copy.removeAttribute("class");
  Array.from(original.children).forEach((child, i) => {
    const childCopy = copy.children[i];
    if (childCopy !== undefined) inlineStyles(child, childCopy);
  });
}

function placedPlot(plot: SVGSVGElement, origin: DOMRect): SVGElement {
  const { left, top, width, height } = plot.getBoundingClientRect();
  const copy = plot.cloneNode(true) as SVGSVGElement;
  inlineStyles(plot, copy);
  const place = { x: left - origin.left, y: top - origin.top, width, height };
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, value.toFixed(2));
  copy.setAttribute("overflow", "visible");
  return copy;
}

function placedText(element: HTMLElement, origin: DOMRect): readonly SVGElement[] {
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(element);
  return textLines(element).map(({ text, left, baseline }) => {
    const line = document.createElementNS(namespace, "text");
    line.setAttribute("x", (left - origin.left).toFixed(2));
    line.setAttribute("y", (baseline - origin.top).toFixed(2));
    line.setAttribute(
      "style",
      `fill:${color};font-family:${fontFamily};font-size:${fontSize};font-weight:${fontWeight}`,
    );
    line.textContent = text;
    return line;
  });
}

/**
 * Draws a figure as one SVG that needs no style sheet: its plots where they stand, and every element marked with
 * `data-export` as text. `fontFaces` is CSS with the fonts inside.
 */
export function standaloneSvg(figure: HTMLElement, fontFaces: string): string {
  const margin = 16;
  const box = figure.getBoundingClientRect();
  const origin = new DOMRect(box.left - margin, box.top - margin);
  const [width, height] = [box.width + 2 * margin, box.height + 2 * margin];

  const root = document.createElementNS(namespace, "svg");
  root.setAttribute("width", width.toFixed(0));
  root.setAttribute("height", height.toFixed(0));
  root.setAttribute("viewBox", `0 0 ${width.toFixed(0)} ${height.toFixed(0)}`);

  const style = document.createElementNS(namespace, "style");
  style.textContent = fontFaces;
  const paper = document.createElementNS(namespace, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  root.append(style, paper);

  for (const plot of figure.querySelectorAll<SVGSVGElement>("svg")) {
    if (plot.parentElement?.closest("svg") === null) root.append(placedPlot(plot, origin));
  }
  for (const element of figure.querySelectorAll<HTMLElement>("[data-export]")) {
    root.append(...placedText(element, origin));
  }
  return new XMLSerializer().serializeToString(root);
}
