import { sharedVariablesSteps } from "../engine/graph/shared-variables";
import { settingsFor } from "../engine/graph/shared-variables-settings";
import type { SharedVariables } from "../engine/types/shared-variables";
import type { NamedRequest } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { stepped } from "./progress";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { bytesOf } from "./transfer";

const results = new Recent<SharedVariables>(8, { bytes: 32_000_000, bytesOf });

/** Calls the functional interface twice in one graph. It is remembered, so that a name set back shows its figure at once. */
export async function sharedVariables(
  request: NamedRequest,
  onStep: OnStep,
): Promise<SharedVariables> {
  const { layer, run, naming } = request;
  const settings = settingsFor({ ...run, ...naming, momentum: layer.momentum });
  const key = JSON.stringify([sourceKeyOf(run), settings]);
  const made = await results.get(key, async () => {
    const source = await rememberedSource(request);
    return stepped(sharedVariablesSteps(source, settings), run.steps, onStep);
  });
  // The result is moved to the page, so what is remembered must be a copy's original.
  return structuredClone(made);
}
