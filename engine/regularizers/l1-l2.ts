import type { ObjectDialect } from "../keras-object/dialect";
import { define } from "../keras-object/definition";
import type { Config } from "../keras-object/keras-object";
import { factor, stored } from "./factor";
import type { ListedRegularizer, RegularizerDefinition } from "./regularizer";

const sumOf = (weight: Float64Array, term: (w: number) => number): number =>
  weight.reduce((sum, w) => sum + term(w), 0);

interface Factors {
  readonly l1?: number;
  readonly l2?: number;
}

/** A factor that is absent adds nothing, even where the weight is not finite. */
function regularizer(className: string, config: Config, { l1, l2 }: Factors): ListedRegularizer {
  return {
    className,
    config: () => ({ ...config }),
    penalty: (weight) =>
      (l1 === undefined ? 0 : l1 * sumOf(weight, Math.abs)) +
      (l2 === undefined ? 0 : l2 * sumOf(weight, (w) => w * w)),
    gradient: (weight) =>
      weight.map(
        (w) => (l1 === undefined ? 0 : l1 * Math.sign(w)) + (l2 === undefined ? 0 : 2 * l2 * w),
      ),
  };
}

function both(l1: number, l2: number): ListedRegularizer {
  const config = { l1: stored(l1), l2: stored(l2) };
  // Keras leaves out the term of a factor that is 0.
  const factors = Object.fromEntries(Object.entries(config).filter(([, value]) => value !== 0));
  return regularizer("L1L2", config, factors);
}

/**
 * `L1L2`: l1 · Σ|w| + l2 · Σw², with gradient l1 · sign(w) + 2 · l2 · w, where sign(0) = 0. Its factors are 0 unless
 * given, but the identifier "l1_l2" stands for 0.01 and 0.01.
 */
export const l1AndL2 = (dialect: ObjectDialect): readonly RegularizerDefinition[] =>
  [
    { identifier: "L1L2", given: 0 },
    { identifier: "l1_l2", given: 0.01 },
  ].map(({ identifier, given }) =>
    define({
      className: "L1L2",
      identifiers: [identifier],
      parameters: { l1: factor("l1", given, dialect), l2: factor("l2", given, dialect) },
      make: ({ l1, l2 }) => both(l1 ?? 0, l2 ?? 0),
    }),
  );

/** `L1`: l1 · Σ|w|. Before 2.3 `l1(l)` is a function that returns L1L2. */
export const l1 = (dialect: ObjectDialect): RegularizerDefinition =>
  dialect.separateL1AndL2
    ? define({
        className: "L1",
        identifiers: ["l1", "L1"],
        parameters: { l1: { ...factor("l1", 0.01, dialect), legacyName: "l" } },
        make: (given) => {
          const config = { l1: stored(given.l1 ?? 0.01) };
          return regularizer("L1", config, config);
        },
      })
    : define({
        className: "L1L2",
        identifiers: ["l1"],
        parameters: { l: factor("l", 0.01, dialect) },
        make: ({ l }) => both(l ?? 0.01, 0),
      });

/** `L2`: l2 · Σw². Before 2.3 `l2(l)` is a function that returns L1L2. */
export const l2 = (dialect: ObjectDialect): RegularizerDefinition =>
  dialect.separateL1AndL2
    ? define({
        className: "L2",
        identifiers: ["l2", "L2"],
        parameters: { l2: { ...factor("l2", 0.01, dialect), legacyName: "l" } },
        make: (given) => {
          const config = { l2: stored(given.l2 ?? 0.01) };
          return regularizer("L2", config, config);
        },
      })
    : define({
        className: "L1L2",
        identifiers: ["l2"],
        parameters: { l: factor("l", 0.01, dialect) },
        make: ({ l }) => both(0, l ?? 0.01),
      });
