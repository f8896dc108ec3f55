import type { ResolvedConstraint } from "../constraints";
import type { ResolvedRegularizer } from "../regularizers";
import type { Shape } from "../tensor/shape";
import type { DType, NestedNumbers, Tensor, TensorData } from "../tensor/tensor";
import { fitting } from "./weight-values";

/** A variable before it exists. */
export interface VariableRequest {
  /** Its own name, without that of the layer or the scope. */
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: DType;
  /** Whether an optimizer may change it, provided its layer is trainable. */
  readonly trainable: boolean;
  /** Whether the graph's TRAINABLE_VARIABLES list it: a layer that is not trainable keeps its variables out. */
  readonly isCollected?: boolean;
  readonly regularizer: ResolvedRegularizer | null;
  /** What an optimizer step projects it with. */
  readonly constraint: ResolvedConstraint | null;
  /** Its first values, in row-major order. */
  readonly initial: () => ArrayLike<number>;
}

/** What came of asking for a variable. */
export interface MadeVariable {
  readonly variable: Variable;
  /** False for one that its scope already had. */
  readonly isNew: boolean;
}

/** A tensor that keeps its value from one call or run to the next. */
export class Variable {
  /** With the layer or the scope in front: `<layer>/<documented weight name>`. */
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly trainable: boolean;
  readonly regularizer: ResolvedRegularizer | null;
  readonly constraint: ResolvedConstraint | null;
  #data: TensorData;

  constructor(name: string, request: Omit<VariableRequest, "name" | "initial">, data: TensorData) {
    this.name = name;
    this.shape = request.shape;
    this.dtype = request.dtype;
    this.trainable = request.trainable;
    this.regularizer = request.regularizer;
    this.constraint = request.constraint;
    this.#data = data;
  }

  /** A copy of the value. */
  get value(): Tensor {
    return { shape: this.shape, dtype: this.dtype, data: this.#data.slice() };
  }

  /** The value itself. It is replaced and never written into, so that whoever holds it can go back to it. */
  get data(): TensorData {
    return this.#data;
  }

  /** Takes the array as it is: one of the variable's dtype and size, that nobody writes into any more. */
  replace(data: TensorData): void {
    this.#data = data;
  }

  /** Takes a new value, cast to the variable's dtype. Throws a ValueError when it has another shape. */
  assign(value: Tensor | NestedNumbers): void {
    this.#data = fitting(this, value);
  }

  /** A variable of its own with the same value. */
  copy(): Variable {
    return new Variable(this.name, this, this.#data);
  }
}
