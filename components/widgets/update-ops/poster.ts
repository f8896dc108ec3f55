import { posterRun } from "@/components/run-figure/poster-run";
import poster from "@/content/posters/update-ops.generated.json";
import type { LoopData } from "./figure-model";

const { graph, ran, ...numbers } = poster;
const { loop, ...run } = posterRun(numbers) as LoopData;

/** The loop at the figure's start, from numbers the engine computed when the site was built. */
export const posterLoop: LoopData = {
  ...run,
  loop: { ...loop, graph, ran: Uint8Array.from(ran) },
};
