import { expect, it } from "vitest";
import { headLines } from "@/components/charts/cells/cell-row";

it.each([
  ["alcohol", ["alcohol"]],
  ["body_mass_g", ["body_mass_g"]],
  ["beak_length_mm", ["beak_", "length_mm"]],
  ["alcalinity_of_ash", ["alcalinity_", "of_ash"]],
  ["nonflavanoid_phenols", ["nonflavano…"]],
  ["od280_od315_of_diluted_wines", ["od280_", "od315_of_d…"]],
  ["two words here", ["two words", "here"]],
])("%s is written as %j", (name, lines) => {
  expect(headLines(name)).toEqual(lines);
});
