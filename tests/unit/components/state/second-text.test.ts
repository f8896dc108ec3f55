import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSecond, encodeSecond, withSecond } from "@/components/state/second-text";
import { comparedArgs, isCompared } from "@/engine/spec/comparison";
import { defaultExperiment, experimentArgs } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { seeded } from "../../engine/support/arbitraries";
import { anyExperiment } from "../support/experiments";

const changed = (patch: Partial<Experiment>): Experiment => ({ ...defaultExperiment, ...patch });

/** The first, but for what a second may have of its own. */
const mixed = (first: Experiment, other: Experiment): Experiment => ({
  ...first,
  ...(Object.fromEntries(comparedArgs.map(({ name }) => [name, other[name]])) as object),
});

describe("the second configuration of a link", () => {
  it("is none where a link holds none", () => {
    expect(decodeSecond(null, defaultExperiment)).toEqual({ second: null, warnings: [] });
  });

  it("is like the first where it changes nothing", () => {
    const first = changed({ momentum: 0.5, seed: 7 });
    expect(decodeSecond("", first)).toEqual({ second: first, warnings: [] });
    expect(encodeSecond(first, first)).toBe("");
  });

  it("is the first but for what it changes", () => {
    const first = changed({ epsilon: 0.1, data: "gaussian" });
    expect(decodeSecond("momentum=0.5&renorm=true", first).second).toEqual({
      ...first,
      momentum: 0.5,
      renorm: true,
    });
  });

  it("reads back equal (500 pairs)", () => {
    fc.assert(
      fc.property(anyExperiment, anyExperiment, (first, other) => {
        const second = mixed(first, other);
        const text = encodeSecond(second, first);
        expect(decodeSecond(text, first)).toEqual({ second, warnings: [] });
        expect(encodeSecond(second, first)).toBe(text);
      }),
      seeded(500),
    );
  });

  it("shares data, order and steps with the first", () => {
    const shared = ["data", "own", "means", "seed", "steps", "step", "channel"] as const;
    for (const name of shared) expect(isCompared(name), name).toBe(false);
    const first = changed({});
    expect(decodeSecond("steps=7&momentum=0.5", first)).toEqual({
      second: changed({ momentum: 0.5 }),
      warnings: [
        'The second configuration holds "steps", in which it cannot differ from the first. It is ignored.',
      ],
    });
  });

  it("names a value that breaks its rule, and takes the first's", () => {
    const first = changed({ momentum: 0.9 });
    expect(decodeSecond("momentum=2", first)).toEqual({
      second: first,
      warnings: [
        'In the second configuration, momentum must be a number from 0 to 1. Received: momentum="2". Using 0.9 instead.',
      ],
    });
  });

  it("can have every argument of the layer of its own", () => {
    const own = experimentArgs.filter(({ where }) => where !== "run").map(({ name }) => name);
    expect(own.filter((name) => !isCompared(name))).toEqual([]);
  });

  it("can be without what the first has", () => {
    const first = changed({ name: "bn", scope: "", renorm_clipping: { rmax: 3 }, fused: true });
    const second = { ...first, name: null, scope: null, renorm_clipping: null, fused: null };
    const text = encodeSecond(second, first);
    expect(decodeSecond(text, first).second).toEqual(second);
  });

  it("stands last in a query", () => {
    expect(withSecond("?momentum=0.5", null, defaultExperiment)).toBe("?momentum=0.5");
    expect(withSecond("?momentum=0.5", changed({ renorm: true }), defaultExperiment)).toBe(
      "?momentum=0.5&compare=renorm%3Dtrue",
    );
    expect(withSecond("", defaultExperiment, defaultExperiment)).toBe("?compare=");
  });
});
