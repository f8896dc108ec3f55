import type { GraphDrawing } from "@/components/charts/graph/drawing";
import { boxesOf } from "./boxes";
import { edgesOf } from "./edges";
import type { Seen } from "./figure-model";
import { height, spotsOf } from "./places";

/** The graph as boxes and lines, made of what the engine says of it and nothing else. */
export function drawingOf(seen: Seen): GraphDrawing {
  const spots = spotsOf(seen.graph);
  const nodes = boxesOf(seen).flatMap((box) => {
    const spot = spots.get(box.id);
    return spot === undefined ? [] : [{ ...box, x: spot.x, y: spot.y }];
  });
  return { height, nodes, edges: edgesOf(seen.graph, spots) };
}
