/** What `npm run bench:kernels` writes to `kernels.json` beside this file. */
export interface KernelReport {
  readonly machine: BenchMachine;
  readonly contenders: Readonly<Record<ContenderId, string>>;
  readonly cases: readonly CaseReport[];
  readonly aims: readonly AimReport[];
}

export interface BenchMachine {
  readonly cpu: string;
  readonly cores: number;
  readonly platform: string;
  readonly node: string;
  /** ISO 8601, of the process's clock. */
  readonly date: string;
}

/** In the order of the tables. */
export const contenderIds = [
  "wasm",
  "reference",
  "jax",
  "jax-by-hand",
  "tfjs-wasm",
  "tfjs-wasm-by-hand",
  "tfjs-cpu",
] as const;
export type ContenderId = (typeof contenderIds)[number];

export const tasks = ["forward", "forward + backward", "inference"] as const;
export type Task = (typeof tasks)[number];

/** One shape of the inputs, normalized in one way. */
export interface CaseReport {
  readonly name: string;
  readonly shape: readonly number[];
  readonly axis: number;
  /** Of the inputs; the outputs have as many. */
  readonly bytes: number;
  /** What `memory.copy` of that many bytes takes inside WebAssembly memory. */
  readonly msFloor: number;
  readonly measured: Readonly<Record<ContenderId, Readonly<Record<Task, Measured>>>>;
}

export type Measured = Timing | Absence;

export interface Timing {
  readonly ms: number;
  readonly ratioToFloor: number;
}

/** Nothing was measured. */
export interface Absence {
  readonly reason: string;
}

/** What the project wants of its own kernels. Missing it fails nothing. */
export interface AimReport {
  readonly what: string;
  /** Null where a part of the ratio was not measured. */
  readonly measured: number | null;
  readonly aim: { readonly atMost: number } | { readonly atLeast: number };
  readonly met: boolean;
}

export const isTiming = (measured: Measured): measured is Timing => "ms" in measured;
