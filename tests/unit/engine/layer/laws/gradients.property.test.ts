import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tensor, Trace } from "@/engine";
import { listOf, seeded } from "../../support/arbitraries";
import type { WithParameters } from "../../support/runs";
import { inputsOf, layerFor, setParameters, withParameters } from "../../support/runs";
import { float64 } from "../../support/tensors";

const problems = withParameters().chain((given) =>
  fc.record({ given: fc.constant(given), dy: listOf(given.x.length, 3) }),
);

/** One call of a fresh layer with the given parameters. */
function traced(given: WithParameters, training: boolean): Trace {
  const layer = layerFor(given, {
    epsilon: 0.5,
    moving_mean_initializer: "ones",
    moving_variance_initializer: { class_name: "Constant", config: { value: 2 } },
  });
  layer.build(given.shape);
  setParameters(layer, given);
  return layer.trace(inputsOf(given), { training });
}

const step = 1e-5;

/** The central difference quotient of Σ outputs·dy in each variable. */
function slopes(
  variables: readonly number[],
  outputsAt: (at: readonly number[]) => Tensor,
  dy: readonly number[],
): number[] {
  const loss = (at: readonly number[]): number =>
    Array.from(outputsAt(at).data).reduce((sum, y, i) => sum + y * dy[i]!, 0);
  return variables.map(
    (value, i) =>
      (loss(variables.with(i, value + step)) - loss(variables.with(i, value - step))) / (2 * step),
  );
}

describe.each([true, false])("the gradients of a trace (training %s)", (training) => {
  it("equal central differences of the layer's own outputs within 1e-6 relative + absolute (60 cases)", () => {
    fc.assert(
      fc.property(problems, ({ given, dy }) => {
        const gradients = traced(given, training).vjp(float64(given.shape, dy));
        const outputsFor = (changed: Partial<WithParameters>): Tensor =>
          traced({ ...given, ...changed }, training).outputs;
        const close = { relative: 1e-6, absolute: 1e-6 };
        expect(gradients.inputs.data).toBeAllClose(
          slopes(given.x, (x) => outputsFor({ x }), dy),
          close,
        );
        expect(gradients.gamma?.data).toBeAllClose(
          slopes(given.gamma, (gamma) => outputsFor({ gamma }), dy),
          close,
        );
        expect(gradients.beta?.data).toBeAllClose(
          slopes(given.beta, (beta) => outputsFor({ beta }), dy),
          close,
        );
      }),
      seeded(60),
    );
  });
});
