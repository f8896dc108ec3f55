import { describe, expect, it } from "vitest";
import type { ArgSpec } from "@/engine/spec/arg-spec";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { center } from "@/engine/spec/args/center";
import { epsilon } from "@/engine/spec/args/epsilon";
import { momentum } from "@/engine/spec/args/momentum";
import { runArgs } from "@/engine/spec/run/run-args";
import { check, checkForSite, siteRule } from "@/engine/spec/validate";

const all: readonly ArgSpec[] = [...documentedArgs, ...runArgs];
const bounded = all.filter((spec) => "bounds" in spec);
const sliders = all.filter((spec) => "stops" in spec);
const named = (name: string): ArgSpec => all.find((spec) => spec.name === name)!;

describe.each(sliders.map((spec) => [spec.name, spec] as const))("the stops of %s", (_, spec) => {
  it("ascend strictly", () => {
    expect([...spec.stops].sort((a, b) => a - b)).toEqual(spec.stops);
    expect(new Set(spec.stops).size).toBe(spec.stops.length);
  });

  it("lie within its bounds, where its default also lies", () => {
    for (const value of [spec.default, ...spec.stops]) {
      expect(checkForSite(spec, value)).toEqual({ ok: true, value });
    }
  });
});

describe.each(bounded.map((spec) => [spec.name, spec] as const))(
  "the bounds of %s",
  (name, spec) => {
    const { min, max } = spec.bounds;
    const wrap = (value: number): number | number[] =>
      spec.kind === "numbers" ? Array.from({ length: spec.minLength ?? 1 }, () => value) : value;

    it("are accepted themselves", () => {
      expect(checkForSite(spec, wrap(min))).toEqual({ ok: true, value: wrap(min) });
      expect(checkForSite(spec, wrap(max))).toEqual({ ok: true, value: wrap(max) });
    });

    it.each([min - 1, max + 1])("refuse %d on this site with a whole message", (value) => {
      const wrapped = wrap(value);
      const shown = typeof wrapped === "number" ? wrapped : `[${wrapped.join(", ")}]`;
      expect(checkForSite(spec, wrap(value))).toEqual({
        ok: false,
        kind: "ValueError",
        message: `${name} must be ${siteRule(spec)}. Received: ${name}=${shown}`,
      });
    });

    it.each([min - 1, max + 1])("do not bind the engine: %d passes the plain check", (value) => {
      expect(check(spec, wrap(value))).toEqual({ ok: true, value: wrap(value) });
    });
  },
);

describe("a value given on this site", () => {
  it("is refused with the bounds when it is no number at all", () => {
    expect(checkForSite(momentum, "0.9")).toEqual({
      ok: false,
      kind: "ValueError",
      message: 'momentum must be a number from 0 to 1. Received: momentum="0.9"',
    });
    expect(checkForSite(epsilon, Number.NaN)).toEqual({
      ok: false,
      kind: "ValueError",
      message: "epsilon must be a number from 0 to 1000. Received: epsilon=NaN",
    });
  });

  it("is refused between integers where integers are meant", () => {
    expect(checkForSite(named("batch_size"), 2.5)).toEqual({
      ok: false,
      kind: "ValueError",
      message: "batch_size must be an integer from 1 to 4096. Received: batch_size=2.5",
    });
  });

  it("may be null where an argument counts or leaves it open, and else is an integer", () => {
    expect(checkForSite(named("virtual_batch_size"), null)).toEqual({ ok: true, value: null });
    expect(checkForSite(named("virtual_batch_size"), 2.5)).toEqual({
      ok: false,
      kind: "ValueError",
      message:
        "virtual_batch_size must be an integer from 1 to 4096, or null. Received: virtual_batch_size=2.5",
    });
    expect(checkForSite(named("batch_size"), null)).toMatchObject({ ok: false });
  });

  it("is refused when one number of a list is out of bounds, or the list too long", () => {
    const rule = "means must be 1 to 16 numbers from -1000000 to 1000000, separated by commas";
    expect(checkForSite(named("means"), [0, 1e7])).toEqual({
      ok: false,
      kind: "ValueError",
      message: `${rule}. Received: means=[0, 10000000]`,
    });
    const seventeen = Array.from({ length: 17 }, () => 1);
    expect(checkForSite(named("means"), seventeen)).toEqual({
      ok: false,
      kind: "ValueError",
      message: `${rule}. Received: means=[${seventeen.join(", ")}]`,
    });
  });

  it("is checked as by the engine where an argument has no bounds", () => {
    expect(siteRule(center)).toBe("true or false");
    expect(checkForSite(center, "no")).toEqual({
      ok: false,
      kind: "TypeError",
      message: 'center must be true or false. Received: center="no"',
    });
    expect(checkForSite(center, false)).toEqual({ ok: true, value: false });
  });
});
