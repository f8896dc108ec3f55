import fc from "fast-check";
import { expect, it } from "vitest";
import { anyCase, seeded } from "../../support/arbitraries";
import { grouped, mean, naiveChannels, variance } from "../../support/naive";
import { inputsOf, layerFor } from "../../support/runs";

it("every normalized channel has mean 0 and variance v/(v + ε), within 1e-12 (200 cases)", () => {
  const epsilons = fc.constantFrom(0.001, 0.1, 1, 10);
  fc.assert(
    fc.property(anyCase(4), epsilons, (given, epsilon) => {
      const trace = layerFor(given, { epsilon }).trace(inputsOf(given), { training: true });
      const channels = naiveChannels(given.shape, given.axes);
      const normalized = grouped(trace.normalized.data, channels);
      const variances = grouped(given.x, channels).map(variance);
      expect(normalized.map(mean)).toBeAllClose(
        variances.map(() => 0),
        { absolute: 1e-12 },
      );
      expect(normalized.map(variance)).toBeAllClose(
        variances.map((v) => v / (v + epsilon)),
        { absolute: 1e-12 },
      );
    }),
    seeded(200),
  );
});
