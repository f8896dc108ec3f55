import { describe, expect, it } from "vitest";
import { compareCalls } from "@/components/widgets/shared-variables/compare";
import { figureOf } from "./support";

const compared = (one: string, two: string) =>
  compareCalls({ model: figureOf(one) }, { model: figureOf(two) });

const shared = "first_name=bn&name=bn&reuse=true";

describe("two programs of two calls", () => {
  it("are told apart by what their calls share and by what the second makes of an example", () => {
    expect(compared("", shared)?.sentences).toEqual([
      "With the first the calls share no variable, with the second both calls use the same 4 variables.",
      expect.stringMatching(
        /^After step 10 the second call makes of its first example in inference mode [\d.]+ with the first and [−\d.]+ with the second\.$/,
      ) as string,
    ]);
  });

  it("have the numbers of both calls beside each other", () => {
    const [one, two] = [figureOf(), figureOf(shared)];
    const { course, values } = compareCalls({ model: one }, { model: two })!;
    const { series } = course!;
    expect(series[0]!.first).toBe(one.trained!.movingMeans[1]);
    expect(series[0]!.second).toBe(two.trained!.movingMeans[1]);
    const of = (name: string) => values.find((value) => value.name === name);
    expect(of("of these used by both calls")).toMatchObject({ first: 0, second: 4 });
    expect(of("second output, inference")).toMatchObject({
      first: one.trained!.inferenceOutput[10],
      second: two.trained!.inferenceOutput[10],
    });
  });

  it("may end alike, or one with an error", () => {
    expect(compared(shared, `${shared}&momentum=0.5`)?.sentences[0]).toBe(
      "With either configuration both calls use the same 4 variables.",
    );
    const refused = compared("", "first_name=bn&name=bn")!;
    expect(refused.sentences).toEqual([
      "With the first the calls share no variable, with the second the program ends with a ValueError.",
    ]);
    expect(refused.course).toBeNull();
    expect(refused.values.find(({ name }) => name === "refusal")).toEqual({
      name: "refusal",
      first: null,
      second: "ValueError",
    });
  });

  it("are not compared where they look at different steps", () => {
    expect(compared("", "step=7")).toBeNull();
  });
});
