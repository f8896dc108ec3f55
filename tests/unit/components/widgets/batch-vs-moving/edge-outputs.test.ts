import { describe, expect, it } from "vitest";
import { constant } from "@/engine/spec/constant";
import { figureOf, tableOf } from "./support";

const counted = (figure: ReturnType<typeof figureOf>, mode: "training" | "inference"): number =>
  figure.outputs.bins.reduce((sum, bin) => sum + bin[mode], 0);

describe("the output bins", () => {
  it("count the finite outputs of a frozen layer that met an infinite input", () => {
    const figure = figureOf(
      { data: "own", batch_size: 4, steps: 1, step: 1, trainable: false },
      tableOf("a", [1, 2, Infinity, 4]),
    );
    expect(counted(figure, "inference")).toBe(3);
  });

  it("count outputs that rounding puts just beyond the domain (400 seeds)", () => {
    for (let seed = 0; seed < 400; seed++) {
      const figure = figureOf({
        data: "gaussian",
        means: [0],
        deviations: [1],
        batch_size: 2,
        steps: 1,
        step: 1,
        seed,
        epsilon: 0,
        gamma_initializer: constant(3),
        dtype: "float64",
      });
      expect(counted(figure, "training"), `seed ${seed}`).toBe(2);
    }
  });
});
