export type Shape = readonly number[];

/** A shape in which null stands for a size that is not known yet, such as the batch's. */
export type PartialShape = readonly (number | null)[];

export const isSameShape = (a: PartialShape, b: PartialShape): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/** A shape as messages write it. */
export const showShape = (shape: PartialShape | null): string =>
  shape === null ? "null" : `[${shape.map(String).join(", ")}]`;

export const sizeOf = (shape: Shape): number => shape.reduce((size, length) => size * length, 1);
