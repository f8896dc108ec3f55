import { expect, it } from "vitest";
import { data } from "@/engine/spec/run/data";
import { isMeasured, measuredDataSets } from "@/engine/spec/run/data-sets";

it("every measured data set is a choice of data, with its credit and licence", () => {
  const choices: readonly string[] = data.options.map((option) => option.value);
  for (const [id, { file, credit, licence, labelColumn }] of Object.entries(measuredDataSets)) {
    expect(choices).toContain(id);
    expect(file).toBe(`data/${id}.csv`);
    expect([credit, licence, labelColumn]).not.toContain("");
  }
});

it("synthetic streams and the reader's own table are not measured", () => {
  const choices: readonly string[] = data.options.map((option) => option.value);
  expect(choices.filter((id) => !isMeasured(id))).toEqual([
    "gaussian", "drift", "heavy-tail", "constant", "own",
  ]); // prettier-ignore
  expect(isMeasured("toString")).toBe(false);
});
