import type { ObjectDialect } from "../keras-object/dialect";
import type { Parameter } from "../keras-object/definition";
import { choice, seed } from "../keras-object/parameters";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import type { Distribution as Drawn } from "../types/initial-draws";
import { drawnFrom } from "./draw";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";

const modes = ["fan_in", "fan_out", "fan_avg"] as const;
export type FanMode = (typeof modes)[number];

export type Distribution = "truncated_normal" | "untruncated_normal" | "uniform" | "normal";

export interface Scaling {
  readonly scale: number;
  readonly mode: FanMode;
  readonly distribution: Distribution;
}

const scale: Parameter<number> = {
  default: 1,
  rule: "a scale above 0",
  accepts: (value) => typeof value === "number" && Number.isFinite(value) && value > 0,
};

/**
 * w has mean 0 and variance σ² = scale/n, where n is the number of inputs (fan_in), of outputs (fan_out), or their
 * mean (fan_avg), and at least 1.
 *
 * A weight of shape (C) has fans C, C; (rows, columns) has rows, columns; (…, a, b) has r·a, r·b for the product r
 * of the other lengths; a scalar has 1, 1. "truncated_normal" draws N(0, (σ/0.8796)²) within 2 deviations,
 * "untruncated_normal" N(0, σ²), "uniform" U[−√3 σ, √3 σ). "normal" means "truncated_normal"; tf 1.4 draws it with
 * deviation σ before truncation, and knows only it and "uniform" (Glorot & Bengio 2010; He et al. 2015).
 */
export const varianceScaling = (dialect: ObjectDialect): InitializerDefinition =>
  defineInitializer(
    {
      className: "VarianceScaling",
      identifiers: ["variance_scaling", "VarianceScaling"],
      parameters: {
        scale,
        mode: choice("mode", modes, "fan_in"),
        distribution: distributionIn(dialect),
        seed,
      },
      make: (given) => {
        const scaling = { ...given, distribution: meaningOf(given.distribution, dialect) };
        const { mode, distribution } = scaling;
        return {
          config: () => ({ scale: given.scale, mode, distribution, seed: given.seed }),
          ...drawnFrom((shape) => scaledDistribution(scaling, shape, dialect)),
        };
      },
    },
    dialect,
  );

function distributionIn(dialect: ObjectDialect): Parameter<Distribution> {
  const known = dialect.truncationCorrection
    ? choice<Distribution>(
        "distribution",
        ["truncated_normal", "untruncated_normal", "uniform", "normal"],
        "truncated_normal",
      )
    : choice<Distribution>("distribution", ["normal", "uniform"], "normal");
  return {
    ...known,
    accepts: (value) => typeof value === "string" && known.accepts(value.toLowerCase()),
  };
}

/** The distribution as the object keeps and writes it. */
function meaningOf(given: Distribution, dialect: ObjectDialect): Distribution {
  const distribution = given.toLowerCase() as Distribution;
  const isRenamed = distribution === "normal" && !dialect.initializerConfigHoldsDtype;
  return isRenamed && dialect.truncationCorrection ? "truncated_normal" : distribution;
}

/** The deviation of a standard normal number that was drawn again while it was beyond ±2. */
const truncatedDeviation = 0.87962566103423978;

/** What the first values of a weight are drawn from whose variance is scaled to its shape. */
export function scaledDistribution(
  { scale: factor, mode, distribution }: Scaling,
  shape: Shape,
  dialect: ObjectDialect,
): Drawn {
  const { fanIn, fanOut } = fansOf(shape);
  const fan = { fan_in: fanIn, fan_out: fanOut, fan_avg: (fanIn + fanOut) / 2 }[mode];
  const variance = factor / Math.max(1, fan);
  const deviation = Math.sqrt(variance);
  switch (distribution) {
    case "uniform": {
      const limit = Math.sqrt(3 * variance);
      return { kind: "uniform", low: -limit, high: limit };
    }
    case "untruncated_normal":
      return { kind: "normal", mean: 0, deviation };
    case "normal":
    case "truncated_normal": {
      const correction = dialect.truncationCorrection ? truncatedDeviation : 1;
      return { kind: "truncated-normal", mean: 0, deviation: deviation / correction };
    }
  }
}

function fansOf(shape: Shape): { readonly fanIn: number; readonly fanOut: number } {
  const last = shape.at(-1) ?? 1;
  const receptive = sizeOf(shape.slice(0, -2));
  return { fanIn: receptive * (shape.at(-2) ?? last), fanOut: receptive * last };
}
