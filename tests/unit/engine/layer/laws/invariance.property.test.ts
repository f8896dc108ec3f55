import fc from "fast-check";
import { expect, it } from "vitest";
import { anyCase, seeded } from "../../support/arbitraries";
import type { Case } from "../../support/arbitraries";
import { range } from "../../support/naive";
import { inputsOf, isSpread, layerFor } from "../../support/runs";

/** ε = 0, as only then the size of the inputs cannot matter. */
const normalizedOf = (given: Case): number[] => {
  const trace = layerFor(given, { epsilon: 0 }).trace(inputsOf(given), { training: true });
  return Array.from(trace.normalized.data);
};
const spreadCases = anyCase(4).filter(isSpread);

it("a shift of all inputs leaves the normalized values, within 1e-9 (150 cases, ε = 0)", () => {
  const shifts = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(spreadCases, shifts, (given, shift) => {
      const shifted = { ...given, x: given.x.map((value) => value + shift) };
      expect(normalizedOf(shifted)).toBeAllClose(normalizedOf(given), { absolute: 1e-9 });
    }),
    seeded(150),
  );
});

it("a positive factor leaves them, a negative one negates them, within 1e-11 (150 cases, ε = 0)", () => {
  const factors = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(spreadCases, factors, (given, factor) => {
      const before = normalizedOf(given);
      const scaled = (by: number): Case => ({ ...given, x: given.x.map((value) => value * by) });
      expect(normalizedOf(scaled(factor))).toBeAllClose(before, { absolute: 1e-11 });
      expect(normalizedOf(scaled(-factor))).toBeAllClose(
        before.map((value) => -value),
        { absolute: 1e-11 },
      );
    }),
    seeded(150),
  );
});

it("permuting the batch permutes the outputs, within 1e-12, and moves the statistics alike (150 cases)", () => {
  const batches = anyCase(4)
    .filter(({ axes }) => !axes.includes(0))
    .chain((given) => {
      const examples = range(given.shape[0]!);
      return fc.record({
        given: fc.constant(given),
        order: fc.shuffledSubarray(examples, { minLength: examples.length }),
      });
    });
  fc.assert(
    fc.property(batches, ({ given, order }) => {
      const size = given.x.length / order.length;
      const permuted = (values: readonly number[]): number[] =>
        order.flatMap((example) => values.slice(example * size, (example + 1) * size));
      const [layer, other] = [layerFor(given), layerFor(given)];
      const outputs = Array.from(layer.call(inputsOf(given), { training: true }).data);
      const { data } = other.call(inputsOf({ ...given, x: permuted(given.x) }), { training: true });
      expect(data).toBeAllClose(permuted(outputs), { absolute: 1e-12 });
      expect(other.getWeights().map((weight) => weight.data)).toBeAllClose(
        layer.getWeights().map((weight) => weight.data),
        { absolute: 1e-12 },
      );
    }),
    seeded(150),
  );
});
