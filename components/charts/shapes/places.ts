/** Places of marks: x and y of the i-th in the unit square, NaN where there is nothing to draw. */
export interface Places {
  readonly count: number;
  readonly x: (i: number) => number;
  readonly y: (i: number) => number;
}
