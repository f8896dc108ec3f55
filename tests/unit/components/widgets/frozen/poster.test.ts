import { expect, it } from "vitest";
import { parts } from "@/components/widgets/frozen/parts";
import { startOf } from "@/engine/spec/experiment";
import { figureOf } from "./support";

it("the poster says and draws what a fresh run does", () => {
  const kept = parts.model(startOf(parts.widget), parts.poster);
  const fresh = figureOf();
  expect(kept.sentences).toEqual(fresh.sentences);
  expect(kept.groups.map(({ labels }) => labels)).toEqual(fresh.groups.map(({ labels }) => labels));
  expect(kept.mean.moving).toBeAllClose(fresh.mean.moving, { absolute: 1e-6 });
  expect(kept.inference.mean).toBeAllClose(fresh.inference.mean, { absolute: 1e-6 });
  expect(kept.outputDomains).toEqual(fresh.outputDomains);
});
