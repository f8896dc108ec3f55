import { define } from "../keras-object/definition";
import { shapeRefusal } from "../keras-object/misfit";
import { choice, finiteNumber } from "../keras-object/parameters";
import type { Shape } from "../tensor/shape";
import { stored } from "./factor";
import type { RegularizerDefinition } from "./regularizer";

/** Where the elements of the vectors lie in the matrix: element k of vector i at i·step + k·stride. */
interface Layout {
  readonly count: number;
  readonly length: number;
  readonly step: number;
  readonly stride: number;
}

interface Vectors {
  /** Each vector divided by its norm. */
  readonly unit: readonly Float64Array[];
  readonly norms: readonly number[];
  /** A norm at the floor does not depend on the vector. */
  readonly isFloored: readonly boolean[];
}

/** `tf.math.l2_normalize` divides by √max(Σx², 1e-12). */
const smallestSquare = 1e-12;

/**
 * factor · (1/2) · Σ_{i≠j} |n_i · n_j| / (m(m − 1)/2): the mean over all pairs of the m rows (or columns, by `mode`)
 * of a matrix, of the absolute dot product of their unit vectors n = x/√max(Σx², 1e-12). NaN for a single vector,
 * as in Keras. Throws a ValueError for a weight of another rank than 2
 * (`tf_keras.regularizers.OrthogonalRegularizer`).
 */
export const orthogonalRegularizer = (): RegularizerDefinition =>
  define({
    className: "OrthogonalRegularizer",
    identifiers: ["orthogonal_regularizer", "OrthogonalRegularizer"],
    parameters: {
      factor: finiteNumber("factor", 0.01),
      mode: choice("mode", ["rows", "columns"], "rows"),
    },
    make: (given, argument) => {
      const config = { factor: stored(given.factor), mode: given.mode };
      const layoutOf = (shape: Shape): Layout => {
        const [rows, columns] = shape;
        if (shape.length !== 2 || rows === undefined || columns === undefined) {
          const rule = "applied to a weight of rank 2 when it is an OrthogonalRegularizer";
          throw shapeRefusal(argument, rule, shape);
        }
        return given.mode === "rows"
          ? { count: rows, length: columns, step: columns, stride: 1 }
          : { count: columns, length: rows, step: 1, stride: columns };
      };
      return {
        className: "OrthogonalRegularizer",
        config: () => ({ ...config }),
        penalty: (weight, shape) => penaltyOf(weight, layoutOf(shape), config.factor),
        gradient: (weight, shape) => gradientOf(weight, layoutOf(shape), config.factor),
      };
    },
  });

function penaltyOf(weight: Float64Array, layout: Layout, factor: number): number {
  const { unit } = vectorsOf(weight, layout);
  let sum = 0;
  unit.forEach((a, i) => {
    unit.forEach((b, j) => (sum += i === j ? 0 : Math.abs(dot(a, b))));
  });
  return (factor * 0.5 * sum) / pairs(layout);
}

/** dL/dn_i = 2c Σ_{j≠i} sign(n_i · n_j) n_j =: g, and dL/dx_i = (g − (g · n_i) n_i)/‖x_i‖. */
function gradientOf(weight: Float64Array, layout: Layout, factor: number): Float64Array {
  const { unit, norms, isFloored } = vectorsOf(weight, layout);
  const scale = factor / pairs(layout);
  const gradient = new Float64Array(weight.length);
  unit.forEach((n, i) => {
    const byUnit = new Float64Array(layout.length);
    unit.forEach((other, j) => {
      const sign = i === j ? 0 : Math.sign(dot(n, other));
      other.forEach((value, k) => (byUnit[k]! += scale * sign * value));
    });
    const along = isFloored[i] === true ? 0 : dot(byUnit, n);
    byUnit.forEach((value, k) => {
      gradient[i * layout.step + k * layout.stride] = (value - along * n[k]!) / norms[i]!;
    });
  });
  return gradient;
}

const pairs = ({ count }: Layout): number => (count * (count - 1)) / 2;

function vectorsOf(weight: Float64Array, { count, length, step, stride }: Layout): Vectors {
  const vectors = Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length }, (__, k) => weight[i * step + k * stride]!),
  );
  const squares = vectors.map((vector) => dot(vector, vector));
  const norms = squares.map((square) => Math.sqrt(Math.max(square, smallestSquare)));
  return {
    unit: vectors.map((vector, i) => vector.map((value) => value / norms[i]!)),
    norms,
    isFloored: squares.map((square) => square < smallestSquare),
  };
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);
