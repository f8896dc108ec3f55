import { describe, expect, it } from "vitest";
import { stateOf } from "../support/tensors";
import { eagerIn } from "./support/called-layer";
import { layerIn, tensorOf } from "./support/layers";
import { expectMovedTo, expectNorm100, expectNormalized } from "./support/norm-100";
import { uniform } from "./support/numbers";
import { v1Profiles } from "./support/profiles";

const shape = [5, 4, 3, 6];
const inputs = (seed: number) => tensorOf(shape, uniform(shape, seed));
const args = { axis: -1, momentum: 0.9, epsilon: 1e-3 };

describe.each(v1Profiles)("%s", (profile) => {
  it("testFunctionalNoReuse: name 'bn' names the variables, and 100 training calls normalize", () => {
    const called = eagerIn(profile)({ ...args, name: "bn" }, shape);
    expectNorm100(called, inputs(1), [3]);
    expect(called.layer.weights.map(({ name }) => name)).toEqual([
      "bn/gamma",
      "bn/beta",
      "bn/moving_mean",
      "bn/moving_variance",
    ]);
  });

  it("testFunctionalReuse: 100 training calls on a second input move the shared statistics to it", () => {
    const layer = layerIn(profile, { ...args, name: "bn" });
    const [first, second] = [inputs(1), inputs(2)];
    layer.call(first, { training: false });
    for (let call = 0; call < 99; call++) layer.call(second, { training: true });
    // The mean holds to two decimal places.
    expectNormalized(layer.call(second, { training: true }), 0.005);
    expectMovedTo(layer, second, [3]);
    expectNormalized(layer.call(second, { training: false }), 0.005);
  });

  it("testFunctionalReuseFromScope: using it again creates no variable: 4 besides the input", () => {
    const layer = layerIn(profile, args);
    layer.call(inputs(1));
    const before = stateOf(layer);
    layer.call(inputs(1));
    layer.build(shape);
    expect(layer.weights.length).toBe(4);
    expect(stateOf(layer)).toEqual(before);
  });
});
