import type { ObjectDialect } from "../keras-object/dialect";
import { sizeOf } from "../tensor/shape";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

/** Every element is 0. */
export const zeros = (dialect: ObjectDialect): InitializerDefinition =>
  defineInitializer(
    {
      className: "Zeros",
      identifiers: ["zeros", "zero", "Zeros"],
      parameters: {},
      make: () => ({ values: (shape) => new Float64Array(sizeOf(shape)) }),
    },
    dialect,
  );
