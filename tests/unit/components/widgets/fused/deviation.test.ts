import { describe, expect, it } from "vitest";
import { profiles } from "@/engine/spec/profiles";
import { deviations } from "@/engine/spec/versions/deviations";
import { specimens } from "@/components/widgets/fused/specimens";
import { figureOf } from "./support";

const ids = Object.keys(profiles);
const told = (query: string): string | undefined => figureOf(query).deviation?.id;

describe("what TensorFlow does otherwise", () => {
  it("is told of axis=-4 at rank 4 in the latest V2, as the list of deviations has it", () => {
    const { deviation, choice } = figureOf("axis=-4");
    expect(choice.outcome).toEqual({ fused: false, refusal: null, refusedBy: null });
    expect(deviation).toBe(deviations.find(({ id }) => id === "axis-minus-four"));
    expect(ids.filter((profile) => told(`axis=-4&profile=${profile}`) !== undefined)).toEqual([
      "keras-2-v2",
    ]);
  });

  it.each([
    ["fused=true, which both refuse", "axis=-4&fused=true"],
    ["fused=false", "axis=-4&fused=false"],
    ["another rank", "axis=-4&shape=2,2,2,2,3"],
    ["the axis counted from the front", "axis=0"],
    ["renorm, which the constructor knows of", "axis=-4&renorm=true"],
  ])("is not told of axis=-4 with %s", (_, query) => {
    expect(told(query)).toBeUndefined();
  });

  it("is told of float64 at rank 4 from 1.14 to 2.1, with and without fused=true", () => {
    for (const fused of ["", "&fused=true"]) {
      const where = ids.filter(
        (profile) => told(`dtype=float64${fused}&profile=${profile}`) === "float64-fused",
      );
      expect(where).toEqual(["tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2", "tf-2.1-v1"]);
    }
  });

  it.each(["shape=8,3", "fused=false", "renorm=true", "virtual_batch_size=1", "axis=2"])(
    "is not told of float64 where it would not be fused anyway: %s",
    (query) => {
      expect(told(`dtype=float64&profile=tf-2.1-v1&${query}`)).toBeUndefined();
    },
  );

  it("is not told of any preset, nor of float32", () => {
    for (const { query } of specimens) expect(told(query)).toBeUndefined();
    expect(told("profile=tf-2.1-v1")).toBeUndefined();
  });
});
