import { expect, it } from "vitest";
import { parts } from "@/components/widgets/update-ops/parts";
import { posterModelOf } from "../../support/poster-model";
import { figureOf } from "./support";

const posterModel = posterModelOf(parts);

const fresh = figureOf();
const close = { relative: 1e-6, absolute: 1e-6 };

it("the poster's numbers are those of a fresh loop within 1e-6", () => {
  for (const which of ["mean", "variance"] as const) {
    expect(posterModel[which].batch).toBeAllClose(fresh[which].batch, close);
    expect(posterModel[which].moving).toBeAllClose(fresh[which].moving, close);
  }
  for (const of of ["training", "inference"] as const) {
    expect(posterModel.outputs[of]).toBeAllClose(fresh.outputs[of], close);
    expect(posterModel.losses[of]).toBeAllClose(fresh.losses[of], close);
  }
  expect(posterModel.losses.fetched).toBeAllClose(fresh.losses.fetched, close);
  expect(posterModel.outputs.domain).toEqual(fresh.outputs.domain);
});

it("the poster draws the same graph and says the same", () => {
  expect(posterModel.drawing).toEqual(fresh.drawing);
  expect(posterModel.program).toEqual(fresh.program);
  expect(posterModel.sentences).toEqual(fresh.sentences);
  expect(posterModel.channelNames).toEqual(["alcohol"]);
});
