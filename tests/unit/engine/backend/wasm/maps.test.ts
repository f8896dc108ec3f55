import { describe, expect, it } from "vitest";
import type { Kernels, Operand } from "@/engine/backend/kernels";
import { referenceKernels } from "@/engine/backend/reference";
import { firstDifference, simdKernels, written } from "../../support/kernels";
import { layouts, uniform, uniformPerChannel } from "../../support/layouts";
import type { Layout } from "../../support/layouts";

/** What a kernel writes for a layout whose numbers come from the seed. */
type Run = (kernels: Kernels, layout: Layout, seed: number, out: Operand) => void;

const round = Math.fround;
const coefficients = ({ view }: Layout, seed: number) => ({
  mean: uniformPerChannel(view, seed + 1),
  scale: uniformPerChannel(view, seed + 2),
  offset: uniformPerChannel(view, seed + 3),
  round,
});

const maps: Readonly<Record<string, Run>> = {
  affine: (kernels, layout, seed, out) => {
    const x = { data: uniform(layout.view.elementCount, seed) };
    kernels.affine(x, layout.view, coefficients(layout, seed), out);
  },
  centredAffine: (kernels, layout, seed, out) => {
    const x = { data: uniform(layout.view.elementCount, seed) };
    kernels.centredAffine(x, layout.view, coefficients(layout, seed), out);
  },
  inputGradients: (kernels, layout, seed, out) => {
    const { mean, scale, offset } = coefficients(layout, seed);
    const x = { data: uniform(layout.view.elementCount, seed) };
    const dy = { data: uniform(layout.view.elementCount, seed + 5) };
    const line = {
      mean,
      slope: scale,
      curvature: uniformPerChannel(layout.view, seed + 4),
      offset,
    };
    kernels.inputGradients({ x, dy }, layout.view, { ...line, round }, out);
  },
};

describe.each(Object.entries(maps))("the kernel %s", (_, run) => {
  it.each(layouts)("writes what the reference writes, bit for bit, on %s", (_group, all) => {
    const differences = all.flatMap((layout, seed) => {
      const [found, expected] = [simdKernels, referenceKernels].map((kernels) =>
        written(layout.view.elementCount, (out) => run(kernels, layout, seed, out)),
      );
      const difference = firstDifference(found!, expected!);
      return difference === null ? [] : [`${layout.name} ${difference}`];
    });
    expect(differences).toEqual([]);
  });
});
