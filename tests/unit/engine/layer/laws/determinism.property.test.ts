import fc from "fast-check";
import { expect, it } from "vitest";
import { anyCase, seeded } from "../../support/arbitraries";
import { inputsOf, layerFor } from "../../support/runs";
import { bitsOf, stateOf } from "../../support/tensors";

it("equal layers given equal calls agree bit for bit in outputs, gradients and weights (100 cases)", () => {
  const calls = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 });
  const dtypes = fc.constantFrom("float32" as const, "float64" as const);
  fc.assert(
    fc.property(anyCase(4), dtypes, calls, (given, dtype, trainings) => {
      const run = (): unknown => {
        const layer = layerFor(given, { dtype });
        const traces = trainings.map((training) => layer.trace(inputsOf(given), { training }));
        return [
          traces.map(({ outputs }) => bitsOf(outputs)),
          traces.map((trace) => bitsOf(trace.vjp(inputsOf(given)).inputs)),
          stateOf(layer),
        ];
      };
      expect(run()).toEqual(run());
    }),
    seeded(100),
  );
});
