import type { JaxArray } from "@jax-js/jax";
import type { Task } from "@/content/benchmarks/kernel-report";
import type { Inputs } from "../../inputs";

export interface Parameters {
  readonly gamma: JaxArray;
  readonly beta: JaxArray;
}
export interface Moments {
  readonly mean: JaxArray;
  readonly variance: JaxArray;
}
export interface Line {
  readonly scale: JaxArray;
  readonly offset: JaxArray;
}

export interface JaxInputs {
  readonly x: JaxArray;
  readonly dy: JaxArray;
  readonly parameters: Parameters;
  readonly moving: Moments;
}

/** Each takes a reference to what it needs and returns new arrays. */
export type JaxTasks = Readonly<Record<Task, (inputs: JaxInputs) => readonly JaxArray[]>>;

export type JaxProgram = (inputs: Inputs) => JaxTasks;
