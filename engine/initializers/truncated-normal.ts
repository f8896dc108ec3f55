import type { ObjectDialect } from "../keras-object/dialect";
import { finiteNumber, seed } from "../keras-object/parameters";
import { drawnFrom } from "./draw";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

/**
 * w ~ N(mean, stddev²), drawn again while |w − mean| > 2 stddev, so that the deviation of w is 0.8796 stddev. The
 * default stddev is 0.05, in tf 1.4 it is 1.
 */
export const truncatedNormal = (dialect: ObjectDialect): InitializerDefinition =>
  defineInitializer(
    {
      className: "TruncatedNormal",
      identifiers: ["truncated_normal", "TruncatedNormal"],
      parameters: {
        mean: finiteNumber("mean", 0),
        stddev: finiteNumber("stddev", dialect.initializerDefaults === "core" ? 1 : 0.05),
        seed,
      },
      make: ({ mean, stddev }) =>
        drawnFrom(() => ({ kind: "truncated-normal", mean, deviation: stddev })),
    },
    dialect,
  );
