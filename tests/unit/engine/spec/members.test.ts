import { describe, expect, it } from "vitest";
import { documentedMembers } from "@/engine/spec/members";

const names = documentedMembers.map(({ name }) => name);

/** `input_shape` becomes `inputShape`. */
const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const renamed = new Map([
  ["__init__", "constructor"],
  ["__call__", "apply"],
  ["__deepcopy__", "deepCopy"],
]);

it("the documented members have names of their own", () => {
  expect(new Set(names).size).toBe(names.length);
});

describe.each(documentedMembers)("the spec of $name", (spec) => {
  it("has the documented name in camel case, or the one Python's protocol stands for", () => {
    expect(spec.tsName).toBe(renamed.get(spec.name) ?? camelCase(spec.name));
  });

  it("speaks in sentences", () => {
    const sentences = [
      spec.summary,
      spec.returns.summary,
      ...spec.parameters.map(({ summary }) => summary),
      ...spec.changes.map(({ what }) => what),
    ];
    expect(sentences.filter((sentence) => !/^\S.*\.$/.test(sentence))).toEqual([]);
  });

  it("shows its name in its signature, with a list of parameters where it can be called", () => {
    const shown = spec.tsName === "constructor" ? "BatchNormalization" : spec.tsName;
    expect(spec.signature).toContain(shown);
    const isCallable = new RegExp(`\\b${shown}(<.+>)?\\(`).test(spec.signature);
    expect(isCallable).toBe(spec.kind !== "property");
  });

  it("relates to other members that exist, each once", () => {
    expect(spec.related.filter((name) => !names.includes(name) || name === spec.name)).toEqual([]);
    expect(new Set(spec.related).size).toBe(spec.related.length);
    expect(spec.related.length).toBeGreaterThan(0);
  });

  it("tells its errors apart, and has whole messages for them", () => {
    const occasions = spec.errors.map(({ when }) => when);
    expect(new Set(occasions).size).toBe(occasions.length);
    for (const { message } of spec.errors) {
      expect(message).toMatch(/^\S.*\. Received: .+$/);
    }
  });
});
