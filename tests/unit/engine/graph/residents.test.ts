import { expect, it } from "vitest";
import { BatchNormalization, sgd } from "@/engine";
import { Graph, Session, meanSquaredError, minimize, placeholder } from "@/engine/graph";
import { memoryUse, resident, sharedMemory } from "../support/residents";
import { bitsOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";

const shape = [5, 3, 2, 4];
const batch = tensorOf(shape, uniform(shape, 1, [-2, 3]));

it("a tensor that lives in WebAssembly's memory can be fed, and what comes back does not live there", () => {
  const run = (backend: "wasm" | "reference", isResident: boolean) => {
    const graph = new Graph();
    const layer = new BatchNormalization({}, { graph, backend });
    const x = placeholder(graph, { shape });
    const y = layer.apply(x, { training: true });
    const session = new Session(graph);
    return [1, 2].flatMap(() => {
      const fed = isResident ? resident(batch) : batch;
      const [outputs] = session.run([y, ...layer.updates], [[x, fed]]);
      const bits = bitsOf(outputs);
      // Later calls use the memory for other things.
      session.run(y, [[x, tensorOf(shape, uniform(shape, 9))]]);
      expect(bitsOf(outputs)).toBe(bits);
      return [bits, ...layer.getWeights().map(bitsOf)];
    });
  };
  for (const backend of ["wasm", "reference"] as const) {
    expect(run(backend, true)).toEqual(run(backend, false));
  }
});

it("a session that is fed tensors of WebAssembly's memory leaves none behind there, however often it runs", () => {
  const graph = new Graph();
  const layer = new BatchNormalization({ renorm: true }, { graph, backend: "wasm" });
  const x = placeholder(graph, { shape });
  const y = layer.apply(x, { training: true });
  const train = minimize(sgd(), meanSquaredError(x, y));
  const session = new Session(graph);
  const fed = resident(batch);
  const run = () => session.run([y, train, ...layer.updates, x], [[x, fed]]);
  run();
  const before = memoryUse();
  const outputs = Array.from({ length: 50 }, run);
  expect(memoryUse()).toEqual(before);
  expect(outputs.every(([each]) => each.data.buffer !== sharedMemory().floats.buffer)).toBe(true);
  fed.dispose();
});
