import { expect, it, vi } from "vitest";
import { DomainUnions } from "@/components/charts/plot/domain-unions";

it("axes of one name have the smallest domain that holds them all", () => {
  const unions = new DomainUnions();
  unions.put("mean", "first", [0, 10]);
  expect(unions.of("mean")).toEqual([0, 10]);
  unions.put("mean", "second", [-5, 8]);
  expect(unions.of("mean")).toEqual([-5, 10]);
  expect(unions.of("variance")).toBeNull();
});

it("an axis that moves or leaves takes its part with it", () => {
  const unions = new DomainUnions();
  unions.put("mean", "first", [0, 10]);
  unions.put("mean", "second", [-5, 8]);
  unions.put("mean", "second", [1, 2]);
  expect(unions.of("mean")).toEqual([0, 10]);
  unions.remove("mean", "first");
  expect(unions.of("mean")).toEqual([1, 2]);
  unions.remove("mean", "second");
  unions.remove("mean", "second");
  expect(unions.of("mean")).toBeNull();
});

it("tells of changes only, and keeps the pair in between", () => {
  const unions = new DomainUnions();
  const listener = vi.fn();
  const end = unions.subscribe(listener);
  unions.put("mean", "first", [0, 10]);
  const known = unions.of("mean");
  unions.put("mean", "first", [0, 10]);
  unions.put("mean", "second", [2, 3]);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(unions.of("mean")).toBe(known);
  unions.put("mean", "second", [2, 30]);
  expect(listener).toHaveBeenCalledTimes(2);
  end();
  unions.put("mean", "second", [2, 300]);
  expect(listener).toHaveBeenCalledTimes(2);
});
