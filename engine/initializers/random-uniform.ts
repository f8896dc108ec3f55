import type { ObjectDialect } from "../keras-object/dialect";
import type { Parameter } from "../keras-object/definition";
import { finiteNumber, seed } from "../keras-object/parameters";
import { drawnFrom } from "./draw";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

const maxvalOrOne: Parameter<number | null> = {
  default: null,
  rule: "a finite maxval or null, which is 1",
  accepts: (value) => value === null || Number.isFinite(value),
};

/** w ~ U[minval, maxval). The defaults are −0.05 and 0.05, in tf 1.4 they are 0 and null, which stands for 1. */
export function randomUniform(dialect: ObjectDialect): InitializerDefinition {
  const isCore = dialect.initializerDefaults === "core";
  const maxval: Parameter<number | null> = isCore ? maxvalOrOne : finiteNumber("maxval", 0.05);
  return defineInitializer(
    {
      className: "RandomUniform",
      identifiers: ["random_uniform", "uniform", "RandomUniform"],
      parameters: { minval: finiteNumber("minval", isCore ? 0 : -0.05), maxval, seed },
      make: ({ minval, maxval: limit }) =>
        drawnFrom(() => ({ kind: "uniform", low: minval, high: limit ?? 1 })),
    },
    dialect,
  );
}
