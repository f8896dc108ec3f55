import type { ObjectDialect } from "../keras-object/dialect";
import { shapeRefusal } from "../keras-object/misfit";
import { finiteNumber, seed } from "../keras-object/parameters";
import { normal } from "../random/distributions";
import type { Generator } from "../random/generator";
import { sizeOf } from "../tensor/shape";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

/**
 * gain · Q, where Q is the orthogonal factor of a matrix of standard normal numbers, A = QR with diag(R) > 0, so
 * that Q is uniformly distributed (Saxe et al. 2014; Mezzadri 2007).
 *
 * The weight of shape (…, b) is the matrix of its product of lengths but the last × b; the shorter side of it is
 * orthonormal: QᵀQ = I for a tall matrix, QQᵀ = I for a wide one. Throws a ValueError for a weight of rank below 2.
 */
export const orthogonal = (dialect: ObjectDialect): InitializerDefinition =>
  defineInitializer(
    {
      className: "Orthogonal",
      identifiers: ["orthogonal", "Orthogonal"],
      parameters: { gain: finiteNumber("gain", 1), seed },
      make: ({ gain }, argument) => ({
        values: (shape, random) => {
          if (shape.length < 2) {
            const rule = "applied to a weight of rank 2 or more when it is an Orthogonal";
            throw shapeRefusal(argument, rule, shape);
          }
          const columns = shape.at(-1)!;
          const rows = sizeOf(shape.slice(0, -1));
          const vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
          const isTall = rows >= columns;
          return Float64Array.from({ length: rows * columns }, (_, i) => {
            const [row, column] = [Math.floor(i / columns), i % columns];
            return gain * (isTall ? vectors[column]![row]! : vectors[row]![column]!);
          });
        },
      }),
    },
    dialect,
  );

/** The columns of Q, by Gram–Schmidt, which gives diag(R) > 0. */
function orthonormal(count: number, length: number, random: Generator): readonly Float64Array[] {
  const vectors = Array.from({ length: count }, () => new Float64Array(length));
  for (let row = 0; row < length; row++) {
    for (const vector of vectors) vector[row] = normal(random);
  }
  vectors.forEach((vector, j) => {
    // Once leaves an error that grows with the condition of the matrix, twice is enough (Kahan; Parlett 1980).
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of vectors.slice(0, j)) subtract(vector, earlier, dot(vector, earlier));
    }
    const norm = Math.sqrt(dot(vector, vector));
    vector.forEach((value, i) => (vector[i] = value / norm));
  });
  return vectors;
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

const subtract = (from: Float64Array, direction: Float64Array, factor: number): void => {
  direction.forEach((value, i) => (from[i]! -= factor * value));
};
