export type Shape = readonly number[];

/** A shape in which null stands for a size that is not known yet, such as the batch's. */
export type PartialShape = readonly (number | null)[];

export const sizeOf = (shape: Shape): number => shape.reduce((size, length) => size * length, 1);
