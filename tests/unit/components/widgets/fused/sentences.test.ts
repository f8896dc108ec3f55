import { describe, expect, it } from "vitest";
import { specimens } from "@/components/widgets/fused/specimens";
import { figureOf } from "./support";

const said = (query: string): readonly string[] => figureOf(query).sentences;

const binding =
  "In this version fused=true is binding: 8 of the 12 cases below are refused. With fused=null the layer takes the fused implementation wherever it can.";

describe("the sentences", () => {
  it("tell what was decided, and what the moving variances come to", () => {
    expect(said("")).toEqual([
      "All 8 questions are answered with yes: with inputs of shape [2, 2, 2, 3] the layer takes the fused implementation.",
      "After step 50 the moving variance of channel 0 is 1.089 unfused and 1.244 fused: the first goes to the variance of the 8 elements, v = 1.09, and the second to v · 8/7, which is 14.3\u00a0% more.",
      binding,
    ]);
  });

  it("name the question that decides and its values", () => {
    expect(said("shape=8,3")[0]).toBe(
      "The layer runs unfused, for shape [8, 3], rank 2: question 7 of 8 decides.",
    );
    expect(said("shape=8,3").at(-1)).toBe(
      "The same numbers in the shape [8, 1, 1, 3] would run fused: the two moving variances drawn are those of the same numbers.",
    );
    expect(said("fused=false")[0]).toBe(
      "The layer runs unfused, as it was told: question 1 of 8 decides.",
    );
  });

  it("tell a refusal for fused=true from any other", () => {
    expect(said("renorm=true&fused=true")[0]).toBe(
      "fused=true cannot be honoured, for renorm=true: the constructor refuses the layer with a ValueError.",
    );
    expect(said("shape=8,3&fused=true")[0]).toBe(
      "fused=true cannot be honoured, for shape [8, 3], rank 2: build refuses the layer with a ValueError.",
    );
    expect(said("axis=4")).toEqual([
      "The layer is refused by build for a reason of its own, which stands in the figure.",
      binding,
    ]);
    expect(said("virtual_batch_size=3")[0]).toBe(
      "The layer is refused by the call for a reason of its own, which stands in the figure.",
    );
  });

  it("tell of a wish that is let drop", () => {
    const sentences = said("virtual_batch_size=1&fused=true&profile=tf-2.3-v1");
    expect(sentences[0]).toBe(
      "The layer runs unfused, for virtual_batch_size=1, although fused=true asks for the other: question 5 of 8 decides.",
    );
    expect(sentences).toContain(
      "In this version fused=true is a wish, and the same as fused=null: where it cannot be, the layer runs unfused, and no error says so.",
    );
  });

  it("tell of a moving variance that follows neither rule", () => {
    expect(said("virtual_batch_size=1")[2]).toMatch(
      /^The layer’s own is \d[.\d]+: it goes to the average of the ghost batches’ variances, which leaves out what differs between them\.$/,
    );
    expect(said("renorm=true")[2]).toMatch(/^The layer’s own is \d[.\d]+: with renorm it moves by/);
    expect(said("")).toHaveLength(3);
  });

  it("tell of single elements, and of an epsilon that is raised", () => {
    expect(said("shape=1,1,1,3")[1]).toBe(
      "Each channel has one element, whose variance is 0: the factor m/(m − 1) counts as 1, and both implementations let the moving variance fall to 0.",
    );
    const raised = "The fused operation of this version raises epsilon from 1e−6 to 1.001e−5.";
    expect(said("epsilon=0.000001&profile=tf-2.3-v2")).toContain(raised);
    expect(said("epsilon=0.000001")).not.toContain(raised);
    expect(said("epsilon=0.000001&profile=tf-2.3-v2&fused=false")).not.toContain(raised);
  });

  it("of the specimens begin differently each", () => {
    const seen = specimens.map(({ query }) => said(query).join(" "));
    expect(new Set(seen).size).toBe(specimens.length);
    for (const text of seen) expect(text).not.toMatch(/NaN|undefined|null [a-z]+ null/);
  });
});
