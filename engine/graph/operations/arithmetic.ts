import { requireRule } from "../../base-layer/argument-rules";
import { numbersOf, numericDType, requireSymbolic } from "../../base-layer/symbolic";
import type { SymbolicTensor } from "../../base-layer/deferred";
import { EngineError } from "../../errors";
import { isSameShape, showShape } from "../../tensor/shape";
import { store } from "../../tensor/tensor";
import type { Tensor } from "../../tensor/tensor";

function requireOneShape(a: Tensor, b: Tensor): void {
  if (isSameShape(a.shape, b.shape)) return;
  throw new EngineError(
    "shapes-differ",
    "ValueError",
    `tensors must have one shape. Received: shapes=${showShape(a.shape)} and ${showShape(b.shape)}`,
  );
}

const like = ({ shape, dtype }: Tensor, values: ArrayLike<number>): Tensor => ({
  shape,
  dtype,
  data: store(dtype, values),
});

/** The mean of (outputs − targets)², a scalar. Throws a ValueError in a run whose shapes differ. */
export function meanSquaredError(targets: SymbolicTensor, outputs: SymbolicTensor): SymbolicTensor {
  requireSymbolic("targets", [targets]);
  requireSymbolic("outputs", [outputs]);
  const { graph } = outputs;
  const dtype = numericDType(outputs.dtype);
  const operation = graph.operation({
    type: "MeanSquaredError",
    inputs: [targets, outputs],
    compute: (run) => {
      const [t, y] = [numbersOf(run.value(targets)), numbersOf(run.value(outputs))];
      requireOneShape(t, y);
      // `Float64Array.from` with a function takes most of a wide loop's time.
      const error = new Float64Array(y.data.length);
      let sum = 0;
      for (let i = 0; i < error.length; i++) {
        const e = y.data[i]! - t.data[i]!;
        error[i] = e;
        sum += e * e;
      }
      const loss = { shape: [], dtype, data: store(dtype, [sum / error.length]) };
      return { error, y, loss };
    },
  });
  return graph.output(operation, {
    dtype,
    shape: [],
    value: ({ loss }) => loss,
    gradient: ({ error, y }, dy) => {
      const slope = error.map((e) => (2 * e * dy.data[0]!) / error.length);
      return {
        inputs: [
          like(
            y,
            slope.map((s) => -s),
          ),
          like(y, slope),
        ],
        reads: [],
      };
    },
  });
}

/** The sum of tensors of one shape, such as a loss and its penalties. Throws a ValueError where there are none. */
export function addN(tensors: readonly SymbolicTensor[]): SymbolicTensor {
  requireRule("tensors", Array.isArray(tensors), "a list of symbolic tensors", tensors);
  requireSymbolic("tensors", tensors);
  const [first] = tensors;
  if (first === undefined) {
    throw new EngineError(
      "add-nothing",
      "ValueError",
      "tensors must be at least one. Received: tensors=[]",
    );
  }
  const operation = first.graph.operation({
    type: "AddN",
    inputs: tensors,
    compute: (run) =>
      tensors
        .map((tensor) => numbersOf(run.value(tensor)))
        .reduce((sum, each) => {
          requireOneShape(sum, each);
          return like(
            sum,
            sum.data.map((value, i) => value + each.data[i]!),
          );
        }),
  });
  return first.graph.output(operation, {
    dtype: numericDType(first.dtype),
    shape: first.shape,
    value: (sum) => sum,
    gradient: (_, dy) => ({ inputs: tensors.map(() => dy), reads: [] }),
  });
}
