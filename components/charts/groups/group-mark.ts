export const circle = "circle";

export const circleRadius = 4.5;

const shapes = [
  circle,
  "M-4,-4H4V4H-4Z",
  "M0,-5.2L5,3.8H-5Z",
  "M0,-5.6L5.6,0L0,5.6L-5.6,0Z",
  "M0,5.2L5,-3.8H-5Z",
] as const;

const colours = 6;

export interface GroupMark {
  /** Which of the colours of groups in the global style sheet. */
  readonly colour: number;
  /** An outline around 0,0, in pixels, or a circle: that one can be placed in percent without a picture around it. */
  readonly shape: string;
}

/** The mark of the group at an index. Colours repeat after six, each time with another shape. */
export function groupMark(index: number): GroupMark {
  const shape = (index + Math.floor(index / colours)) % shapes.length;
  return { colour: index % colours, shape: shapes[shape] ?? shapes[0] };
}
