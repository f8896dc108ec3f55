import { describe, expect, it } from "vitest";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { profiles } from "@/engine/spec/profiles";
import type { ProfileSwitches } from "@/engine/spec/profiles";
import { deviations } from "@/engine/spec/versions/deviations";
import { switchRows } from "@/engine/spec/versions/switch-texts";

const all: readonly ProfileSwitches[] = Object.values(profiles);
const rows = switchRows(all);

describe("the comparison of versions", () => {
  it("has a row for every switch", () => {
    const switches = Object.keys(profiles["keras-2-v2"]).filter((name) => name !== "summary");
    expect(rows.map(({ name }) => name as string).sort()).toEqual(switches.sort());
  });

  it.each(rows)("$question: some version answers differently, in words", ({ answers }) => {
    expect(new Set(answers).size).toBeGreaterThan(1);
    for (const answer of answers) expect(answer).toMatch(/\S/);
  });

  it("tells versions apart that differ in a switch", () => {
    for (const row of rows) {
      const values = all.map((profile) => JSON.stringify(profile[row.name]));
      expect(new Set(row.answers).size).toBe(new Set(values).size);
    }
  });

  it("names arguments that have a page", () => {
    const names = documentedArgs.map(({ name }) => name as string);
    expect(rows.filter(({ argument }) => !names.includes(argument))).toEqual([]);
  });

  it("has no two versions alike", () => {
    const columns = all.map((_, i) => rows.map(({ answers }) => answers[i]).join("|"));
    expect(new Set(columns).size).toBe(all.length);
  });
});

describe("the list of deviations", () => {
  it("gives each an address of its own and says all four things", () => {
    expect(new Set(deviations.map(({ id }) => id)).size).toBe(deviations.length);
    for (const { topic, tensorflow, engine, reason } of deviations) {
      for (const text of [tensorflow, engine, reason]) expect(text).toMatch(/\.$/);
      expect(topic).not.toMatch(/\.$/);
    }
  });
});
