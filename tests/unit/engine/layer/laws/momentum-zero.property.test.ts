import fc from "fast-check";
import { expect, it } from "vitest";
import { seeded } from "../../support/arbitraries";
import { inputsOf, layerFor, setParameters, withParameters } from "../../support/runs";

it("with momentum 0, inference after one training call repeats its outputs, within 1e-9 (150 cases)", () => {
  fc.assert(
    fc.property(withParameters(), (given) => {
      const layer = layerFor(given, { momentum: 0, epsilon: 0.01 });
      layer.build(given.shape);
      setParameters(layer, given);
      const training = layer.call(inputsOf(given), { training: true });
      expect(layer.call(inputsOf(given)).data).toBeAllClose(training.data, { absolute: 1e-9 });
    }),
    seeded(150),
  );
});
