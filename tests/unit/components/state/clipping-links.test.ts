import { describe, expect, it } from "vitest";
import { decode, queryOf } from "@/components/state/url-codec";
import { defaultExperiment } from "@/engine/spec/experiment";

const cases = [
  [
    "rmax:1@25~3@200",
    {
      rmax: [
        [25, 1],
        [200, 3],
      ],
    },
  ],
  ["rmin:0.5,dmax:0@10", { rmin: 0.5, dmax: [[10, 0]] }],
] as const;

describe("a schedule in a link", () => {
  it.each(cases)("is read and written as %s", (text, renorm_clipping) => {
    const { experiment, warnings } = decode({ renorm_clipping: text });
    expect(warnings).toEqual([]);
    expect(experiment.renorm_clipping).toEqual(renorm_clipping);
    const query = queryOf({ ...defaultExperiment, renorm_clipping });
    expect(new URLSearchParams(query).get("renorm_clipping")).toBe(text);
  });

  it.each([
    "rmax:1@",
    "rmax:@5",
    "rmax:1@5@6",
    "rmax:1~3",
    "rmax:1@9~3@5",
    "rmax:1@5~3@5",
    "rmax:x@5",
  ])("is refused as %s", (text) => {
    expect(decode({ renorm_clipping: text })).toEqual({
      experiment: defaultExperiment,
      warnings: [
        `renorm_clipping must be finite numbers or schedules of value@step as in rmin:0.5,rmax:1@1~3@100,dmax:5, or none. Received: renorm_clipping="${text}". Using none instead.`,
      ],
    });
  });
});
