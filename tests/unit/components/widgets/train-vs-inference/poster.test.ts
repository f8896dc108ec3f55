import { expect, it } from "vitest";
import { parts } from "@/components/widgets/train-vs-inference/parts";
import { startOf } from "@/engine/spec/experiment";
import { figureOf } from "./support";

it("the poster says and draws what a fresh run does", () => {
  const kept = parts.model(startOf(parts.widget), parts.poster);
  const fresh = figureOf();
  expect(kept.sentences).toEqual(fresh.sentences);
  expect(kept.companies.map(({ name, note }) => [name, note])).toEqual(
    fresh.companies.map(({ name, note }) => [name, note]),
  );
  const outputs = ({ companies }: typeof fresh): readonly number[] =>
    companies.map(({ training }) => training?.output ?? NaN);
  expect(outputs(kept)).toBeAllClose(outputs(fresh), { absolute: 1e-6 });
  expect([kept.inputScale.domain, kept.outputDomain]).toEqual([
    fresh.inputScale.domain,
    fresh.outputDomain,
  ]);
});

it("an example beyond the batch is named, and one within it is not", () => {
  const model = figureOf({ example: 31 });
  const warned = (example: number) =>
    parts.warnings?.({ ...startOf(parts.widget), example }, model);
  expect(warned(31)).toEqual([]);
  expect(warned(40)).toEqual([
    "example must be an integer from 0 to 31 for this batch. Received: example=40. Using 31 instead.",
  ]);
});
