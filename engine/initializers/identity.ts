import type { ObjectDialect } from "../keras-object/dialect";
import { shapeRefusal } from "../keras-object/misfit";
import { finiteNumber } from "../keras-object/parameters";
import { sizeOf } from "../tensor/shape";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

/** gain · I for a weight of shape (rows, columns). Throws a ValueError for a weight of another rank than 2. */
export const identity = (dialect: ObjectDialect): InitializerDefinition =>
  defineInitializer(
    {
      className: "Identity",
      identifiers: ["identity", "Identity"],
      parameters: { gain: finiteNumber("gain", 1) },
      make: ({ gain }, argument) => ({
        values: (shape) => {
          if (shape.length !== 2) {
            const rule = "applied to a weight of rank 2 when it is an Identity";
            throw shapeRefusal(argument, rule, shape);
          }
          const columns = shape[1]!;
          const isDiagonal = (i: number): boolean => Math.floor(i / columns) === i % columns;
          return Float64Array.from({ length: sizeOf(shape) }, (_, i) => (isDiagonal(i) ? gain : 0));
        },
      }),
    },
    dialect,
  );
