import { describe, expect, it } from "vitest";
import { Session, addN, identity, placeholder } from "@/engine/graph";
import { ObservedGraph } from "@/engine/graph/observed-graph";

function observed() {
  const graph = new ObservedGraph();
  const x = placeholder(graph, { shape: [2], name: "x" });
  const sum = addN([x, x]);
  const copy = identity(sum);
  const other = identity(x);
  const ran = (): readonly string[] => [...graph.takeRan()].map(({ name }) => name).sort();
  return { session: new Session(graph), x, sum, copy, other, ran };
}

describe("a graph that is observed", () => {
  it("names what a run computed and what that was fed, once each, and nothing else", () => {
    const { session, x, copy, ran } = observed();
    session.run(copy, [[x, [1, 2]]]);
    expect(ran()).toEqual(["AddN", "Identity", "x"]);
  });

  it("names an operation that was fed, and nothing behind it", () => {
    const { session, x, sum, copy, ran } = observed();
    session.run(copy, [
      [sum, [1, 2]],
      [x, [3, 4]],
    ]);
    expect(ran()).toEqual(["AddN", "Identity"]);
  });

  it("begins anew each time that it is asked", () => {
    const { session, x, copy, other, ran } = observed();
    session.run([copy, other], [[x, [1, 2]]]);
    expect(ran()).toEqual(["AddN", "Identity", "Identity_1", "x"]);
    session.run(other, [[x, [1, 2]]]);
    expect(ran()).toEqual(["Identity_1", "x"]);
    expect(ran()).toEqual([]);
  });
});
