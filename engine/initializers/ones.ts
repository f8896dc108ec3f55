import type { ObjectDialect } from "../keras-object/dialect";
import { sizeOf } from "../tensor/shape";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

/** Every element is 1. */
export const ones = (dialect: ObjectDialect): InitializerDefinition =>
  defineInitializer(
    {
      className: "Ones",
      identifiers: ["ones", "one", "Ones"],
      parameters: {},
      make: () => ({ values: (shape) => new Float64Array(sizeOf(shape)).fill(1) }),
    },
    dialect,
  );
