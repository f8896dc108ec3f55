import type { GeneratedFile } from "./generated-file";
import { runPoster } from "./posters/run-poster";
import { updateOps } from "./posters/update-ops";

const makers: Readonly<Record<string, () => unknown>> = {
  "batch-vs-moving": () => runPoster({}),
  "update-ops": updateOps,
  "ghost-batches": () => runPoster({ virtual_batch_size: 4, momentum: 0.9 }),
};

/** The numbers behind each widget's figure before it wakes. */
export const posters = (): readonly GeneratedFile[] =>
  Object.entries(makers).map(([id, make]) => ({
    path: `posters/${id}.generated.json`,
    content: `${JSON.stringify(make())}\n`,
  }));
