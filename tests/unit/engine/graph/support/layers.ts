import { Layer } from "@/engine";
import type { LayerArguments, LayerInputs, LayerOptions, LayerOutputs, Tensor } from "@/engine";
import type { Variable } from "@/engine";
import type { SymbolicTensor } from "@/engine/graph";
import { tensorOf } from "../../tensorflow/support/layers";
import { numbersIn } from "./operations";

/** Layers such as TensorFlow's tests of the base layer make. */

const tensorsIn = (inputs: LayerInputs): readonly SymbolicTensor[] =>
  (Array.isArray(inputs) ? inputs : [inputs]) as readonly SymbolicTensor[];

/** An operation that makes each number from those of its inputs at the same place. */
export function elementwise(
  type: string,
  inputs: readonly SymbolicTensor[],
  value: (...numbers: readonly number[]) => number,
): SymbolicTensor {
  const [first] = inputs as readonly [SymbolicTensor];
  const { graph, shape, dtype } = first;
  const operation = graph.operation({
    type,
    inputs,
    compute: (run): Tensor => {
      const values = inputs.map((input) => numbersIn(run.value(input)));
      const { shape: known, data, dtype: kind } = values[0]!;
      const outputs = data.map((_, i) => value(...values.map((each) => each.data[i]!)));
      return tensorOf(known, outputs, kind);
    },
  });
  return graph.output(operation, { dtype, shape, value: (outputs) => outputs });
}

/** Hands its inputs on. */
export class PrivateLayer extends Layer {
  override call(inputs: LayerInputs): LayerOutputs {
    return inputs as LayerOutputs;
  }
}

/** Squares its inputs; keeps a tensor to itself. */
export class SquareLayer extends Layer {
  privateTensor: SymbolicTensor | null = null;

  override call(inputs: LayerInputs): LayerOutputs {
    return elementwise("Square", tensorsIn(inputs), (x) => x ** 2);
  }
}

/** Has a variable `my_var`, which it makes when it is built, and does not use. */
export class VariableLayer extends Layer {
  override build(): void {
    this.addVariable("my_var", [2, 2], { initializer: "zeros" });
    super.build([]);
  }

  override call(inputs: LayerInputs): LayerOutputs {
    return elementwise("mul", tensorsIn(inputs), (x) => 2 * x);
  }
}

/** Gives the squares and the cubes of its inputs. */
export class PowersLayer extends Layer {
  override call(inputs: LayerInputs): LayerOutputs {
    const x = tensorsIn(inputs);
    return [2, 3].map((power) => elementwise("Pow", x, (value) => value ** power));
  }
}

/** The sum of two inputs. */
export class AddLayer extends Layer {
  override call(inputs: LayerInputs): LayerOutputs {
    return elementwise("add", tensorsIn(inputs), (a, b) => a + b);
  }
}

/** Masks the examples' steps that are all zeros, as `keras.layers.Masking`. */
export class MaskingLayer extends Layer {
  protected override supportsMasking(): boolean {
    return true;
  }

  override call(inputs: LayerInputs): LayerOutputs {
    const [x] = tensorsIn(inputs) as readonly [SymbolicTensor];
    const outputs = elementwise("Masked", [x], (value) => value);
    outputs.mask = anyAlongLast(x);
    return outputs;
  }
}

/** 1 where any number along the last axis is not 0. */
function anyAlongLast(x: SymbolicTensor): SymbolicTensor {
  const operation = x.graph.operation({
    type: "Any",
    inputs: [x],
    compute: (run): Tensor => {
      const { shape, data } = numbersIn(run.value(x));
      const size = shape.at(-1)!;
      const any = Float64Array.from({ length: data.length / size }, (_, row) =>
        Number(data.subarray(row * size, (row + 1) * size).some((value) => value !== 0)),
      );
      return tensorOf(shape.slice(0, -1), any);
    },
  });
  return x.graph.output(operation, {
    dtype: "float32",
    shape: x.shape?.slice(0, -1) ?? null,
    value: (mask) => mask,
  });
}

export interface DenseArguments extends LayerArguments {
  readonly units: number;
}

interface Product {
  readonly x: Tensor;
  readonly kernel: Tensor["data"];
  readonly outputs: Tensor;
}

/** y = x·K + b of inputs of rank 2, with a kernel that `glorot_uniform` fills. */
export class Dense extends Layer {
  readonly units: number;
  kernel: Variable | null = null;
  bias: Variable | null = null;

  constructor(args: DenseArguments, options: LayerOptions) {
    super(args, options);
    this.units = args.units;
  }

  override build(inputShape: Parameters<Layer["build"]>[0]): void {
    const size = (inputShape as readonly (number | null)[]).at(-1)!;
    this.kernel = this.addWeight("kernel", [size, this.units]);
    this.bias = this.addWeight("bias", [this.units], { initializer: "zeros" });
    super.build(inputShape);
  }

  override call(inputs: LayerInputs): LayerOutputs {
    const [x] = tensorsIn(inputs) as readonly [SymbolicTensor];
    const { graph } = this;
    const [kernel, bias] = [this.kernel!, this.bias!];
    const operation = graph.operation({
      type: "BiasAdd",
      inputs: [x],
      reads: [kernel, bias],
      compute: (run) => this.#product(numbersIn(run.value(x)), run.read(kernel), run.read(bias)),
    });
    return graph.output(operation, {
      dtype: "float32",
      shape: [x.shape?.[0] ?? null, this.units],
      value: ({ outputs }) => outputs,
      gradient: (product, dy) => this.#gradients(product, dy),
    });
  }

  #product(x: Tensor, kernel: Tensor["data"], bias: Tensor["data"]): Product {
    const { units } = this;
    const [rows, size] = x.shape as readonly [number, number];
    const outputs = Float64Array.from({ length: rows * units }, (_, i) => {
      const [row, unit] = [Math.floor(i / units), i % units];
      let sum = bias[unit]!;
      for (let k = 0; k < size; k++) sum += x.data[row * size + k]! * kernel[k * units + unit]!;
      return sum;
    });
    return { x, kernel, outputs: tensorOf([rows, units], outputs) };
  }

  #gradients({ x, kernel }: Product, dy: Tensor) {
    const { units } = this;
    const [, size] = x.shape as readonly [number, number];
    const dx = new Float64Array(x.data.length);
    const [byKernel, byBias] = [new Float64Array(kernel.length), new Float64Array(units)];
    dy.data.forEach((g, i) => {
      const [row, unit] = [Math.floor(i / units), i % units];
      byBias[unit]! += g;
      for (let k = 0; k < size; k++) {
        dx[row * size + k]! += g * kernel[k * units + unit]!;
        byKernel[k * units + unit]! += g * x.data[row * size + k]!;
      }
    });
    return {
      inputs: [tensorOf(x.shape, dx)],
      reads: [tensorOf([size, units], byKernel), tensorOf([units], byBias)],
    };
  }
}
