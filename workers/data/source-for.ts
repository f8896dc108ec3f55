import type { BatchSource } from "../../engine/data/batch-source";
import { syntheticSource } from "../../engine/data/synthetic-source";
import { tableSource } from "../../engine/data/table-source";
import type { RunRequest } from "../contract";
import { measuredTable } from "./measured-tables";
import { ownTable } from "./own-tables";

/** The batches a run asks for. */
export async function sourceFor({
  run,
  dataRoot,
}: Pick<RunRequest, "run" | "dataRoot">): Promise<BatchSource> {
  switch (run.data) {
    case "own":
      return tableSource(await ownTable(run.own), run.batch_size, run.seed, run.order);
    case "wine":
    case "digits":
    case "penguins":
      return tableSource(
        await measuredTable(run.data, run.missing, dataRoot),
        run.batch_size,
        run.seed,
        run.order,
      );
    case "gaussian":
    case "drift":
    case "heavy-tail":
    case "constant":
      return syntheticSource(
        {
          kind: run.data,
          channels: run.channels,
          means: run.means,
          deviations: run.deviations,
          driftPerStep: run.drift_per_step,
          degreesOfFreedom: run.degrees_of_freedom,
        },
        run.batch_size,
        run.seed,
      );
  }
}
