import { expect, it } from "vitest";
import { chosenIn } from "@/components/layout/chosen-preset";
import type { Specimen } from "@/components/widgets/define-widget";

const specimen = (name: string, query: string): Specimen => ({
  name,
  query,
  lesson: "It teaches.",
  screenshot: false,
});

const settled = specimen("settled", "");
const warmingUp = specimen("warming-up", "step=10");
const clipped = specimen("clipped", "renorm=true&step=3");
const specimens = [settled, warmingUp, clipped];

it("A preset is chosen by its query, in whatever order its keys stand.", () => {
  expect(chosenIn(specimens, "step=3&renorm=true", null)).toEqual({
    specimen: clipped,
    isMovedOn: false,
  });
  expect(chosenIn(specimens, "", clipped)).toEqual({ specimen: settled, isMovedOn: false });
});

it("It stays chosen while only the step is another.", () => {
  expect(chosenIn(specimens, "renorm=true&step=4", null)).toEqual({
    specimen: clipped,
    isMovedOn: true,
  });
  expect(chosenIn(specimens, "renorm=true", clipped)).toEqual({
    specimen: clipped,
    isMovedOn: true,
  });
});

it("Of presets that differ in the step only, the last one stays chosen, and without one none is.", () => {
  expect(chosenIn(specimens, "step=11", warmingUp)).toEqual({
    specimen: warmingUp,
    isMovedOn: true,
  });
  expect(chosenIn(specimens, "step=11", settled)).toEqual({ specimen: settled, isMovedOn: true });
  expect(chosenIn(specimens, "step=11", null)).toBeNull();
  expect(chosenIn(specimens, "step=11", clipped)).toBeNull();
});

it("Any other difference is the reader's own settings.", () => {
  expect(chosenIn(specimens, "renorm=true&step=3&momentum=0.5", clipped)).toBeNull();
});
