import { describe, expect, it } from "vitest";
import { belongTogether } from "@/components/live-figure/belong-together";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";

const together = (patch: Partial<Experiment>, draws: readonly ExperimentArgName[] = []): boolean =>
  belongTogether(defaultExperiment, { ...defaultExperiment, ...patch }, draws);

describe("two results belong together", () => {
  it("where they differ in what configurations may differ in", () => {
    expect(together({})).toBe(true);
    expect(together({ momentum: 0.5, batch_size: 4, profile: "tf-1.4", frozen_from: 3 })).toBe(
      true,
    );
  });

  it.each([{ data: "drift" }, { seed: 2 }, { steps: 7 }, { step: 7 }, { means: [1] }] as const)(
    "but not where one has %j",
    (patch) => {
      expect(together(patch)).toBe(false);
    },
  );

  it("whatever of them is drawn", () => {
    expect(together({ channel: 3 })).toBe(true);
    expect(together({ step: 7, element: 5 }, ["step", "element"])).toBe(true);
  });
});
