import { blockUntilReady, defaultDevice, init, numpy, tree, type JaxArray } from "@jax-js/jax";
import type { ContenderId, Task } from "@/content/benchmarks/kernel-report";
import type { Inputs } from "../../inputs";
import { namedResults, plainOnly, workOf, type Contender, type Work } from "../contender";
import { byHand } from "./by-hand";
import { inOneJit } from "./in-one-jit";
import type { JaxInputs, JaxProgram } from "./tasks";

function onDevice(inputs: Inputs): JaxInputs {
  const place = (data: Float32Array, shape = inputs.parameterShape): JaxArray =>
    numpy.array(data).reshape(shape);
  return {
    x: place(inputs.x, inputs.shape),
    dy: place(inputs.dy, inputs.shape),
    parameters: { gamma: place(inputs.gamma), beta: place(inputs.beta) },
    moving: { mean: place(inputs.movingMean), variance: place(inputs.movingVariance) },
  };
}

const contender = (id: ContenderId, what: string, program: JaxProgram): Contender => ({
  id,
  what,
  refusal: plainOnly,
  async prepare(_, inputs) {
    await init("wasm");
    defaultDevice("wasm");
    const arrays = onDevice(inputs);
    await blockUntilReady(arrays);
    const tasks = program(inputs);
    const work = (task: Task): Work =>
      workOf({
        start: () => tasks[task](arrays),
        wait: blockUntilReady,
        read: (results) => namedResults(results, ({ ref }) => ref.data()),
        free: (results) => tree.dispose(results),
      });
    return {
      works: {
        forward: work("forward"),
        "forward + backward": work("forward + backward"),
        inference: work("inference"),
      },
      dispose: () => tree.dispose(arrays),
    };
  },
});

export const jaxContenders: readonly Contender[] = [
  contender("jax", "jax-js 0.1.25 (Wasm), each task one jit", inOneJit),
  contender("jax-by-hand", "jax-js 0.1.25 (Wasm), split into jits and derived by hand", byHand),
];
