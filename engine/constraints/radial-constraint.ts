import { define } from "../keras-object/definition";
import { shapeRefusal } from "../keras-object/misfit";
import type { Shape } from "../tensor/shape";
import type { ConstraintDefinition } from "./constraint";

/**
 * Makes each kernel of a weight of shape (h, h, inputs, outputs) constant on square rings around its middle.
 *
 * With s = ⌊h/2⌋, the ring that is r steps outside the innermost element or 2 × 2 block takes the element
 * (s + r − 1, s + r − 1) for odd h and (s + r, s + r) for even h; the innermost takes (s − 1, s − 1). That is what
 * Keras computes, though its documentation says otherwise. Throws a ValueError for a weight of another rank than 4,
 * and for kernels that are not square or a single element, which fail in Keras too.
 */
export const radialConstraint = (): ConstraintDefinition =>
  define({
    className: "RadialConstraint",
    identifiers: ["radial_constraint", "RadialConstraint"],
    parameters: {},
    make: (_, argument) => ({
      className: "RadialConstraint",
      config: () => ({}),
      project: (weight, shape) => {
        const [height, width] = shape;
        if (shape.length !== 4 || height === undefined || height < 2 || height !== width) {
          const rule =
            "applied to a weight of rank 4 with square kernels of 2 × 2 or more when it is a RadialConstraint";
          throw shapeRefusal(argument, rule, shape);
        }
        return projected(weight, shape, height);
      },
    }),
  });

function projected(weight: Float64Array, shape: Shape, size: number): Float64Array {
  const kernels = shape[2]! * shape[3]!;
  return weight.map((_, i) => {
    const [position, kernel] = [Math.floor(i / kernels), i % kernels];
    const from = sourceOf(Math.floor(position / size), position % size, size);
    return weight[from * (size + 1) * kernels + kernel]!;
  });
}

/** The diagonal position whose element the element in this row and column takes. */
function sourceOf(row: number, column: number, size: number): number {
  const start = Math.floor(size / 2);
  const middle = (size - 1) / 2;
  const ring = Math.floor(Math.max(Math.abs(row - middle), Math.abs(column - middle)));
  if (ring === 0) return start - 1;
  return size % 2 === 0 ? start + ring : start + ring - 1;
}
