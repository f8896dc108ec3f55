import fc from "fast-check";
import { expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, Tensor } from "@/engine";
import { seeded } from "../support/arbitraries";
import { bitsOf, stateOf } from "../support/tensors";
import { ghostProblems, ghostRenormProfiles, inputsOf, layerFor } from "./problems";

const cases = ghostProblems({ profiles: ghostRenormProfiles }).chain(({ problem, ghosts }) =>
  fc.record({
    problem: fc.constant(problem),
    args: fc.record({
      center: fc.boolean(),
      scale: fc.boolean(),
      renorm: fc.boolean(),
      virtual_batch_size: fc.constantFrom(null, problem.shape[0]! / ghosts),
      dtype: fc.constantFrom("float16" as const, "float32" as const, "float64" as const),
      moving_mean_initializer: fc.constant("random_normal"),
    }) satisfies fc.Arbitrary<BatchNormArguments>,
  }),
);

const calls = (layer: BatchNormalization, x: Tensor): readonly unknown[] => [
  bitsOf(layer.call(x)),
  bitsOf(layer.call(x, { training: true })),
  stateOf(layer).map(([, bits]) => bits),
];

it("a layer that gets another's weights does what the other does, bit for bit (150 cases)", () => {
  fc.assert(
    fc.property(cases, ({ problem, args }) => {
      const x = inputsOf(problem);
      const trained = layerFor(problem, args);
      for (let i = 0; i < 3; i++) trained.call(x, { training: true });
      const weights = trained.getWeights();

      const set = layerFor(problem, args, { seed: 1 });
      set.setWeights(weights);
      expect(set.getWeights()).toEqual(weights);
      const { axis, profile } = problem;
      const given = new BatchNormalization({ axis, ...args, weights }, { profile, seed: 2 });
      given.build(problem.shape);
      const expected = calls(trained, x);
      expect(calls(set, x)).toEqual(expected);
      expect(calls(given, x)).toEqual(expected);
    }),
    seeded(150),
  );
});

it("what getWeights returns is a copy, and so is what setWeights and assign keep (100 cases)", () => {
  fc.assert(
    fc.property(cases, ({ problem, args }) => {
      const layer = layerFor(problem, args);
      layer.call(inputsOf(problem), { training: true });
      const before = stateOf(layer);
      for (const { data } of layer.getWeights()) data.fill(99);
      for (const { value } of layer.weights) value.data.fill(99);
      expect(stateOf(layer)).toEqual(before);

      const mine = layer.getWeights();
      layer.setWeights(mine);
      layer.assign({
        moving_mean: mine.at(args.scale ? (args.center ? 2 : 1) : args.center ? 1 : 0)!,
      });
      for (const { data } of mine) data.fill(99);
      expect(stateOf(layer)).toEqual(before);
    }),
    seeded(100),
  );
});

it("the weights of an earlier trace do not follow the layer (100 cases)", () => {
  fc.assert(
    fc.property(cases, ({ problem, args }) => {
      const layer = layerFor(problem, args);
      const x = inputsOf(problem);
      const trace = layer.trace(x, { training: true });
      const bits = (): string[] => Object.values(trace.weights.after).map(bitsOf);
      const after = bits();
      expect(after).toEqual(layer.getWeights().map(bitsOf));
      layer.call(x, { training: true });
      layer.setWeights(layer.getWeights().map((w) => ({ ...w, data: w.data.map(() => 7) })));
      expect(bits()).toEqual(after);
    }),
    seeded(100),
  );
});
