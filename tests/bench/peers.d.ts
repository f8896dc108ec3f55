/**
 * What the bench uses of its peers, by hand: the compiler also runs where they are not installed, and these few
 * lines are all that it needs to know.
 */
declare module "@jax-js/jax" {
  /** Every function and method consumes its arguments; `ref` makes one more reference to keep. */
  export interface JaxArray {
    readonly ref: JaxArray;
    reshape(shape: readonly number[]): JaxArray;
    add(other: JaxArray | number): JaxArray;
    sub(other: JaxArray | number): JaxArray;
    mul(other: JaxArray | number): JaxArray;
    div(other: JaxArray | number): JaxArray;
    data(): Promise<Float32Array>;
  }
  interface Reduction {
    readonly keepdims: true;
  }
  type Axes = readonly number[];
  export const numpy: {
    array(data: Float32Array): JaxArray;
    square(x: JaxArray): JaxArray;
    sqrt(x: JaxArray): JaxArray;
    reciprocal(x: JaxArray): JaxArray;
    sum(x: JaxArray, axes: Axes, options: Reduction): JaxArray;
    mean(x: JaxArray, axes: Axes, options: Reduction): JaxArray;
    var_(x: JaxArray, axes: Axes, options: Reduction & { readonly mean: JaxArray }): JaxArray;
  };
  /** Arrays, in lists and objects of any depth. */
  type JaxTree = object;
  export const tree: {
    ref<T extends JaxTree>(tree: T): T;
    dispose(tree: JaxTree): void;
  };
  export function jit<A extends readonly JaxTree[], const R extends JaxTree>(
    f: (...args: A) => R,
  ): (...args: A) => R;
  export function vjp<A extends readonly JaxTree[], Auxiliary extends JaxTree>(
    f: (...args: A) => readonly [JaxArray, Auxiliary],
    primals: A,
    options: { readonly hasAux: true },
  ): [outputs: JaxArray, pullback: (dy: JaxArray) => A, auxiliary: Auxiliary];
  export function blockUntilReady(tree: JaxTree): Promise<unknown>;
  export function init(device: "wasm"): Promise<readonly string[]>;
  export function defaultDevice(device: "wasm"): string;
}

declare module "@tensorflow/tfjs-core" {
  export interface TfTensor {
    data(): Promise<Float32Array>;
  }
  type Operand = TfTensor | number;
  type Shape = readonly number[];
  export function setBackend(name: string): Promise<boolean>;
  export function enableProdMode(): void;
  export function tensor(data: Float32Array, shape: Shape): TfTensor;
  export function tidy<T extends readonly TfTensor[]>(f: () => T): T;
  export function keep(tensor: TfTensor): TfTensor;
  export function dispose(tensors: readonly TfTensor[]): void;
  export function add(a: Operand, b: Operand): TfTensor;
  export function sub(a: Operand, b: Operand): TfTensor;
  export function mul(a: Operand, b: Operand): TfTensor;
  export function div(a: Operand, b: Operand): TfTensor;
  export function square(x: TfTensor): TfTensor;
  export function rsqrt(x: TfTensor): TfTensor;
  export function reshape(x: TfTensor, shape: Shape): TfTensor;
  export function mean(x: TfTensor, axes: Shape, keepDims: boolean): TfTensor;
  export function avgPool(
    x: TfTensor,
    window: readonly [number, number],
    strides: number,
    pad: "valid",
  ): TfTensor;
  export function moments(
    x: TfTensor,
    axes: Shape,
    keepDims: boolean,
  ): { readonly mean: TfTensor; readonly variance: TfTensor };
  export function grads(
    f: (...args: TfTensor[]) => TfTensor,
  ): (args: readonly TfTensor[], dy: TfTensor) => TfTensor[];
}

/** Registers itself when it is imported. */
declare module "@tensorflow/tfjs-backend-cpu";
declare module "@tensorflow/tfjs-backend-wasm";
