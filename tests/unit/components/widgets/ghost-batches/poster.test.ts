import { expect, it } from "vitest";
import { parts } from "@/components/widgets/ghost-batches/parts";
import { startOf } from "@/engine/spec/experiment";
import { figureOf } from "./support";

it("the poster says and draws what a fresh run does", () => {
  const kept = parts.model(startOf(parts.widget), parts.poster);
  const fresh = figureOf();
  expect(kept.sentences).toEqual(fresh.sentences);
  expect(kept.ghosts.map(({ examples }) => examples)).toEqual(
    fresh.ghosts.map(({ examples }) => examples),
  );
  expect(kept.variance.moving).toBeAllClose(fresh.variance.moving, { relative: 1e-6 });
  expect([kept.inputDomain, kept.outputDomain]).toEqual([fresh.inputDomain, fresh.outputDomain]);
});
