import { createRequire } from "node:module";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-wasm";
import { dispose, enableProdMode, setBackend, tensor, tidy } from "@tensorflow/tfjs-core";
import type { TfTensor } from "@tensorflow/tfjs-core";
import type { ContenderId, Task } from "@/content/benchmarks/kernel-report";
import type { Inputs } from "../../inputs";
import { namedResults, plainOnly, workOf, type Contender, type Work } from "../contender";
import { byAutodiff } from "./by-autodiff";
import { byHand } from "./by-hand";
import type { TfInputs, TfProgram } from "./tasks";

// The package's bundle for Node leaves the gradients out; these are ES modules that Node alone does not resolve.
createRequire(import.meta.url)("@tensorflow/tfjs-core/dist/register_all_gradients");
enableProdMode();

function onBackend(inputs: Inputs): TfInputs {
  const { shape, parameterShape } = inputs;
  return {
    x: tensor(inputs.x, shape),
    dy: tensor(inputs.dy, shape),
    gamma: tensor(inputs.gamma, parameterShape),
    beta: tensor(inputs.beta, parameterShape),
    movingMean: tensor(inputs.movingMean, parameterShape),
    movingVariance: tensor(inputs.movingVariance, parameterShape),
  };
}

interface Entry {
  readonly id: ContenderId;
  readonly what: string;
  readonly backend: "cpu" | "wasm";
  readonly program: TfProgram;
}

const contender = ({ id, what, backend, program }: Entry): Contender => {
  // Both backends live in one process; a tensor used under the wrong one would be copied to it.
  const activate = (): Promise<boolean> => setBackend(backend);
  return {
    id,
    what,
    refusal: plainOnly,
    async prepare(_, given) {
      await activate();
      const inputs = onBackend(given);
      const tasks = program(given);
      const work = (task: Task): Work =>
        workOf<TfTensor[]>({
          activate,
          start: () => tidy(() => tasks[task](inputs)),
          read: (results) => namedResults(results, (result) => result.data()),
          free: dispose,
        });
      return {
        works: {
          forward: work("forward"),
          "forward + backward": work("forward + backward"),
          inference: work("inference"),
        },
        dispose: () => dispose(Object.values(inputs)),
      };
    },
  };
};

export const tfjsContenders: readonly Contender[] = [
  contender({
    id: "tfjs-wasm",
    what: "TensorFlow.js 4.22 (Wasm with SIMD, one thread), tf.moments and tf.grads",
    backend: "wasm",
    program: byAutodiff,
  }),
  contender({
    id: "tfjs-wasm-by-hand",
    what: "TensorFlow.js 4.22 (Wasm with SIMD, one thread), means by tf.avgPool, derived by hand",
    backend: "wasm",
    program: byHand,
  }),
  contender({
    id: "tfjs-cpu",
    what: "TensorFlow.js 4.22 (CPU), tf.moments and tf.grads",
    backend: "cpu",
    program: byAutodiff,
  }),
];
