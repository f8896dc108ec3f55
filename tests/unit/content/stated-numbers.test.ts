import { describe, expect, test } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import { pageOf, partOf } from "./support/pages";

/** The prose with runs of blanks made one, so that tables and line breaks do not matter. */
const wordsOf = (name: string): string =>
  partOf(pageOf("arguments", name), "prose.mdx").replace(/\s+/g, " ");

const grouped = (value: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: 5 });
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
/** Decimals without trailing zeros and without an exponent. */
const plain = (value: number): string => value.toFixed(5).replace(/\.?0+$/, "");

const stepsUntil = (share: number, momentum: number): number =>
  Math.ceil(Math.log(share) / Math.log(momentum));
const standardNormal = (z: number): number => {
  const parts = 10_000;
  const density = (u: number): number => Math.exp((-u * u) / 2) / Math.sqrt(2 * Math.PI);
  const middle = (part: number): number => density(((part + 0.5) * z) / parts);
  return Array.from({ length: parts }, (_, i) => middle(i)).reduce(
    (sum, value) => sum + (value * z) / parts,
    0.5,
  );
};
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

function expectAll(name: string, fragments: readonly string[]): void {
  const words = wordsOf(name);
  expect(fragments.filter((fragment) => !words.includes(fragment))).toEqual([]);
}

describe("the numbers stated on the pages follow from the formulas", () => {
  test("momentum", () => {
    const left = { 0.9: 4, 0.95: 2, 0.99: 1, 0.999: 1 };
    const rows = Object.entries(left).map(([text, digits]) => {
      const momentum = Number(text);
      return row(
        text,
        (Math.log(0.5) / Math.log(momentum)).toFixed(1),
        `${(100 * momentum ** 100).toFixed(digits)}%`,
        grouped(stepsUntil(0.01, momentum)),
        Math.sqrt((1 - momentum) / (1 + momentum)).toFixed(3),
      );
    });
    const half = row("0.5", "1", "less than 0.0001%", "7", Math.sqrt(1 / 3).toFixed(3));
    const limit = (steps: number): number => Math.floor(1e4 * 0.01 ** (1 / steps)) / 1e4;
    expect([0.5 ** 100 < 1e-6, stepsUntil(0.01, 0.5)]).toEqual([true, 7]);
    expect([0.99 ** 458 > 0.01, 0.99 ** 459 < 0.01]).toEqual([true, true]);
    expectAll("momentum", [
      half,
      ...rows,
      `below ${limit(100)} for 100 steps, below ${limit(1000)} for 1,000`,
      `${Math.round(0.99 / 0.01)} steps at 0.99, ${Math.round(0.9 / 0.1)} steps at 0.9`,
      `0.99 keeps ${0.99 ** 2} per step`,
      `${Math.fround(1 - 0.9)} of the batch`,
    ]);
  });

  test("axis", () => {
    const inputs = tensor(new Float32Array(32 * 28 * 28 * 3), { shape: [32, 28, 28, 3] });
    const rowOf = (label: string, axis: number | readonly number[]): string => {
      const trace = new BatchNormalization({ axis }).trace(inputs, { training: true });
      const statistics = trace.used.mean.data.length;
      return row(
        label,
        trace.reductionAxes.join(", "),
        grouped(statistics),
        grouped(trace.samplesPerStatistic),
        `(${trace.parameterShape.join(", ")})`,
      );
    };
    const wrong = new BatchNormalization();
    wrong.build([32, 3, 28, 28]);
    const right = new BatchNormalization({ axis: 1 });
    right.build([32, 3, 28, 28]);
    expectAll("axis", [
      rowOf("`-1`, `3`", -1),
      rowOf("`1`", 1),
      rowOf("`[1, 3]`", [1, 3]),
      rowOf("`[1, 2, 3]`", [1, 2, 3]),
      `${wrong.countParams()} parameters in place of ${right.countParams()}`,
    ]);
  });

  test("epsilon", () => {
    const epsilon = 0.001;
    const rowOf = (variance: number, factorDigits: number): string =>
      row(
        plain(variance),
        (1 / Math.sqrt(variance + epsilon)).toFixed(factorDigits),
        variance === 0 ? "0" : Math.sqrt(variance / (variance + epsilon)).toFixed(4),
      );
    expectAll("epsilon", [
      rowOf(1, 2),
      rowOf(0.01, 2),
      rowOf(0.001, 1),
      rowOf(0.0001, 1),
      rowOf(0.00001, 1),
      rowOf(0, 1),
    ]);
  });

  test("beta_initializer", () => {
    const percent = (z: number): string =>
      `${plain(Number((100 * standardNormal(z)).toFixed(1)))}%`;
    expectAll("beta_initializer", [
      `${percent(-1)} at $-1$, ${percent(0)} at 0, ${percent(1)} at 1, ${percent(2)} at 2`,
      `${sigmoid(2).toFixed(3)} for $\\beta_0 = 2$ and ${sigmoid(-2).toFixed(3)} for`,
    ]);
  });

  test("moving_mean_initializer", () => {
    expectAll("moving_mean_initializer", [
      `to ${(100 * 0.99 ** 100).toFixed(1)}% after 100 steps`,
      `less than 1% after ${stepsUntil(0.01, 0.99)}`,
      `= ${(1 / Math.sqrt(1.001)).toFixed(4)}\\,x$`,
      `gives −${(1 / Math.sqrt(1.001)).toFixed(4)} and`,
    ]);
  });

  test("moving_variance_initializer", () => {
    const left = 0.99 ** 100;
    const rowOf = (variance: number, shown: (value: number) => string): string => {
      const moving = left + (1 - left) * variance;
      const spread = Math.sqrt((variance + 0.001) / (moving + 0.001));
      return row(grouped(variance), shown(moving), plain(Number(spread.toFixed(3))));
    };
    const threeDecimals = (value: number): string => value.toFixed(3);
    const tooLarge = (steps: number): string => (1 / Math.sqrt(1 - 0.99 ** steps)).toFixed(2);
    expectAll("moving_variance_initializer", [
      rowOf(10_000, (value) => grouped(Math.round(value))),
      rowOf(1, plain),
      rowOf(0.01, threeDecimals),
      rowOf(0.0001, threeDecimals),
      `${grouped(stepsUntil((0.01 * 0.0001) / (1 - 0.0001), 0.99))} steps until $V$ is within 1%`,
      `${tooLarge(10)} times too large after 10 steps and ${tooLarge(100)} times after 100`,
      `a factor of ${(1 / Math.sqrt(0.001)).toFixed(1)} with the default`,
    ]);
  });

  test("dtype", () => {
    const values = [[16_777_216], [16_777_217]];
    const varianceIn = (dtype: "float32" | "float64"): string =>
      new BatchNormalization({ dtype }).trace(values, { training: true }).used.variance.data.join();
    expectAll("dtype", [
      `has variance ${varianceIn("float32")}.`,
      `In float64 its variance is ${varianceIn("float64")}.`,
      `takes ${Math.fround(1 - 0.9)} of the batch`,
    ]);
  });

  test("training", () => {
    const layer = new BatchNormalization();
    const { moving } = layer.trace([[-10], [0], [10]], { training: true });
    expectAll("training", [`from 1 to ${moving.after.variance.data[0]?.toFixed(4) ?? ""}`]);
  });
});
