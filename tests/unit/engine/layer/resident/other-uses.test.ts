import { describe, expect, it } from "vitest";
import { BatchNormalization, sgd } from "@/engine";
import type { BatchNormArguments, CallOptions, Tensor } from "@/engine";
import { backend } from "../../../../support/backend";
import { resident } from "../../support/residents";
import { settings } from "../../support/settings";
import { beyond, layerOf, numbers, storyOf } from "../../support/stories";
import type { Story } from "../../support/stories";
import { bitsOf, float32, stateOf } from "../../support/tensors";

const shape = [4, 3];
const x = numbers(shape, 1);
const per3 = (seed: number): Tensor => numbers([3], seed, 1.5);

describe(`a resident tensor, on the ${backend} backend, may be given as`, () => {
  const places = [(tensor: Tensor): Tensor => tensor, resident] as const;

  it("a mask", () => {
    const [plain, there] = places.map((place) => {
      const mask = place(float32([4], [1, 0, 1, 1]));
      return bitsOf(new BatchNormalization().call(x, { training: true, mask }));
    });
    expect(there).toBe(plain);
  });

  it("the scale and bias of an adjustment", () => {
    const [plain, there] = places.map((place) => {
      const adjustment = (): readonly [Tensor, Tensor] => [place(per3(1)), place(per3(2))];
      const trace = new BatchNormalization({ adjustment }).trace(x, { training: true });
      return [...storyOf("trace", trace), ...storyOf("gradients", trace.vjp(x))];
    });
    expect(there).toEqual(plain);
  });

  it("a weight, which is copied", () => {
    const layer = new BatchNormalization();
    layer.build(shape);
    const weights = [1, 2, 3, 4].map((seed) => resident(per3(seed)));
    layer.setWeights(weights);
    layer.assign({ beta: resident(per3(9)) });
    for (const weight of weights) weight.data.fill(0);
    weights[0]!.dispose();
    expect(layer.getWeights()).toEqual([1, 9, 3, 4].map(per3));
  });

  it("what an initializer returns, and one of the first weights", () => {
    const gamma_initializer = (): Tensor => resident(per3(1));
    const weights = [1, 2, 3, 4].map((seed) => resident(per3(seed)));
    const layers = [{ gamma_initializer }, { weights }].map((args) => new BatchNormalization(args));
    layers.forEach((layer) => layer.build(shape));
    expect(layers.map((layer) => layer.getWeights()[0])).toEqual([per3(1), per3(1)]);
  });

  it("a bound of renorm", () => {
    const renorm_clipping = { rmax: resident(float32([], [2])) };
    const layer = new BatchNormalization({ renorm: true, renorm_clipping });
    expect(layer.trace(x, { training: true }).renorm?.bounds).toEqual({ rmax: 2 });
  });

  it("a gradient of an optimizer's step", () => {
    const [plain, there] = places.map((place) => {
      const layer = new BatchNormalization();
      layer.build(shape);
      sgd().step(layer, { gamma: place(per3(1)), beta: place(per3(2)) });
      return stateOf(layer);
    });
    expect(there).toEqual(plain);
  });
});

describe(`the same tensor as inputs and dy, on the ${backend} backend,`, () => {
  it.each(settings)("gives what two equal ones give: %s", (_, setting) => {
    const inputs = numbers(setting.shape, 1);
    const told = (given: Tensor, dy: Tensor): Story => {
      const trace = layerOf(setting).trace(given, { ...setting.call, training: true });
      return storyOf("gradients", trace.vjp(dy));
    };
    const expected = told(inputs, numbers(setting.shape, 1));
    const one = resident(inputs);
    expect(beyond(0, told(inputs, inputs), expected)).toEqual([]);
    expect(beyond(0, told(one, one), expected)).toEqual([]);
    expect(one.data).toEqual(inputs.data);
  });
});

describe(`the outputs of one call as the inputs of the next, on the ${backend} backend,`, () => {
  it.each<[string, BatchNormArguments, CallOptions]>([
    ["training", {}, { training: true }],
    ["inference", {}, {}],
    ["renorm", { renorm: true }, { training: true }],
  ])("give what plain ones give, bit for bit: %s", (_, args, options) => {
    const after3 = (start: Tensor): Tensor => {
      const layer = new BatchNormalization(args);
      return [1, 2, 3].reduce((y: Tensor) => layer.call(y, options), start);
    };
    expect(bitsOf(after3(resident(x)))).toBe(bitsOf(after3(x)));
  });
});
