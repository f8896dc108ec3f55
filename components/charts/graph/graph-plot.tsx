import type { ReactNode } from "react";
import { unitSize } from "../plot/axis";
import { baselinesOf, reachOf } from "./drawing";
import type { GraphDrawing, GraphEdge, GraphNode, Head } from "./drawing";
import { Frame } from "./frame";
import styles from "./graph-plot.module.css";
import { routePath } from "./route-path";

export interface GraphPlotProps {
  /** What a screen reader says instead of the picture. */
  readonly label: string;
  readonly drawing: GraphDrawing;
}

/**
 * Boxes and lines between them. Boxes keep their size and stand at percents of the width, lines are stretched, so that
 * one drawing fits any width without measuring.
 */
export function GraphPlot({ label, drawing }: GraphPlotProps): ReactNode {
  const { nodes, edges, height, frames = [] } = drawing;
  // A line that is lit is not crossed by one that is not.
  const ordered = [...edges].sort((a, b) => Number(a.isLit) - Number(b.isLit));
  return (
    <svg className={styles["graph"]} role="img" aria-label={label} height={height}>
      {frames.map((frame) => (
        <Frame key={frame.id} frame={frame} />
      ))}
      <svg
        viewBox={`0 0 ${unitSize} ${height}`}
        width="100%"
        height={height}
        preserveAspectRatio="none"
        overflow="visible"
      >
        {ordered.map((edge) => (
          <Edge key={edge.id} edge={edge} />
        ))}
      </svg>
      {nodes.map((node) => (
        <Node
          key={node.id}
          node={node}
          entering={edges.filter(({ heads }) => heads.some((head) => head.node === node.id))}
        />
      ))}
    </svg>
  );
}

const stateOf = ({ isLit, of }: Pick<GraphNode, "isLit" | "of">): Record<string, string> => ({
  "data-lit": String(isLit),
  ...(of !== undefined && { "data-quantity": of }),
});

const Edge = ({ edge }: { readonly edge: GraphEdge }): ReactNode => (
  <path
    className={styles["edge"]}
    {...stateOf(edge)}
    d={routePath(edge.points.map(([x, y]) => [(x / 100) * unitSize, y]))}
  />
);

function Node({
  node,
  entering,
}: {
  readonly node: GraphNode;
  readonly entering: readonly GraphEdge[];
}): ReactNode {
  const { x: reachX, y: reachY } = reachOf(node);
  const texts = [...node.lines, ...(node.value === null ? [] : [node.value])];
  const baselines = baselinesOf(node);
  return (
    // For the pointer only: the whole graph has its label.
    <svg x={`${node.x}%`} y={node.y} width="1" height="1" overflow="visible" aria-hidden>
      <title>{node.hint}</title>
      <rect
        className={styles["box"]}
        {...stateOf(node)}
        x={-reachX}
        y={-reachY}
        width={2 * reachX}
        height={2 * reachY}
        rx={node.kind === "variable" ? reachY : node.kind === "operation" ? 5 : 0}
      />
      {texts.map((text, i) => (
        <text
          key={i}
          className={styles[i < node.lines.length ? "name" : "value"]}
          {...stateOf(node)}
          y={baselines[i]}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {entering.flatMap((edge) =>
        edge.heads
          .filter((head) => head.node === node.id)
          .map((head) => (
            <path
              key={edge.id}
              className={styles["head"]}
              data-hollow={String(edge.isHollow)}
              {...stateOf(edge)}
              d={headPath(head, { x: reachX, y: reachY })}
            />
          )),
      )}
    </svg>
  );
}

/** An arrow's head, its tip on the box. */
function headPath(
  { side, offset }: Head,
  reach: { readonly x: number; readonly y: number },
): string {
  const [length, half] = [7, 4];
  switch (side) {
    case "top":
      return `M${offset - half},${-reach.y - length}h${2 * half}l${-half},${length}z`;
    case "bottom":
      return `M${offset - half},${reach.y + length}h${2 * half}l${-half},${-length}z`;
    case "left":
      return `M${-reach.x - length},${offset - half}v${2 * half}l${length},${-half}z`;
    case "right":
      return `M${reach.x + length},${offset - half}v${2 * half}l${-length},${-half}z`;
  }
}
