import { describe, expect, it } from "vitest";
import { stateOf } from "../support/tensors";
import { axesSuite } from "./suites/axes";
import { eagerIn } from "./support/called-layer";
import { around100, expectNorm100 } from "./support/norm-100";
import { v1Profiles } from "./support/profiles";

const shape = [5, 4, 3, 6];

describe.each(v1Profiles)("%s", (profile) => {
  axesSuite(eagerIn(profile));

  it("testBooleanLearningPhase: training=true moves the statistics, training=false changes nothing", () => {
    const called = eagerIn(profile)({ axis: -1, epsilon: 1e-3, momentum: 0.9 }, shape);
    const { layer, call } = called;
    const x = around100(shape);
    call(x, false);
    expect(layer.getWeights().map(({ data }) => Array.from(data))).toEqual(
      [1, 0, 0, 1].map((value) => new Array<number>(6).fill(value)),
    );
    // In training the mean holds to two decimal places.
    expectNorm100(called, x, [3], 0.005);
    const before = stateOf(layer);
    call(x, false);
    expect(stateOf(layer)).toEqual(before);
  });
});
