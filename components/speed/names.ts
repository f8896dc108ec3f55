import type { ContenderId, Task } from "@/content/benchmarks/kernel-report";

/** As it is called in text. */
export const contenderName = (id: ContenderId): string => id.replace(/-by-hand$/, " by hand");

export const taskTitles: Readonly<Record<Task, string>> = {
  forward: "Training forward",
  "forward + backward": "Training forward and backward",
  inference: "Inference",
};
