import type { Quantity } from "../plot/marks";

export type NodeKind = "placeholder" | "operation" | "variable";

/** A box of a graph: its middle in percent of the width, and in pixels from the top. */
export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
  /** Its name, broken into lines. */
  readonly lines: readonly string[];
  /** A number or a word of the moment below its name; null for a box that never has one. */
  readonly value: string | null;
  /** What the pointer reads. */
  readonly hint: string;
  readonly isLit: boolean;
  readonly of?: Quantity;
}

type Side = "top" | "bottom" | "left" | "right";

/** Where a line enters a box; `offset` is in pixels below the box's middle. */
export interface Head {
  readonly node: string;
  readonly side: Side;
  readonly offset: number;
}

export interface GraphEdge {
  readonly id: string;
  /** The places the line goes through, in percent and pixels, from middle to middle. */
  readonly points: readonly (readonly [number, number])[];
  readonly heads: readonly Head[];
  /** A hollow head marks what only has to come first; nothing flows there. */
  readonly isHollow: boolean;
  readonly isLit: boolean;
  readonly of?: Quantity;
}

/** A frame around boxes that belong together: its sides in percent of the width, its top and height in pixels. */
export interface GraphFrame {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  /** What it is called; the first line stands out. */
  readonly lines: readonly string[];
  /** What the pointer reads. */
  readonly hint: string;
  readonly look: "plain" | "strong" | "broken";
}

export interface GraphDrawing {
  readonly height: number;
  /** Around the boxes, the outer ones first. */
  readonly frames?: readonly GraphFrame[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

const letterWidth = 6.6;
const lineHeight = 14;
/** Letters for which a box has room where it has a value. */
const shortestValue = 6;

/** How far a box reaches from its middle. A value that changes does not change its box. */
export function reachOf({ lines, value }: Pick<GraphNode, "lines" | "value">): {
  readonly x: number;
  readonly y: number;
} {
  const letters = Math.max(...lines.map((line) => line.length), value === null ? 0 : shortestValue);
  const count = lines.length + (value === null ? 0 : 1);
  return { x: (letters * letterWidth) / 2 + 7, y: (count * lineHeight) / 2 + 5 };
}

/** Where each line of a box's text stands, from its middle. */
export const baselinesOf = ({ lines, value }: Pick<GraphNode, "lines" | "value">): number[] => {
  const count = lines.length + (value === null ? 0 : 1);
  return Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * lineHeight + 3.8);
};
