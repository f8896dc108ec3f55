import type { ObjectDialect } from "../keras-object/dialect";
import { finiteNumber, seed } from "../keras-object/parameters";
import { drawnFrom } from "./draw";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

/** w ~ N(mean, stddev²). The default stddev is 0.05, in tf 1.4 it is 1. */
export const randomNormal = (dialect: ObjectDialect): InitializerDefinition =>
  defineInitializer(
    {
      className: "RandomNormal",
      identifiers: ["random_normal", "normal", "RandomNormal"],
      parameters: {
        mean: finiteNumber("mean", 0),
        stddev: finiteNumber("stddev", dialect.initializerDefaults === "core" ? 1 : 0.05),
        seed,
      },
      make: ({ mean, stddev }) => drawnFrom(() => ({ kind: "normal", mean, deviation: stddev })),
    },
    dialect,
  );
