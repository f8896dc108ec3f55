import { describe, expect, it } from "vitest";
import { reachOf } from "@/components/charts/graph/drawing";
import { shortened } from "@/components/charts/graph/name-lines";
import { sharedVariables } from "@/components/widgets/shared-variables/widget";
import { figureOf } from "./support";

/** What a screen of 320 px leaves to the figure. */
const narrowest = 286;

const apart = figureOf();
const shared = figureOf("first_name=bn&name=bn&reuse=true");
const refused = figureOf("first_name=bn&name=bn");
const scoped = figureOf("scope=siamese&scope_reuse=true");

type Model = typeof apart;

const framesOf = ({ drawing }: Model) => (drawing.frames ?? []).map(({ lines }) => lines.join(" "));

const linesOf = ({ drawing, calls }: Model, call: 0 | 1): readonly string[] => {
  const nameOf = (id: string): string =>
    drawing.nodes.find((node) => node.id === id)!.lines.join("");
  const own = new Set(calls[call].operations.map((place) => `operation-${place}`));
  return drawing.edges
    .map(({ id }) => id.split(/-(?=variable)/))
    .filter(([from, to]) => own.has(from!) && to !== undefined)
    .map(([from, to]) => `${nameOf(from!)} ${nameOf(to!)}`);
};

const allLines = [
  "batchnorm gamma",
  "batchnorm beta",
  "batchnorm moving_mean",
  "batchnorm moving_variance",
  "AssignMovingAvg moving_mean",
  "AssignMovingAvg_1 moving_variance",
];

describe("the drawing of two calls", () => {
  it("frames each call below the name of its operations, and each variable scope once", () => {
    expect(framesOf(apart)).toEqual([
      "first call batch_normalization/",
      "second call batch_normalization_1/",
      "batch_normalization/ used by the first",
      "batch_normalization_1/ used by the second",
    ]);
    expect(framesOf(shared)).toEqual([
      "first call bn/",
      "second call bn_1/",
      "bn/ used by both calls",
    ]);
    expect(framesOf(scoped)[0]).toBe("siamese/");
    expect(framesOf(scoped).at(-1)).toBe("batch_normalization/ used by both calls");
  });

  it("leads from each call to the variables that it uses, and to no other", () => {
    for (const model of [apart, shared, scoped]) {
      expect(linesOf(model, 0)).toEqual(allLines);
      expect(linesOf(model, 1)).toEqual(allLines);
    }
    expect(linesOf(refused, 1)).toEqual([]);
    const targets = new Set(
      shared.drawing.edges.map(({ id }) => /variable-\d+$/.exec(id)?.[0]).filter(Boolean),
    );
    expect(targets.size).toBe(4);
    expect(new Set(apart.drawing.edges.map(({ id }) => id)).size).toBe(apart.drawing.edges.length);
  });

  it("lights what a step runs, and nothing where none is run", () => {
    const lit = ({ drawing }: Model): number => drawing.nodes.filter(({ isLit }) => isLit).length;
    // x1 and three operations; four variables.
    expect(lit(shared)).toBe(8);
    expect(lit(apart)).toBe(8);
    expect(lit(figureOf("updates_of=both"))).toBe(16);
    expect(lit(refused)).toBe(0);
  });

  it("shows a refusal in the frame of its call", () => {
    const labels = refused.drawing.nodes.map(({ lines }) => lines.join(""));
    expect(labels).toContain("ValueError");
    const frame = refused.drawing.frames?.find(({ id }) => id === "call-1");
    expect(frame?.look).toBe("broken");
  });

  it.each(sharedVariables.specimens)(
    "has room on a screen of 320 px in $name: no box leaves the drawing or meets another",
    ({ query }) => {
      const { drawing } = figureOf(query);
      const areas = drawing.nodes.map((node) => {
        const reach = reachOf(node);
        const x = (node.x / 100) * narrowest;
        return {
          left: x - reach.x,
          right: x + reach.x,
          top: node.y - reach.y,
          bottom: node.y + reach.y,
        };
      });
      for (const [i, a] of areas.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.right).toBeLessThanOrEqual(narrowest);
        expect(a.bottom).toBeLessThanOrEqual(drawing.height);
        for (const b of areas.slice(i + 1)) {
          const isApart =
            a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
          expect(isApart, `boxes ${i}`).toBe(true);
        }
      }
      for (const { top, height } of drawing.frames ?? []) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top + height).toBeLessThanOrEqual(drawing.height);
      }
    },
  );
});

it.each([
  ["bn/", 21, "bn/"],
  ["batch_normalization_1/", 21, "batch_norm…ization_1/"],
  ["abcdefgh", 5, "ab…gh"],
  ["abcdefgh", 8, "abcdefgh"],
])("%s in %d letters is %s", (name, most, expected) => {
  expect(shortened(name, most)).toBe(expected);
});
