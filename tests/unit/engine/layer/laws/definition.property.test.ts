import fc from "fast-check";
import { expect, it } from "vitest";
import { seeded } from "../../support/arbitraries";
import { grouped, mean, naiveChannels, variance } from "../../support/naive";
import { inputsOf, layerFor, setParameters, withParameters } from "../../support/runs";
import { weightOf } from "../../support/tensors";

it("training and then inference equal the definition by coordinates within 1e-10 (200 cases)", () => {
  fc.assert(
    fc.property(withParameters(), (given) => {
      const epsilon = 0.1;
      const layer = layerFor(given, { epsilon, momentum: 0.5 });
      layer.build(given.shape);
      setParameters(layer, given);
      const channels = naiveChannels(given.shape, given.axes);
      const groups = grouped(given.x, channels);
      const normalized = (means: readonly number[], variances: readonly number[]): number[] =>
        given.x.map((value, i) => {
          const c = channels[i]!;
          const deviation = Math.sqrt(variances[c]! + epsilon);
          return given.gamma[c]! * ((value - means[c]!) / deviation) + given.beta[c]!;
        });
      const batch = { mean: groups.map(mean), variance: groups.map(variance) };
      const moved = {
        mean: batch.mean.map((m) => 0.5 * m),
        variance: batch.variance.map((v) => 0.5 + 0.5 * v),
      };
      const close = { relative: 1e-10, absolute: 1e-10 };

      const training = layer.call(inputsOf(given), { training: true });
      expect(training.shape).toEqual(given.shape);
      expect(training.data).toBeAllClose(normalized(batch.mean, batch.variance), close);
      expect(weightOf(layer, "moving_mean")).toBeAllClose(moved.mean, close);
      expect(weightOf(layer, "moving_variance")).toBeAllClose(moved.variance, close);
      const inference = layer.call(inputsOf(given));
      expect(inference.data).toBeAllClose(normalized(moved.mean, moved.variance), close);
    }),
    seeded(200),
  );
});
