import type { Head } from "@/components/charts/graph/drawing";

/** The column a box stands in. */
export type Lane = "left" | "center" | "right";

/** Where a box stands, in percent of the width and in pixels. */
export interface Spot {
  readonly id: string;
  readonly lane: Lane;
  readonly x: number;
  readonly y: number;
  /** Whether everything flows from it: the lanes beside it lead up to it. */
  readonly isFirst: boolean;
  /** Whether it is a placeholder, which stands just above what takes it in. */
  readonly isFed: boolean;
}

export interface Route {
  readonly points: readonly (readonly [number, number])[];
  /** The head at its end, and the one at its start for what goes both ways. */
  readonly into: Head;
  readonly out: Head;
}

/** Where lines run beside the lanes, in percent. */
const tracks = { farLeft: 0.6, besideLeft: 23.7, fromFirst: 55, toFirst: 58, farRight: 99.6 };

/** How far apart, in pixels, what enters and what leaves the first box's side are. */
const apart = 7;

const head = (spot: Spot, side: Head["side"], offset = 0): Head => ({
  node: spot.id,
  side,
  offset,
});

/** The way from one box to another, along the lanes and around the boxes between them. */
export function routeBetween(from: Spot, to: Spot): Route {
  if (from.lane === to.lane) return withinLane(from, to);
  if (from.lane === "center") return rightwards(from, to);
  return from.lane === "left" ? fromLeft(from, to) : fromRight(from, to);
}

function withinLane(from: Spot, to: Spot): Route {
  const isDown = to.y > from.y;
  const half = (from.y + to.y) / 2 + (from.x === to.x ? 0 : -4);
  const bend =
    from.x === to.x
      ? []
      : ([
          [from.x, half],
          [to.x, half],
        ] as const);
  return {
    points: [[from.x, from.y], ...bend, [to.x, to.y]],
    into: head(to, isDown ? "top" : "bottom"),
    out: head(from, isDown ? "bottom" : "top"),
  };
}

const sideways = (
  from: Spot,
  to: Spot,
  track: number,
  [leaving, entering]: readonly [number, number] = [0, 0],
): Route["points"] => [
  [from.x, from.y + leaving],
  [track, from.y + leaving],
  [track, to.y + entering],
  [to.x, to.y + entering],
];

const rightwards = (from: Spot, to: Spot): Route => ({
  points: sideways(from, to, tracks.fromFirst, [apart, 0]),
  into: head(to, "left"),
  out: head(from, "right", apart),
});

function fromLeft(from: Spot, to: Spot): Route {
  const into = head(to, "left");
  if (from.isFed) {
    return {
      points: [
        [from.x, from.y],
        [from.x, to.y],
        [to.x, to.y],
      ],
      into,
      out: head(from, "bottom"),
    };
  }
  return to.isFirst
    ? { points: sideways(from, to, tracks.farLeft), into, out: head(from, "left") }
    : { points: sideways(from, to, tracks.besideLeft), into, out: head(from, "right") };
}

const fromRight = (from: Spot, to: Spot): Route =>
  to.isFirst
    ? {
        points: sideways(from, to, tracks.toFirst, [0, -apart]),
        into: head(to, "right", -apart),
        out: head(from, "left"),
      }
    : {
        points: sideways(from, to, tracks.farRight),
        into: head(to, "right"),
        out: head(from, "right"),
      };
