import { describe, expect, it } from "vitest";
import { parts } from "@/components/widgets/fused/parts";
import { specimens } from "@/components/widgets/fused/specimens";
import type { FigureModel } from "@/components/widgets/fused/figure-model";
import { profiles } from "@/engine/spec/profiles";
import { posterModelOf } from "../../support/poster-model";
import { figureOf } from "./support";

const posterModel = posterModelOf(parts);

const states = ({ path }: FigureModel): string => path.map(({ state }) => state[0]).join("");
const taken = ({ ends }: FigureModel): readonly string[] =>
  ends.filter(({ isTaken }) => isTaken).map(({ kind }) => kind);
const deciding = ({ path }: FigureModel) => path.find(({ state }) => state === "deciding");

describe("the path", () => {
  it("passes every question of a layer that is fused", () => {
    const figure = figureOf();
    expect(states(figure)).toBe("pppppppp");
    expect(taken(figure)).toEqual(["fused"]);
    expect(figure.path.map(({ question, values }) => [question, values])).toEqual([
      ["Does fused allow it?", "fused=null"],
      ["Is renorm off?", "renorm=false"],
      ["Is there one axis, and is it −4, −3, −1, 1, 3 or 4?", "axis=−1"],
      ["Are there no ghost batches?", "virtual_batch_size=null"],
      ["Is there no adjustment?", "adjustment=null"],
      ["Is dtype float16 or float32?", 'dtype="float32"'],
      ["Do the inputs have rank 4 or 5?", "shape [2, 2, 2, 3], rank 4"],
      ["Is it, at rank 4, axis 1 or 3?", "axis=−1 of 4 axes"],
    ]);
    expect(figure.path.map(({ leadsTo }) => leadsTo)).toEqual([
      ...Array<string>(7).fill("goes on"),
      "fused",
    ]);
  });

  it("ends at the first no, and asks nothing after it", () => {
    const figure = figureOf("virtual_batch_size=1&dtype=float64");
    expect(states(figure)).toBe("pppduuuu");
    expect(taken(figure)).toEqual(["unfused"]);
    expect(deciding(figure)).toMatchObject({
      subject: "virtual_batch_size",
      isYes: false,
      values: "virtual_batch_size=1",
      leadsTo: "not fused",
    });
    expect(figure.path[5]).toMatchObject({ isYes: false, leadsTo: "not asked" });
  });

  it("ends in a ValueError where fused=true is binding, and the end has the layer's message", () => {
    const figure = figureOf("virtual_batch_size=1&fused=true");
    expect(states(figure)).toBe("pppduuuu");
    expect(deciding(figure)?.leadsTo).toBe("ValueError");
    expect(taken(figure)).toEqual(["refused"]);
    expect(figure.ends[2]).toEqual({
      kind: "refused",
      title: "ValueError",
      note: "the constructor: fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=1",
      isTaken: true,
    });
    expect(figure.variance?.own).toBeNull();
  });

  it("ends unfused where it is not, in V1's order", () => {
    const figure = figureOf("virtual_batch_size=1&fused=true&profile=tf-2.3-v1");
    expect(figure.path.map(({ askedBy }) => askedBy)).toEqual([
      "constructor",
      ...Array<string>(7).fill("build"),
    ]);
    expect(deciding(figure)?.subject).toBe("virtual_batch_size");
    expect(taken(figure)).toEqual(["unfused"]);
  });

  it("reads the regularizers in TensorFlow 1.4", () => {
    const figure = figureOf("profile=tf-1.4&gamma_regularizer=l2");
    expect(deciding(figure)).toMatchObject({
      subject: "regularizer",
      values: 'gamma_regularizer="l2", beta_regularizer=null',
    });
  });

  it("stops at a refusal for another reason without having decided", () => {
    const figure = figureOf("axis=4");
    expect(states(figure)).toBe("pppppp");
    expect(deciding(figure)).toBeUndefined();
    expect(taken(figure)).toEqual(["refused"]);
    expect(figure.variance).toBeNull();
    expect(figure.channelNames).toEqual(["channel 0"]);
    expect(figure.ends[2]?.note).toMatch(/^build: Invalid axis: axis must be in \[-4, 4\)/);
  });

  it("has for every specimen one end, and at most one question that decides", () => {
    for (const { query, name } of specimens) {
      const figure = figureOf(query);
      expect(taken(figure), name).toHaveLength(1);
      expect(states(figure), name).toMatch(/^p*d?u*$/);
    }
  });
});

describe("the moving variances", () => {
  it("are the chosen channel's at the chosen step", () => {
    const { variance, choice } = figureOf("channel=2&step=7");
    const { variances } = choice;
    expect(variance?.chosen).toEqual({
      unfused: variances?.unfused[7 * 3 + 2],
      fused: variances?.fused[7 * 3 + 2],
      other: null,
    });
    expect(variance?.fused).toHaveLength(51);
    expect(variance?.biased).toBe(variances?.biased[2]);
    expect(variance?.unbiased).toBeCloseTo((variances?.biased[2] ?? NaN) * (8 / 7), 12);
  });

  it("say which is the layer's own", () => {
    const own = (query: string) => figureOf(query).variance?.own;
    expect(own("")).toBe("fused");
    expect(own("fused=false")).toBe("unfused");
    expect(own("virtual_batch_size=1")).toBe("other");
    expect(own("renorm=true")).toBe("other");
    expect(own("virtual_batch_size=3")).toBeNull();
  });

  it("arrive where they are going: within 1e-5 of v and of 8/7 of it after 150 steps at momentum 0.9", () => {
    const { variance } = figureOf("steps=150&step=150");
    const { biased = NaN, unbiased = NaN, chosen } = variance ?? {};
    expect(Math.abs((chosen?.unfused ?? NaN) / biased - 1)).toBeLessThan(1e-5);
    expect(Math.abs((chosen?.fused ?? NaN) / unbiased - 1)).toBeLessThan(1e-5);
  });
});

describe("the cases", () => {
  it("lead where they say, in every version", () => {
    for (const profile of Object.keys(profiles)) {
      const start = figureOf(profile === "keras-2-v2" ? "" : `profile=${profile}`);
      for (const { patch, answer, refusal } of start.cases) {
        const query = new URLSearchParams(
          Object.entries(patch).flatMap(([name, value]) =>
            value === null
              ? []
              : [
                  [
                    name,
                    typeof value === "object" && !Array.isArray(value)
                      ? "scale:0.1,bias:0"
                      : String(value),
                  ],
                ],
          ),
        );
        query.set("profile", profile);
        const there = figureOf(query.toString());
        expect(there.choice.outcome.refusal?.message, answer).toBe(refusal?.message);
        expect(there.cases.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
        expect(there.cases.find(({ isCurrent }) => isCurrent)?.answer).toBe(answer);
      }
    }
  });

  it("are told as programs and messages have them", () => {
    const { cases } = figureOf();
    expect(cases[0]).toMatchObject({ call: "fused=true, shape [2, 4, 4, 3]", answer: "fused" });
    expect(cases[3]).toMatchObject({
      call: "fused=true, axis=−4, shape [2, 4, 4, 3]",
      answer: "ValueError from build",
    });
    expect(cases[6]?.call).toBe(
      'fused=true, adjustment={"scale":0.1,"bias":0}, shape [2, 4, 4, 3]',
    );
    expect(cases.at(-1)?.answer).toBe("not fused, no error");
    expect(cases.some(({ isCurrent }) => isCurrent)).toBe(false);
  });
});

it("the poster is the figure at its start, to 1e-6", () => {
  const fresh = figureOf();
  expect(posterModel.sentences).toEqual(fresh.sentences);
  expect(posterModel.path).toEqual(fresh.path);
  expect(posterModel.ends).toEqual(fresh.ends);
  expect(posterModel.cases).toEqual(fresh.cases);
  for (const of of ["fused", "unfused"] as const) {
    expect(posterModel.variance?.[of]).toBeAllClose(fresh.variance![of], {
      relative: 1e-6,
      absolute: 1e-6,
    });
  }
});
