import { describe, expect, it } from "vitest";
import { changesOf, comparedSeries, comparedValues } from "@/components/comparison/comparison";
import { changesSentence } from "@/components/comparison/sentences";
import { comparedArgs } from "@/engine/spec/comparison";
import { defaultExperiment } from "@/engine/spec/experiment";

describe("a quantity over the steps", () => {
  const [one, two] = [Float64Array.of(1, 2, 4), Float64Array.of(1, 5, NaN)];

  it("has the second less the first", () => {
    expect(comparedSeries("moving mean", one, two).difference).toEqual(Float64Array.of(0, 3, NaN));
    expect(comparedSeries("moving mean", two, one).difference).toEqual(Float64Array.of(0, -3, NaN));
  });

  it("is the same list for the same two, so that it is drawn once", () => {
    const { difference } = comparedSeries("moving mean", one, two);
    expect(comparedSeries("moving mean", one, two).difference).toBe(difference);
    expect(comparedSeries("moving mean", one, Float64Array.from(two)).difference).not.toBe(
      difference,
    );
  });

  it("goes as far as both do", () => {
    expect(comparedSeries("loss", one, Float64Array.of(3)).difference).toEqual(Float64Array.of(2));
  });
});

it("values stand beside each other by their names, a missing one as null", () => {
  expect(
    comparedValues({ path: "fused", mean: 1, loss: null }, { path: "fused", mean: 2, loss: 3 }),
  ).toEqual([
    { name: "path", first: "fused", second: "fused" },
    { name: "mean", first: 1, second: 2 },
    { name: "loss", first: null, second: 3 },
  ]);
});

describe("two configurations", () => {
  it("are told apart by what differs, as links write it", () => {
    const other = {
      ...defaultExperiment,
      momentum: 0.9,
      renorm: true,
      renorm_clipping: { rmax: 3 },
      run_update_ops: true,
      name: "bn",
    };
    const changes = changesOf(defaultExperiment, other);
    expect(changes).toEqual([
      { name: "run_update_ops", first: "false", second: "true" },
      { name: "momentum", first: "0.99", second: "0.9" },
      { name: "renorm", first: "false", second: "true" },
      { name: "renorm_clipping", first: "none", second: "rmax:3" },
      { name: "name", first: "none", second: "bn" },
    ]);
    expect(changesSentence(changes.slice(1, 3))).toBe(
      "The second configuration has momentum 0.9 instead of 0.99, renorm true instead of false.",
    );
  });

  it("share the data, its order, the steps and what is drawn", () => {
    const shared = ["data", "own", "order", "seed", "steps", "step", "channel", "shape", "element"];
    const names: readonly string[] = comparedArgs.map(({ name }) => name);
    expect(shared.filter((name) => names.includes(name))).toEqual([]);
  });

  it("invite to a change where nothing differs", () => {
    expect(changesSentence(changesOf(defaultExperiment, defaultExperiment))).toBe(
      "The second configuration is still like the first: change one of its arguments.",
    );
  });
});
