import type { TfTensor } from "@tensorflow/tfjs-core";
import type { Task } from "@/content/benchmarks/kernel-report";
import type { Inputs } from "../../inputs";

export type TfInputs = Readonly<
  Record<"x" | "dy" | "gamma" | "beta" | "movingMean" | "movingVariance", TfTensor>
>;

/** Each returns new tensors; what else it makes is left to `tidy`. */
export type TfTasks = Readonly<Record<Task, (inputs: TfInputs) => TfTensor[]>>;

export type TfProgram = (inputs: Inputs) => TfTasks;
