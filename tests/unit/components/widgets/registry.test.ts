import { describe, expect, it } from "vitest";
import { decode, linkedArgs, queryOf, unknownKeyWarnings } from "@/components/state/url-codec";
import { firstWidget, playgroundOf, widgetList, widgets } from "@/components/widgets/registry";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { experimentArgs, startOf } from "@/engine/spec/experiment";

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

  it("has somewhere a control for every argument of an experiment but the step, which time-lines move", () => {
    const controlled = new Set<string>(widgetList.flatMap(({ controls }) => controls));
    expect(experimentNames.filter((name) => !controlled.has(name))).toEqual(["step"]);
  });

  it("reads somewhere every documented argument that an experiment can vary", () => {
    expect(layerNames.length).toBeGreaterThanOrEqual(10);
    const read = new Set<string>(widgetList.flatMap(({ reads }) => reads));
    expect(layerNames.filter((name) => !read.has(name))).toEqual([]);
  });

  it("reads somewhere every documented argument", () => {
    const read = new Set<string>(widgetList.flatMap(({ reads }) => reads));
    expect(documentedNames.length).toBeGreaterThanOrEqual(26);
    expect(documentedNames.filter((name) => !read.has(name))).toEqual([]);
  });

  it("gives every widget a page of the playground, the first its old one", () => {
    const addresses = widgetList.map(({ id }) => playgroundOf(id));
    expect(addresses).toEqual([
      "/playground",
      "/playground/normalize-steps",
      "/playground/distribution",
      "/playground/renorm-clipping",
      "/playground/ghost-batches",
      "/playground/train-vs-inference",
      "/playground/frozen",
      "/playground/parameters",
      "/playground/adjustment",
      "/playground/axis",
      "/playground/fused",
      "/playground/update-ops",
      "/playground/shared-variables",
    ]);
    expect(playgroundOf(firstWidget)).toBe("/playground");
  });

  it("gives every widget a title of its own", () => {
    const titles = widgetList.map((widget) => widget.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe.each(widgetList)("the widget $id", (widget) => {
  const { title, summary, reads, controls, embedded, specimens } = widget;
  const args = linkedArgs(controls);

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

  it("has a control for every documented argument that it reads and an experiment can vary, and for no other", () => {
    const isLayers = (name: string): boolean => layerNames.includes(name);
    expect([...controls].filter(isLayers).sort()).toEqual([...reads].filter(isLayers).sort());
  });

  it("brings some of its controls along into other pages", () => {
    expect(embedded.length).toBeGreaterThan(0);
    expect(controls).toEqual(expect.arrayContaining([...embedded]));
  });

  it("names its specimens uniquely and in kebab-case", () => {
    const names = specimens.map((specimen) => specimen.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(kebabCase);
  });

  it("points to presets of other widgets that exist", () => {
    for (const { name, widget: id, specimen } of widget.elsewhere ?? []) {
      expect(name).toMatch(kebabCase);
      const other = widgetList.find((each) => each.id === id);
      expect(other?.specimens.map((each) => each.name)).toContain(specimen);
      expect(other).not.toBe(widget);
    }
  });

  it("shows a different experiment in every specimen, the default one among them", () => {
    const queries = specimens.map((specimen) => specimen.query);
    expect(queries).toContain("");
    expect(new Set(queries).size).toBe(queries.length);
  });

  describe.each(specimens)("in its specimen $name", ({ query, lesson }) => {
    const params = new URLSearchParams(query);

    it("is linked to without a warning", () => {
      expect(decode(Object.fromEntries(params), startOf(widget), args).warnings).toEqual([]);
      expect(unknownKeyWarnings(params.keys(), args)).toEqual([]);
      expect([...new Set(params.keys())]).toEqual([...params.keys()]);
    });

    it("is linked to by its shortest query, with no default written out", () => {
      const { experiment } = decode(Object.fromEntries(params), startOf(widget), args);
      const shortest = new URLSearchParams(queryOf(experiment, startOf(widget)));
      params.sort();
      shortest.sort();
      expect(params.toString()).toBe(shortest.toString());
    });

    it("teaches one lesson in a sentence", () => {
      expect(lesson).toMatch(/^[A-Z].*\.$/);
    });
  });
});
