import { describe, expect, it } from "vitest";
import { decode, queryOf, unknownKeyWarnings } from "@/components/state/url-codec";
import { widgetList, widgets } from "@/components/widgets/registry";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { experimentArgs } from "@/engine/spec/experiment";

const documentedNames = documentedArgs.map((spec) => spec.name);
const experimentNames = experimentArgs.map((spec) => spec.name);
const layerNames: readonly string[] = experimentArgs
  .filter((spec) => spec.where !== "run")
  .map((spec) => spec.name);
const kebabCase = /^[a-z]+(-[a-z]+)*$/;

describe("the registry", () => {
  it("lists every widget once, under its own id in kebab-case", () => {
    expect(widgetList.length).toBeGreaterThanOrEqual(1);
    expect(widgetList.map((widget) => widget.id)).toEqual(Object.keys(widgets));
    for (const { id } of widgetList) expect(id).toMatch(kebabCase);
  });

  it("gives every widget a title of its own", () => {
    const titles = widgetList.map((widget) => widget.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe.each(widgetList)("the widget $id", (widget) => {
  const { title, summary, reads, controls, specimens } = widget;

  it("has a title, and a summary of one sentence", () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  it("has controls for arguments that exist, each once", () => {
    expect(experimentNames).toEqual(expect.arrayContaining([...controls]));
    expect(new Set(controls).size).toBe(controls.length);
  });

  it("reads documented arguments, each once", () => {
    expect(documentedNames).toEqual(expect.arrayContaining([...reads]));
    expect(new Set(reads).size).toBe(reads.length);
  });

  it("reads and controls every documented argument that an experiment can vary", () => {
    expect(layerNames.length).toBeGreaterThanOrEqual(10);
    const isMissing = (names: readonly string[]) => (name: string) => !names.includes(name);
    expect(layerNames.filter(isMissing(controls))).toEqual([]);
    expect(layerNames.filter(isMissing(reads))).toEqual([]);
  });

  it("has a control for every other argument of an experiment but the step, which its time-line moves", () => {
    expect(experimentNames.filter((name) => !controls.includes(name))).toEqual(["step"]);
  });

  it("names its specimens uniquely and in kebab-case", () => {
    const names = specimens.map((specimen) => specimen.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(kebabCase);
  });

  it("shows a different experiment in every specimen, the default one among them", () => {
    const queries = specimens.map((specimen) => specimen.query);
    expect(queries).toContain("");
    expect(new Set(queries).size).toBe(queries.length);
  });

  describe.each(specimens)("in its specimen $name", ({ query, lesson }) => {
    const params = new URLSearchParams(query);

    it("is linked to without a warning", () => {
      expect(decode(Object.fromEntries(params)).warnings).toEqual([]);
      expect(unknownKeyWarnings(params.keys())).toEqual([]);
      expect([...new Set(params.keys())]).toEqual([...params.keys()]);
    });

    it("is linked to by its shortest query, with no default written out", () => {
      const { experiment } = decode(Object.fromEntries(params));
      const shortest = new URLSearchParams(queryOf(experiment));
      params.sort();
      shortest.sort();
      expect(params.toString()).toBe(shortest.toString());
    });

    it("teaches one lesson in a sentence", () => {
      expect(lesson).toMatch(/^[A-Z].*\.$/);
    });
  });
});
