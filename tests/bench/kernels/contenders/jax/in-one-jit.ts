import { jit, tree, vjp, type JaxArray } from "@jax-js/jax";
import { affine, lineOf, moments, moved } from "./formulas";
import type { JaxProgram, Moments, Parameters } from "./tasks";

/** As its documentation has it: one function of everything, given to `jit`; its gradient by `vjp`. */
export const inOneJit: JaxProgram = ({ reductionAxes }) => {
  const normalize = (x: JaxArray, parameters: Parameters) => {
    const batch = moments(x.ref, reductionAxes);
    return [affine(x, lineOf(tree.ref(batch), parameters)), batch] as const;
  };
  const forward = jit((x: JaxArray, parameters: Parameters, moving: Moments) => {
    const [y, batch] = normalize(x, parameters);
    return [y, ...moved(moving, batch)];
  });
  const forwardAndBackward = jit(
    (x: JaxArray, parameters: Parameters, moving: Moments, dy: JaxArray) => {
      const [y, pullback, batch] = vjp(normalize, [x, parameters], { hasAux: true });
      const [ofInputs, { gamma, beta }] = pullback(dy);
      return [y, ...moved(moving, batch), ofInputs, gamma, beta];
    },
  );
  const inference = jit((x: JaxArray, parameters: Parameters, moving: Moments) => [
    affine(x, lineOf(moving, parameters)),
  ]);
  return {
    forward: ({ x, parameters, moving }) => forward(x.ref, tree.ref(parameters), tree.ref(moving)),
    "forward + backward": ({ x, parameters, moving, dy }) =>
      forwardAndBackward(x.ref, tree.ref(parameters), tree.ref(moving), dy.ref),
    inference: ({ x, parameters, moving }) =>
      inference(x.ref, tree.ref(parameters), tree.ref(moving)),
  };
};
