import { expect, it } from "vitest";
import { parts } from "@/components/widgets/adjustment/parts";
import { planeSentence, pointsText } from "@/components/widgets/adjustment/sentences";
import { startOf } from "@/engine/spec/experiment";
import { figureOf } from "./support";

it("the poster says and draws what a fresh run does", () => {
  const kept = parts.model(startOf(parts.widget), parts.poster);
  const fresh = figureOf();
  expect(kept.sentences).toEqual(fresh.sentences);
  expect(kept.draws!.scales).toBeAllClose(fresh.draws!.scales, { absolute: 1e-6 });
  expect(kept.draws!.count).toBe(13);
  expect(pointsText(kept.draws!)).toBe(pointsText(fresh.draws!));
  expect(planeSentence(kept.draws!, 100)).toBe(planeSentence(fresh.draws!, 100));
  expect(kept.draws!.biasSeries).toBeAllClose(fresh.draws!.biasSeries, { absolute: 1e-6 });
  const outputs = ({ batch }: typeof fresh): readonly number[] =>
    batch.flatMap(({ adjusted, unadjusted, inference }) => [adjusted, unadjusted, inference]);
  expect(outputs(kept)).toBeAllClose(outputs(fresh), { absolute: 1e-6 });
  expect(kept.addedDomain).toEqual(fresh.addedDomain);
  expect(kept.outputDomain).toEqual(fresh.outputDomain);
});
