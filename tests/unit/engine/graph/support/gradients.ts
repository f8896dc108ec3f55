import type { Tensor, Variable } from "@/engine";
import type { Graph, SymbolicTensor } from "@/engine/graph";
import { gradientsOf } from "@/engine/graph/gradients";

/** A trainable variable that belongs to no layer. */
export function variableOf(graph: Graph, name: string, value: Tensor): Variable {
  const { shape, dtype, data } = value;
  const made = graph.newVariable(name, {
    name,
    shape,
    dtype,
    trainable: true,
    regularizer: null,
    constraint: null,
    initial: () => data,
  });
  graph.keepVariables([made]);
  return made.variable;
}

/** A variable's value as a tensor, through which gradients pass. */
export function readOf(graph: Graph, variable: Variable): SymbolicTensor {
  const { shape, dtype } = variable;
  const operation = graph.operation({
    type: "ReadVariableOp",
    reads: [variable],
    compute: (run): Tensor => ({ shape, dtype, data: run.read(variable) }),
  });
  return graph.output(operation, {
    dtype,
    shape,
    value: (value) => value,
    gradient: (_, dy) => ({ inputs: [], reads: [dy] }),
  });
}

/** The gradient of a tensor's sum by a variable behind it. */
export function gradientBy(loss: SymbolicTensor, variable: Variable): SymbolicTensor {
  const { graph } = loss;
  const { shape, dtype } = variable;
  const operation = graph.operation({
    type: "gradients",
    inputs: [loss],
    compute: (run): Tensor => {
      const gradient = gradientsOf(run, loss).get(variable);
      if (gradient === undefined) throw new Error(`No gradient by ${variable.name}.`);
      return gradient;
    },
  });
  return graph.output(operation, { dtype, shape, value: (value) => value });
}
