import { expect, it } from "vitest";
import { sgd } from "@/engine";
import {
  Graph,
  Session,
  group,
  identity,
  meanSquaredError,
  minimize,
  constant,
} from "@/engine/graph";
import type { Operation, SymbolicTensor } from "@/engine/graph";
import { tensorOf } from "../tensorflow/support/layers";
import { gradientBy, readOf, variableOf } from "./support/gradients";

const length = 20_000;

function chained(tensor: SymbolicTensor): SymbolicTensor {
  let last = tensor;
  for (let i = 0; i < length; i++) last = identity(last);
  return last;
}

it("a chain of 20000 operations runs, has gradients, and is trained", () => {
  const graph = new Graph();
  const variable = variableOf(graph, "v", tensorOf([2], [1, -3], "float64"));
  const end = chained(readOf(graph, variable));
  const loss = meanSquaredError(constant(graph, [0, 0], { dtype: "float64" }), end);
  const session = new Session(graph);
  expect(Array.from(session.run(end).data)).toEqual([1, -3]);
  expect(Array.from(session.run(gradientBy(loss, variable)).data)).toEqual([1, -3]);
  session.run(minimize(sgd({ learning_rate: 1 }), loss));
  expect(Array.from(variable.value.data)).toEqual([0, 0]);
});

it("20000 operations that each follow another run in their order", () => {
  const graph = new Graph();
  const done: number[] = [];
  let last: Operation | undefined;
  for (let i = 0; i < length; i++) {
    last = graph.operation({
      type: "Step",
      controlInputs: last === undefined ? [] : [last],
      compute: () => void done.push(i),
    });
  }
  new Session(graph).run(group([last!]));
  expect(done).toEqual(Array.from({ length }, (_, i) => i));
});
