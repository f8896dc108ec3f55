import { describe, expect, it } from "vitest";
import { checklist, graphChecklist } from "./checklist";
import { leftOut, leftOutOfGraphs, notPorted, notPortedToGraphs } from "./not-ported";
import type { Reasons } from "./not-ported";
import { isAbout, strangeTitles, titlesIn } from "./support/titles";

interface Ports {
  readonly of: string;
  readonly names: readonly string[];
  readonly count: number;
  readonly folder: URL;
  readonly notPorted: Reasons;
  readonly leftOut: Reasons;
}

const ports: readonly Ports[] = [
  {
    of: "that compute when they are called",
    names: checklist,
    count: 148,
    folder: new URL(".", import.meta.url),
    notPorted,
    leftOut,
  },
  {
    of: "in a graph",
    names: graphChecklist,
    count: 73,
    folder: new URL("../graph/", import.meta.url),
    notPorted: notPortedToGraphs,
    leftOut: leftOutOfGraphs,
  },
];

describe.each(ports)("the checklist of TensorFlow's tests, for layers $of", (port) => {
  const { names, folder } = port;
  const titles = titlesIn(folder);

  it("names no test twice", () => {
    expect(names.length).toBe(port.count);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(names)("%s is a title in the folder, or there is a reason why not", (name) => {
    const hasTitle = titles.some((title) => isAbout(title, name));
    expect(hasTitle).toBe(!Object.hasOwn(port.notPorted, name));
  });

  const reasons = Object.entries({ ...port.notPorted, ...port.leftOut });
  it.each(reasons)("has a reason for %s: %s", (name, reason) => {
    expect(names).toContain(name);
    expect(reason.length).toBeGreaterThan(40);
  });

  it("leaves nothing out of a test that is not ported at all", () => {
    const both = Object.keys(port.leftOut).filter((name) => Object.hasOwn(port.notPorted, name));
    expect(both).toEqual([]);
  });

  it("names every title that starts like a test of TensorFlow", () => {
    expect(strangeTitles(titles, names)).toEqual([]);
  });
});
