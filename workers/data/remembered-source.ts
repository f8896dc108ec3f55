import type { BatchSource } from "../../engine/data/batch-source";
import type { RunSettings } from "../../engine/spec/run/run-args";
import type { RunRequest } from "../contract";
import { Recent } from "../recent";
import { sourceFor } from "./source-for";

const sources = new Recent<BatchSource>(4);

/** What decides the batches, and nothing else of a run. */
export const sourceKeyOf = (run: RunSettings): string =>
  JSON.stringify([
    run.data,
    run.own,
    run.missing,
    run.order,
    run.channels,
    run.means,
    run.deviations,
    run.drift_per_step,
    run.degrees_of_freedom,
    run.batch_size,
    run.seed,
  ]);

/** The batches a run asks for, kept so that moving an argument of the layer does not draw them again. */
export const rememberedSource = (
  request: Pick<RunRequest, "run" | "dataRoot">,
): Promise<BatchSource> =>
  sources.get(sourceKeyOf(request.run), async () => remembering(await sourceFor(request)));

const rememberedNumbers = 2_000_000;

/** Keeps drawn batches, up to 16 MB of numbers. */
function remembering(source: BatchSource): BatchSource {
  const drawn = new Map<number, ReturnType<BatchSource["batch"]>>();
  const capacity = Math.floor(rememberedNumbers / (source.batchSize * source.channels.length));
  return {
    ...source,
    batch(step) {
      const known = drawn.get(step);
      if (known !== undefined) return known;
      const batch = source.batch(step);
      if (drawn.size < capacity) drawn.set(step, batch);
      return batch;
    },
  };
}
